import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {z} from 'zod';
import {must} from '../../../domain/assert.ts';
import {writeSetting} from '../../../db/settings.ts';
import {area, command, query, type Contract, type Reply, type Topic} from '../../../electron/contract/kernel.ts';
import {sessionCalls} from '../../../electron/contract/session.ts';
import {CallFailure, invalid, type Handlers} from '../../../electron/handlers/context.ts';
import {sessionHandlers} from '../../../electron/handlers/session.ts';
import {Application} from '../../../electron/host/application.ts';
import {makeDispatcher, type Dispatch} from '../../../electron/host/dispatch.ts';
import {readSetting} from '../../../db/settings.ts';

/** A contract of its own: what is tested is the way there and back, whatever is asked. */
const contract = {
  session: area({query: 'self', command: 'self'}, sessionCalls),
  note: area(
    {query: 'records', command: 'journal'},
    {
      read: query(z.strictObject({}), z.strictObject({text: z.string().nullable()})),
      write: command(z.strictObject({text: z.string().max(5, {error: 'too-long'})}), z.strictObject({times: z.int()}), {
        topics: ['draft'],
      }),
      fail: command(z.strictObject({how: z.string()}), z.strictObject({})),
      leak: query(z.strictObject({}), z.strictObject({shown: z.string()})),
    },
  ),
} satisfies Contract;

let writes = 0;

const handlers: Handlers<typeof contract> = {
  session: sessionHandlers,
  note: {
    read: ({db}) => ({text: readSetting<string>(db, 'note') ?? null}),
    write({db}, {text}) {
      writes += 1;
      writeSetting(db, 'note', text);
      return {times: writes};
    },
    fail({db}, {how}) {
      writeSetting(db, 'note', 'half');
      if (how === 'conflict') throw new CallFailure('conflict', {detail: 'since'});
      if (how === 'invalid') throw invalid({field: 'how', problem: 'twice'});
      if (how === 'full') throw Object.assign(new Error('x'), {code: 'ENOSPC'});
      throw new Error('secret of Әйгерім');
    },
    leak: () => ({shown: 'yes', hidden: 'no'}) as {shown: string},
  },
};

const password = 'ұзын құпия сөйлем';
let folder: string;
let application: Application;
let dispatch: Dispatch;
let published: (readonly Topic[])[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tirek-dispatch-'));
  const clock = (): Date => new Date('2026-01-05T07:00:00.000Z');
  application = new Application({folder, clock});
  await application.createAccount('Басшы', password);
  published = [];
  writes = 0;
  dispatch = makeDispatcher({
    contract,
    handlers,
    application,
    clock,
    pdf: {
      render: () => Promise.reject(new Error('no prints here')),
      bind: () => Promise.reject(new Error('no prints here')),
      close: () => Promise.resolve(),
    },
    platform: {
      host: 'loopback',
      version: '0',
      saveFile: () => Promise.resolve({saved: false}),
      openFile: () => Promise.resolve(undefined),
      chooseFolder: () => Promise.resolve(undefined),
      findSticks: () => Promise.resolve([]),
      notify: () => undefined,
    },
    publish: topics => published.push(topics),
  });
});

afterEach(() => {
  application.close();
  rmSync(folder, {recursive: true, force: true});
});

let ids = 0;

function call(name: string, input: unknown, commandId = `command-${(ids += 1)}`): Promise<Reply<unknown>> {
  const [area, operation] = name.split('.');
  return dispatch({area, call: operation, input, commandId});
}

function failure(error: unknown): unknown {
  return {ok: false, error};
}

test('a query answers, and tells nobody', async () => {
  expect(await call('note.read', {})).toEqual({ok: true, value: {text: null}});
  expect(published).toEqual([]);
});

test('a command writes, and tells which topics to ask again', async () => {
  expect(await call('note.write', {text: 'one'})).toEqual({ok: true, value: {times: 1}});
  expect(await call('note.read', {})).toEqual({ok: true, value: {text: 'one'}});
  expect(published).toEqual([['draft']]);
});

test('a command that comes twice is carried out once and answered twice, also after a restart', async () => {
  const first = await call('note.write', {text: 'one'}, 'same-command');
  await application.lock();
  await application.signIn('Басшы', password);
  expect(await call('note.write', {text: 'two'}, 'same-command')).toEqual(first);
  expect(await call('note.read', {})).toEqual({ok: true, value: {text: 'one'}});
});

