import {describe, expect, test} from 'vitest';
import {
  event,
  failureOf,
  furnish,
  nobody,
  openOffice,
  password,
  type Office,
  type Staff,
} from '../../support/office.ts';
import {approvePlan} from '../../support/plans.ts';

/** A person entered by mistake is erased; one whose papers were signed is not. */

async function office(): Promise<Office & {staff: Staff}> {
  const opened = await openOffice('2026-02-02');
  const staff = await furnish(opened, 'temporary-stay');
  await opened.client.facility.linkAccount({staffId: staff.head});
  return {...opened, staff};
}

async function queue({client}: Office, surname: string): Promise<string> {
  const {recipientId} = await client.journal.enter({
    journalId: null,
    recipientId: null,
    person: {...nobody, name: {surname, firstName: 'Әлия', patronymic: null}, bornOn: '1980-05-03'},
    event: event('queued', '2026-01-10', null),
  });
  return recipientId;
}

describe('erasing a person', () => {
  test('asks for the password, and leaves who and when', async () => {
    const opened = await office();
    const {client, application} = opened;
    const recipientId = await queue(opened, 'Жоғалбекова');
    await queue(opened, 'Қалғанова');
    expect(await client.erasure.state({recipientId})).toBeNull();
    const {rows, obstacles} = await client.erasure.preview({recipientId});
    expect(rows).toEqual([
      {table: 'recipient', count: 1},
      {table: 'placement', count: 1},
      {table: 'placementEvent', count: 1},
    ]);
    expect(obstacles).toEqual({'mistake': [], 'retention-ended': ['not-discharged']});
    const reason = 'mistake' as const;
    expect(await client.erasure.erase({recipientId, reason, password: 'not the password'})).toMatchObject({
      result: 'wrong',
    });
    expect(await client.recipient.search({text: 'Жоғалбек', limit: 5})).toHaveLength(1);
    expect(await client.erasure.erase({recipientId, reason, password})).toEqual({result: 'ok'});
    expect(await client.recipient.search({text: 'Жоғалбек', limit: 5})).toEqual([]);
    expect(await client.recipient.search({text: '', limit: 5})).toMatchObject([{name: {surname: 'Қалғанова'}}]);
    expect(await failureOf(client.recipient.get({id: recipientId}))).toMatchObject({code: 'missing'});
    expect(await client.erasure.state({recipientId})).toEqual({
      erasedOn: '2026-02-02',
      reason: 'mistake',
      accountName: application.session()?.account.name,
    });
    expect(await failureOf(client.erasure.preview({recipientId}))).toMatchObject({code: 'missing'});
    const {lines} = await client.audit.list({
      from: null,
      to: null,
      accountId: null,
      kind: 'change',
      recipientId,
      before: null,
      limit: 1,
    });
    expect(lines).toMatchObject([{what: 'erasure.erase', recipientId, name: null}]);
    const verified = await client.audit.verify({});
    expect(verified).toMatchObject({broken: null});
    expect(verified.erased).toBeGreaterThan(2);
  });

  test('is refused where papers were signed and services given, and says why', async () => {
    const opened = await office();
    const {client} = opened;
    const {recipientId} = await approvePlan(opened, opened.staff);
    const {obstacles} = await client.erasure.preview({recipientId});
    expect(obstacles.mistake).toContain('plan-approved');
    expect(await failureOf(client.erasure.erase({recipientId, reason: 'mistake', password}))).toMatchObject({
      code: 'invalid',
      issues: [{field: 'reason', problem: 'erasure-obstacles'}],
    });
    expect(await client.recipient.get({id: recipientId})).toMatchObject({id: recipientId});
  });

  test('a person who has left is erased with the signed papers, once the term of keeping is over', async () => {
    const opened = await office();
    const {client} = opened;
    const {recipientId, placementId} = await approvePlan(opened, opened.staff);
    await client.journal.record({placementId, event: event('discharged', '2026-02-02')});
    const obstacles = async () => (await client.erasure.preview({recipientId})).obstacles['retention-ended'];
    // Nobody has said how long they are kept: for ever.
    expect(await obstacles()).toEqual(['term-runs']);
    await client.personalData.saveSettings({consentMark: true, keepYears: 5});
    opened.at('2031-02-01');
    expect(await obstacles()).toEqual(['term-runs']);
    opened.at('2031-02-02');
    expect(await obstacles()).toEqual([]);
    expect(await client.personalData.due({offset: 0, limit: 5})).toMatchObject({items: [{recipientId}]});
    expect(await client.erasure.erase({recipientId, reason: 'retention-ended', password})).toEqual({result: 'ok'});
    expect(await client.personalData.due({offset: 0, limit: 5})).toMatchObject({total: 0});
    expect(await client.erasure.state({recipientId})).toMatchObject({reason: 'retention-ended'});
  });
});
