import {readdirSync, readFileSync, renameSync} from 'node:fs';
import {join} from 'node:path';
import {eq} from 'drizzle-orm';
import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {quarantine} from '../../../registry/store/schema/log.ts';
import {
  atRegistry,
  byStick,
  codeFor,
  sharedRegistry,
  stateOf,
  temporaryFolder,
} from '../../support/exchange-offices.ts';
import {admit, failureOf, furnish, openOffice, type Office} from '../../support/office.ts';

/** A facility that no network leads to: the registry is met by stick alone. */

const registry = sharedRegistry();

async function working(): Promise<Office> {
  const opened = await openOffice('2026-01-05');
  await furnish(opened, 'stationary');
  await opened.client.facility.setSetupStep({step: 'done'});
  await admit(opened, '2026-01-05');
  return opened;
}

async function ask({client}: Office, facility: string, name: string): Promise<string> {
  const code = await codeFor(registry(), facility);
  await client.exchange.ask({code, name});
  return code;
}

const countsOf = async ({client}: Office) => must((await client.exchange.state({})).counts);

test('a PC is taken in by stick, sends, and says confirmed only when the answer has come back', async () => {
  const facility = await registry().facility();
  const stick = temporaryFolder('stick');
  const first = await working();
  expect(await failureOf(first.client.exchange.byStick({folder: stick}))).toEqual({code: 'missing'});
  const code = await ask(first, facility, 'Қабылдау');
  expect((await first.client.exchange.state({})).request).toMatchObject({name: 'Қабылдау', writtenAt: null});
  expect(await byStick(first, stick)).toMatchObject({problem: null, enrolment: 'asked', written: [], refusedFiles: []});
  expect((await first.client.exchange.state({})).request?.writtenAt).toEqual(expect.any(String));
  const [request] = readdirSync(join(stick, 'Tirek', 'enrolment'));
  expect(readFileSync(join(stick, 'Tirek', 'enrolment', must(request)), 'utf8')).not.toContain(
    code.replaceAll('-', ''),
  );
  // Carried back unanswered, it is asked again.
  expect(await byStick(first, stick)).toMatchObject({problem: null, enrolment: 'asked'});

  expect(await atRegistry(registry(), stick)).toMatchObject({
    problem: null,
    files: [{outcome: {kind: 'enrolled'}}],
    answered: [],
  });
  const joined = await byStick(first, stick);
  expect(joined).toMatchObject({problem: null, enrolment: 'taken-in', written: [{name: 'Реестр', kind: 'registry'}]});
  expect(readdirSync(join(stick, 'Tirek', 'enrolment'))).toEqual([]);
  expect(await first.client.exchange.state({})).toMatchObject({
    request: null,
    partners: [{kind: 'registry', url: null, state: 'active'}],
  });
  const {changes} = must(joined.written[0]);
  expect(changes).toBeGreaterThan(10);
  expect(await countsOf(first)).toEqual({saved: 0, sent: changes, confirmed: 0, refused: 0});
  // There is no address that it could go to by itself.
  expect(await failureOf(first.client.exchange.byNetwork({}))).toEqual({code: 'missing'});

  expect(await atRegistry(registry(), stick)).toMatchObject({
    files: [{outcome: {kind: 'taken', accepted: changes, known: 0, quarantined: 0}}],
  });
  expect(await countsOf(first)).toMatchObject({confirmed: 0});
  await byStick(first, stick);
  expect(await countsOf(first)).toEqual({saved: 0, sent: 0, confirmed: changes, refused: 0});

  // A further PC needs one way there and back: the answer brings the first load along.
  const second = await openOffice('2026-01-05');
  await second.client.facility.setSetupStep({step: 'joining'});
  await ask(second, facility, 'Бөлме');
  await byStick(second, stick);
  const report = await atRegistry(registry(), stick);
  expect(report.enrolled).toEqual(report.answered.filter(node => report.enrolled.includes(node)));
  expect(await byStick(second, stick)).toMatchObject({problem: null, enrolment: 'taken-in'});
  expect((await second.client.session.state({})).setupStep).toBe('recovery-key');
  for (const office of [second, first, second, first]) {
    await atRegistry(registry(), stick);
    await byStick(office, stick);
  }
  expect(stateOf(second)).toEqual(stateOf(first));
});

