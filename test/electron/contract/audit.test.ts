import {describe, expect, test} from 'vitest';
import {z} from 'zod';
import {auditActions} from '../../../domain/audit-words.ts';
import {detailFields, detailOf, subjectOf} from '../../../electron/contract/audit-subject.ts';
import {contract} from '../../../electron/contract/contract.ts';
import type {AnyCall, Contract} from '../../../electron/contract/kernel.ts';

const calls: readonly {readonly what: string; readonly call: AnyCall}[] = Object.entries(contract as Contract).flatMap(
  ([area, all]) => Object.entries(all).map(([name, call]) => ({what: `${area}.${name}`, call})),
);
const audited = calls.filter(({call}) => call.audit !== null);

/** What happens without a call of that name. */
const events = /^(session|audit)\.|^exchange\.(run|becomeAnother)$|^erasure\.erase$/;

describe('the contract and its audit', () => {
  test('every call that leaves a link has its words, and no words stand for nothing', () => {
    const whats = new Set(audited.map(({what}) => what));
    expect([...whats].filter(what => auditActions[what] === undefined)).toEqual([]);
    expect(Object.keys(auditActions).filter(what => !whats.has(what) && !events.test(what))).toEqual([]);
  });

  test('every command on the records leaves a link, but for drafts and what this PC counts or keeps for itself', () => {
    const without = calls.filter(({call}) => call.kind === 'command' && call.on === 'records' && call.audit === null);
    expect(without.map(({what}) => what)).toEqual(['today.choose', 'phrase.used', 'draft.save', 'draft.drop']);
  });

  test('every query that answers bytes leaves a link', () => {
    const gives = ({output}: AnyCall): boolean => JSON.stringify(schemaOf(output)).includes('"base64"');
    const without = calls.filter(({call}) => call.kind === 'query' && call.audit === null && gives(call));
    expect(without.map(({what}) => what)).toEqual([]);
  });

  test('what the audit keeps of an input is a choice from a closed list, a number or a flag', () => {
    const open = audited.flatMap(({what, call}) =>
      fieldsOf(schemaOf(call.input))
        .filter(({name, schema}) => (detailFields as readonly string[]).includes(name) && !isClosed(schema))
        .map(({name}) => `${what} ${name}`),
    );
    expect(open).toEqual([]);
  });
});

interface Schema {
  readonly type?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

function schemaOf(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'}) as Schema;
}

/** Of the input itself, of what is to be printed, and of an event. */
function fieldsOf(schema: Schema): {name: string; schema: Schema}[] {
  const own = Object.entries(schema.properties ?? {}).map(([name, each]) => ({name, schema: each}));
  const source = own.find(({name}) => name === 'source')?.schema;
  return [...own, ...optionsOf(source).flatMap(fieldsOf)];
}

function optionsOf(schema: Schema | undefined): readonly Schema[] {
  return schema?.oneOf ?? schema?.anyOf ?? [];
}

function isClosed(schema: Schema): boolean {
  const options = optionsOf(schema);
  if (options.length > 0) return options.every(isClosed);
  return (
    schema.enum !== undefined ||
    schema.const !== undefined ||
    ['integer', 'boolean', 'null'].includes(schema.type ?? '')
  );
}

interface Case {
  readonly area: string;
  readonly input: unknown;
  readonly subject: unknown;
}

const cases: readonly Case[] = [
  {area: 'recipient', input: {id: 'r'}, subject: {table: 'recipient', id: 'r'}},
  {area: 'plan', input: {recipientId: 'r', copyFrom: null}, subject: {table: 'recipient', id: 'r'}},
  {area: 'journal', input: {placementId: 'p', event: {}}, subject: {table: 'placement', id: 'p'}},
  {area: 'duplicates', input: {keptId: 'k', mergedId: 'm'}, subject: {table: 'recipient', id: 'k'}},
  {
    area: 'paper',
    input: {source: {kind: 'living', form: 'appendix-4', subjectId: 's'}, language: 'kk'},
    subject: {table: 'plan', id: 's'},
  },
  {area: 'paper', input: {source: {kind: 'frozen', paperId: 'p'}}, subject: {table: 'paper', id: 'p'}},
  {area: 'paper', input: {source: {kind: 'blank', form: 'appendix-4'}}, subject: undefined},
  {area: 'facility', input: {id: 's'}, subject: undefined},
];

test.each(cases)('whom a call is about: $area $input', ({area, input, subject}) => {
  expect(subjectOf(area, input)).toEqual(subject);
});

test('of an input nothing is kept that could have been typed', () => {
  const input = {
    name: {surname: 'Әбдіғаппарұлы'},
    language: 'Ким',
    form: 'two words',
    year: 2026.5,
    reason: 'ill',
    recipientIds: ['a', 'b'],
    event: {kind: 'admitted', reason: 'ill'},
  };
  expect(detailOf(input)).toEqual({count: 2, event: 'admitted'});
});