test('a command without an id is refused', async () => {
  const reply = await dispatch({area: 'note', call: 'write', input: {text: 'one'}});
  expect(reply).toEqual(failure({code: 'invalid', issues: [{field: 'commandId', problem: 'required'}]}));
});

interface Case {
  name: string;
  request: unknown;
  error: unknown;
}

const cases: Case[] = [
  {name: 'no request', request: undefined, error: {code: 'invalid'}},
  {name: 'something else', request: {area: 1}, error: {code: 'invalid'}},
  {name: 'an unknown area', request: {area: 'x', call: 'read', input: {}}, error: {code: 'missing'}},
  {name: 'an unknown call', request: {area: 'note', call: 'x', input: {}}, error: {code: 'missing'}},
  {name: 'a name of every object', request: {area: 'note', call: 'constructor', input: {}}, error: {code: 'missing'}},
  {
    name: 'an unknown field',
    request: {area: 'note', call: 'read', input: {more: 1}},
    error: {code: 'invalid', issues: [{field: '', problem: 'malformed'}]},
  },
  {
    name: 'a field that breaks its schema, with the key of its words',
    request: {area: 'note', call: 'write', input: {text: 'too much'}, commandId: 'command-0'},
    error: {code: 'invalid', issues: [{field: 'text', problem: 'too-long'}]},
  },
];

test.each(cases)('$name', async ({request, error}) => {
  expect(await dispatch(request)).toEqual(failure(error));
});

test.each([
  {how: 'conflict', error: {code: 'conflict', detail: 'since'}},
  {how: 'invalid', error: {code: 'invalid', issues: [{field: 'how', problem: 'twice'}]}},
  {how: 'full', error: {code: 'storage', detail: 'full'}},
])('a handler that fails ($how) has written nothing', async ({how, error}) => {
  expect(await call('note.fail', {how}, 'failing-command')).toEqual(failure(error));
  expect(await call('note.read', {})).toEqual({ok: true, value: {text: null}});
  expect(published).toEqual([]);
  // A failure leaves no receipt: the same command may be tried again.
  expect(await call('note.write', {text: 'one'}, 'failing-command')).toMatchObject({ok: true});
});

test('a defect is logged without what somebody typed', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await call('note.fail', {how: 'bug'})).toEqual(failure({code: 'internal'}));
  const log = written.mock.calls.map(each => String(each[0])).join('');
  written.mockRestore();
  expect(log).toContain('error note.fail: Error');
  expect(log).toContain('dispatch.test.ts');
  expect(log).not.toContain('Әйгерім');
});

test('an output with more than the contract says does not get out', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await call('note.leak', {})).toEqual(failure({code: 'internal'}));
  written.mockRestore();
});

test('nobody signed in: only what anyone may ask', async () => {
  expect(await call('session.lock', {})).toEqual({ok: true, value: {}});
  expect(await call('note.read', {})).toEqual(failure({code: 'locked'}));
  expect(await call('session.makeRecoveryKey', {})).toEqual(failure({code: 'locked'}));
  expect(await call('session.state', {})).toMatchObject({ok: true, value: {phase: 'locked'}});
});

test('an auditor reads and does not write', async () => {
  await application.addAccount({name: 'Тексеруші', password: 'тағы бір құпия', role: 'auditor', staffId: null});
  await application.lock();
  await application.signIn('Тексеруші', 'тағы бір құпия');
  expect(await call('note.read', {})).toEqual({ok: true, value: {text: null}});
  expect(await call('note.write', {text: 'one'})).toEqual(failure({code: 'denied'}));
  expect(await call('session.lock', {})).toEqual({ok: true, value: {}});
});

test('two clicks on the same sign-in are one', async () => {
  await application.lock();
  const both = await Promise.all([1, 2].map(() => call('session.signIn', {name: 'Басшы', password}, 'same-click')));
  expect(both).toEqual([1, 2].map(() => ({ok: true, value: {result: 'ok'}})));
});

test('who is signed in is read again when a command has changed it', async () => {
  const session = must(application.session());
  session.connection.transact(db => db.execute("UPDATE account SET role = 'worker'"), {accountId: null});
  await call('session.setLanguage', {language: 'ru'});
  expect(application.session()?.account.role).toBe('worker');
});
