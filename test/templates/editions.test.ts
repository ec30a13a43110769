import {describe, expect, test} from 'vitest';
import {unreachable} from '../../domain/assert.ts';
import type {Text} from '../../domain/text.ts';
import {unprintable} from '../../domain/person.ts';
import {hasLostForce, type Edition, type Field, type Fields} from '../../templates/core/edition.ts';
import {issues} from '../../templates/core/issues.ts';
import type {Block} from '../../templates/core/layout.ts';
import {draftSchema, paperSchema} from '../../templates/core/schema.ts';
import {editionById, editionFor, editions} from '../../templates/editions/editions.ts';
import {exampleAppendix4} from './example-edition/appendix-4.ts';
import {examplePlan} from './example-edition/sample.ts';
import {sampleFile, sampleJournal, samplePlan, sampleRound} from '../support/sample-papers.ts';

/** What holds for every edition, whoever writes the next one. */

const samples: Readonly<Record<string, object>> = {
  '308-2022/appendix-2': sampleJournal,
  '308-2022/appendix-3': sampleFile,
  '308-2022/appendix-4': samplePlan,
  '308-2022/appendix-5': sampleRound,
  '999-2027/appendix-4': examplePlan,
};

/** The example of docs/developers/editions.md keeps to the same. */
const all: readonly Edition[] = [...editions, exampleAppendix4];

function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, nested]) => (key === 'status' ? [] : textsIn(nested)));
  return 'kk' in value && typeof value.kk === 'string' ? [value as Text, ...inner] : inner;
}

/** Leaves with their paths; a group is entered, a list or a table is entered too. */
function leaves(fields: Fields, prefix = ''): string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.unprinted ? [] : 'fields' in field ? leaves(field.fields, `${prefix}${name}.`) : [prefix + name],
  );
}

function fieldAt(fields: Fields, path: string): Field | undefined {
  const [first = '', ...rest] = path.split('.');
  const field = fields[first];
  if (field === undefined || rest.length === 0) return field;
  return 'fields' in field ? fieldAt(field.fields, rest.join('.')) : undefined;
}

/** Every leaf that a block prints. */
function printedBy(block: Block, fields: Fields): string[] {
  const whole = (path: string): string[] => {
    const field = fieldAt(fields, path);
    if (field === undefined) return [`no field ${path}`];
    return 'fields' in field ? leaves(field.fields, `${path}.`) : [path];
  };
  switch (block.block) {
    case 'captions':
      return block.fields.flatMap(whole);
    case 'line':
    case 'sentence':
    case 'head':
    case 'signatures':
      return whole(block.field);
    case 'approval':
      return [block.head, block.date, block.organisation].flatMap(whole);
    case 'title':
      return block.field === undefined ? [] : whole(block.field);
    case 'table': {
      const rows = block.expand === undefined ? block.field : `${block.field}.${block.expand}`;
      return block.columns.flatMap(column =>
        typeof column.cell === 'string'
          ? []
          : column.cell.flatMap(part => ('field' in part ? whole(`${rows}.${part.field}`) : [])),
      );
    }
    case 'stamp':
    case 'seal':
      return [];
    default:
      return unreachable(block);
  }
}

function headFields(edition: Edition): string[] {
  return edition.print.flatMap(block =>
    block.block === 'table'
      ? block.columns.flatMap(({head}) =>
          typeof head === 'string' ? [[block.field, block.expand, head].filter(Boolean).join('.')] : [],
        )
      : [],
  );
}

describe.each(all.map(edition => [edition.id, edition] as const))('%s', (_, edition) => {
  test('every text is there in both languages, and the font can print it', () => {
    const texts = textsIn(edition);
    expect(texts.length).toBeGreaterThan(15);
    for (const {kk, ru} of texts) {
      expect(kk.trim()).not.toBe('');
      expect(ru.trim()).not.toBe('');
      expect(unprintable(kk + ru)).toEqual([]);
    }
  });

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(edition))).toEqual(edition);
  });

  test('prints every field once, and only fields that it has', () => {
    const printed = edition.print.flatMap(block => printedBy(block, edition.fields));
    expect(printed.toSorted()).toEqual(leaves(edition.fields).toSorted());
    for (const path of headFields(edition)) expect(fieldAt(edition.fields, path), path).toBeDefined();
  });

  test('its checks stand at fields that it has', () => {
    const wrong = (fields: Fields, checks: Edition['checks']): string[] => [
      ...checks.filter(check => fields[check.at] === undefined).map(check => check.at),
      ...Object.values(fields).flatMap(field => ('fields' in field ? wrong(field.fields, field.checks ?? []) : [])),
    ];
    expect(wrong(edition.fields, edition.checks)).toEqual([]);
  });

  test('the sample is a paper, survives JSON, and nothing stops its approval', () => {
    const sample = samples[edition.id];
    const parsed = paperSchema(edition).parse(JSON.parse(JSON.stringify(sample)));
    expect(parsed).toEqual(sample);
    const found = issues(edition, parsed, {today: '2026-11-23'});
    expect(found.filter(issue => issue.severity === 'stop')).toEqual([]);
  });

  test('an empty draft is a draft, and is told what to fill', () => {
    expect(draftSchema(edition).parse({})).toEqual({});
    const found = issues(edition, {}, {today: '2026-11-23'});
    const needed = Object.entries(edition.fields).filter(([, field]) => field.need === 'always');
    expect(found.filter(issue => issue.severity === 'stop').map(issue => issue.field)).toEqual(
      needed.map(([name]) => name),
    );
  });

  test('a key that the form does not have is refused', () => {
    expect(draftSchema(edition).safeParse({surplus: 1}).success).toBe(false);
    expect(paperSchema(edition).safeParse({...samples[edition.id], surplus: 1}).success).toBe(false);
  });
});

test.each([
  ['2023-06-30', false],
  ['2023-07-01', true],
  ['2026-11-23', true],
])('on %s the forms of 2022 have lost force: %s', (date, lost) => {
  for (const edition of editions) expect(hasLostForce(edition, date)).toBe(lost);
});

test('an edition is found by its id and by the date of the paper', () => {
  expect(editionById('308-2022/appendix-4')?.form).toBe('appendix-4');
  expect(editionById('230-2023/appendix-4')).toBeUndefined();
  for (const date of ['2022-09-01', '2023-06-30', '2026-01-05']) {
    expect(editionFor('appendix-5', date).id).toBe('308-2022/appendix-5');
  }
});