test('a code that nobody gave, one for another type: both sides say why, and the PC goes on waiting', async () => {
  const facility = await registry().facility();
  const stick = temporaryFolder('stick');
  const first = await openOffice('2026-01-05');
  await furnish(first, 'home-care');
  await first.client.facility.setSetupStep({step: 'done'});
  await first.client.exchange.ask({code: 'ABCD-EFGH-JKMN', name: 'ДК'});
  await byStick(first, stick);
  expect((await atRegistry(registry(), stick)).files).toMatchObject([
    {outcome: {kind: 'not-enrolled', problem: 'wrong-code'}},
  ]);
  expect(await byStick(first, stick)).toMatchObject({enrolment: 'asked', refusedFiles: [{problem: 'wrong-code'}]});
  await ask(first, facility, 'ДК');
  await byStick(first, stick);
  expect((await atRegistry(registry(), stick)).files).toMatchObject([
    {outcome: {kind: 'not-enrolled', problem: 'other-facility'}},
  ]);
  expect(await byStick(first, stick)).toMatchObject({enrolment: 'asked', refusedFiles: [{problem: 'other-facility'}]});
  await first.client.exchange.withdrawRequest({});
  expect(await first.client.exchange.state({})).toMatchObject({request: null, partners: []});
  expect(await failureOf(first.client.exchange.byStick({folder: stick}))).toEqual({code: 'missing'});
  expect(await failureOf(first.client.exchange.ask({code: 'short', name: ''}))).toMatchObject({code: 'invalid'});
});

test('an answer that stands on the stick wherever the officer saved it is found', async () => {
  const facility = await registry().facility();
  const stick = temporaryFolder('stick');
  const first = await working();
  await ask(first, facility, 'ДК');
  await byStick(first, stick);
  const {identity} = registry();
  await atRegistry(registry(), stick);
  const {node} = must(first.application.session()).connection;
  renameSync(join(stick, 'Tirek', 'enrolment', `${node}.answer.json`), join(stick, `${node}.answer (1).json`));
  expect(await byStick(first, stick)).toMatchObject({enrolment: 'taken-in', written: [{kind: 'registry'}]});
  await atRegistry(registry(), stick);
  const name = must(readdirSync(join(stick, 'Tirek', facility)).find(each => each.startsWith(identity.node)));
  renameSync(join(stick, 'Tirek', facility, name), join(stick, name.replace('.tirek', ' (2).tirek')));
  await byStick(first, stick);
  expect(await countsOf(first)).toMatchObject({saved: 0, sent: 0});
});

test('what the registry refuses is told with its answer, and is told no more when it has come right there', async () => {
  const home = await registry().facility();
  const stick = temporaryFolder('stick');
  const first = await working();
  await ask(first, home, 'ДК');
  const there = async (): Promise<void> => {
    await byStick(first, stick);
    await atRegistry(registry(), stick);
    await byStick(first, stick);
  };
  await there();
  // Reference data is the registry's own.
  const {connection} = must(first.application.session());
  connection.transact(db => db.execute("INSERT INTO reference (id, version, sha256, size) VALUES ('x', 1, 'a', 1)"), {
    accountId: null,
  });
  await there();
  await there();
  expect(await countsOf(first)).toMatchObject({saved: 0, sent: 0, refused: 1});
  await registry().store.asFacility(home, db =>
    db.update(quarantine).set({state: 'mended'}).where(eq(quarantine.facilityId, home)),
  );
  await there();
  expect(await countsOf(first)).toMatchObject({saved: 0, sent: 0, refused: 0});
});
