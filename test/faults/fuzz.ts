import fc from 'fast-check';
import {z} from 'zod';
import {must} from '../../domain/assert.ts';
import {accountRoles, may, type AccountRole} from '../../domain/roles.ts';
import {contract} from '../../electron/contract/contract.ts';
import {failureCodes, type AnyCall, type Contract, type Reply} from '../../electron/contract/kernel.ts';
import type {Office} from '../support/office.ts';

/**
 * Every call of the contract with inputs that its schema makes, with such inputs spoiled, and with JSON that is anything; by
 * every role. Whatever comes: a reply of the contract, no defect, and nothing for those who lack the right.
 */

export interface FuzzResult {
  readonly inputs: number;
  /** By the code of the reply; `ok` among them. */
  readonly replies: Readonly<Record<string, number>>;
  /** What must not be: the call, the reply, and the input with which it can be done again. */
  readonly wrong: readonly string[];
}

interface Target {
  readonly area: string;
  readonly name: string;
  readonly call: AnyCall;
  readonly inputs: fc.Arbitrary<unknown>;
}

const targets = (ids: readonly string[]): readonly Target[] =>
  Object.entries(contract as Contract).flatMap(([area, calls]) =>
    Object.entries(calls).map(([name, call]) => ({area, name, call, inputs: inputsOf(call.input, ids)})),
  );

/**
 * Commands on the application open, close and go out: they would end the session, or write where the input says. They get what
 * is no input of theirs, and from those who may not, everything.
 */
function wouldRun(call: AnyCall, role: AccountRole, input: unknown): boolean {
  return (
    call.on === 'application' && call.kind === 'command' && isAllowed(call, role) && call.input.safeParse(input).success
  );
}

function isAllowed({access}: AnyCall, role: AccountRole): boolean {
  return access === 'anyone' || access === 'self' || (access !== 'nobody' && may(role, access));
}

const nasty = [
  '',
  ' ',
  '\u0000',
  '=1+1',
  '@SUM(A1)',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  "'; DROP TABLE recipient; --",
  'Әбдіғаппарұлы',
  '\u202e\u200f',
  '😀'.repeat(50),
  'я'.repeat(30_000),
  '9'.repeat(400),
] as const;
const days = ['2026-02-02', '2026-12-31', '1900-01-01', '2199-12-31', '2026-02-30', '0000-00-00'] as const;

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
}

function inputsOf(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  const good = made(z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'}) as Schema, ids);
  return fc.oneof(
    {weight: 5, arbitrary: good},
    {
      weight: 3,
      arbitrary: fc.tuple(good, fc.nat(40), fc.jsonValue()).map(([input, at, value]) => spoiled(input, at, value)),
    },
    {weight: 1, arbitrary: fc.jsonValue()},
  );
}

function made(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return fc.oneof(...options.map(option => made(option, ids)));
  switch (schema.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, each]) => [name, made(each, ids)])),
      );
    case 'array':
      return fc.array(made(schema.items ?? {}, ids), {
        minLength: schema.minItems ?? 0,
        maxLength: (schema.minItems ?? 0) + 3,
      });
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? -5, -1_000_000),
        max: Math.min(schema.maximum ?? 5_000, 1_000_000),
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return fc.oneof(
        {weight: 4, arbitrary: fc.constantFrom(...ids)},
        {weight: 3, arbitrary: fc.constantFrom(...days)},
        {weight: 2, arbitrary: fc.constantFrom(...nasty)},
        {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 60})},
      );
    default:
      return fc.jsonValue();
  }
}

/** One value somewhere in it is another one. */
function spoiled(input: unknown, at: number, value: unknown): unknown {
  if (typeof input !== 'object' || input === null) return value;
  const keys = Object.keys(input);
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const copy: Record<string, unknown> = {...(input as Record<string, unknown>)};
  copy[key] = at % 3 === 0 ? value : spoiled(copy[key], Math.floor(at / 3), value);
  return Array.isArray(input) ? Object.values(copy) : copy;
}

/** `ids`: of records that are there, so that inputs come further than the first look-up. */
export async function fuzz(
  office: Office,
  {inputs, seed, ids}: {inputs: number; seed: number; ids: readonly string[]},
): Promise<FuzzResult> {
  const all = targets(ids);
  const replies = new Map<string, number>();
  const wrong: string[] = [];
  const each = Math.ceil(inputs / all.length);
  let done = 0;
  for (const [index, {area, name, call, inputs: arbitrary}] of all.entries()) {
    for (const [number, input] of fc.sample(arbitrary, {seed: seed + index, numRuns: each}).entries()) {
      // One role after the other: each change of it is a change of the log.
      const role = must(accountRoles[Math.floor((number / each) * accountRoles.length)]);
      if (wouldRun(call, role, input)) continue;
      become(office, role);
      const request = {area, call: name, input, commandId: `fuzz-${seed}-${index}-${number}`};
      const reply = await office.send(request).catch((error: unknown) => String(error));
      done += 1;
      const problem = problemOf(reply, call, role);
      const said = typeof reply === 'string' ? 'thrown' : reply.ok ? 'ok' : reply.error.code;
      replies.set(said, (replies.get(said) ?? 0) + 1);
      if (problem !== undefined && wrong.length < 20) {
        wrong.push(`${area}.${name} as ${role}: ${problem}, by ${JSON.stringify(input).slice(0, 400)}`);
      }
    }
  }
  return {inputs: done, replies: Object.fromEntries(replies), wrong};
}

function problemOf(reply: Reply<unknown> | string, call: AnyCall, role: AccountRole): string | undefined {
  if (typeof reply === 'string') return `thrown: ${reply}`;
  if (!isAllowed(call, role))
    return !reply.ok && reply.error.code === 'denied' ? undefined : 'answered without the right';
  if (!reply.ok) {
    const {code} = reply.error;
    return failureCodes.includes(code) && code !== 'internal' ? undefined : `failed as ${code}`;
  }
  // What is concealed is null where the contract says so too.
  return call.output.safeParse(reply.value).success ? undefined : 'an answer that is not of the contract';
}

/** The role alone, without a word to the log: a hundred thousand times. */
function become({application}: Office, role: AccountRole): void {
  const {account} = must(application.session());
  if (account.role === role) return;
  const {connection} = must(application.session());
  connection.transact(db => db.execute('UPDATE account SET role = ? WHERE id = ?', role, account.id), {
    accountId: null,
  });
  application.refreshAccount();
}
