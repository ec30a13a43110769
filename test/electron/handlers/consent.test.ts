import {randomBytes} from 'node:crypto';
import {beforeEach, describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {admit, failureOf, furnish, openOffice, person, type Office} from '../../support/office.ts';

let office: Office;
let recipientId: string;

beforeEach(async () => {
  office = await openOffice('2026-02-02');
  await furnish(office, 'temporary-stay');
  ({recipientId} = await admit(office, '2026-02-02'));
});

const given = {
  givenOn: '2026-02-02',
  givenBy: 'person',
  representative: null,
  document: 'Келісім № 3',
  attachmentId: null,
  withdrawnOn: null,
  note: null,
} as const;

const list = () => office.client.consent.list({recipientId});

async function addScan(of: string): Promise<string> {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(100)]).toString('base64');
  return (await office.client.attachment.add({recipientId: of, title: 'Келісім', documentId: null, bytes})).id;
}

describe('a consent', () => {
  test('is recorded, corrected, withdrawn and removed; the card remarks what is lacking', async () => {
    expect(await list()).toEqual({consents: [], lack: 'none'});
    const {id, stamp} = await office.client.consent.record({recipientId, ...given, document: '  Келісім  № 3 '});
    expect(await list()).toEqual({consents: [{id, stamp, ...given}], lack: null});

    const corrected = {...given, givenBy: 'representative', representative: ' Оспанова Роза '} as const;
    const saved = await office.client.consent.save({id, seen: stamp, ...corrected, withdrawnOn: '2026-02-02'});
    expect(await list()).toMatchObject({
      consents: [{givenBy: 'representative', representative: 'Оспанова Роза', withdrawnOn: '2026-02-02'}],
      lack: 'withdrawn',
    });

    expect((await failureOf(office.client.consent.remove({id, seen: stamp}))).code).toBe('conflict');
    await office.client.consent.remove({id, seen: saved.stamp});
    expect(await list()).toEqual({consents: [], lack: 'none'});
    const {changes} = await office.client.recipient.history({id: recipientId, before: null, limit: 50});
    expect(changes.filter(({table}) => table === 'consent').map(({op}) => op)).toEqual(['delete', 'update', 'insert']);
    const audit = await office.client.audit.list({
      before: null,
      limit: 50,
      from: null,
      to: null,
      accountId: null,
      kind: 'change',
      recipientId,
    });
    expect(audit.lines.map(({what}) => what).filter(what => what.startsWith('consent'))).toEqual([
      'consent.remove',
      'consent.save',
      'consent.record',
    ]);
  });

  test('is remarked nowhere where the organisation does not want it', async () => {
    await office.client.personalData.saveSettings({consentMark: false, keepYears: null});
    expect((await list()).lack).toBeNull();
    expect(await office.client.personalData.settings({})).toEqual({consentMark: false, keepYears: null});
  });

  test.each([
    {what: 'of tomorrow', values: {givenOn: '2026-02-03'}, field: 'givenOn', problem: 'date-in-future'},
    {
      what: 'of a representative without a name',
      values: {givenBy: 'representative', representative: ' '} as const,
      field: 'representative',
      problem: 'required',
    },
    {
      what: 'withdrawn before it was given',
      values: {withdrawnOn: '2026-02-01'},
      field: 'withdrawnOn',
      problem: 'period-reversed',
    },
    {what: 'with a scan that is none', values: {attachmentId: 'x'}, field: 'attachmentId', problem: 'no-such-scan'},
    {what: 'with a note without end', values: {note: 'я'.repeat(2_001)}, field: 'note', problem: 'too-long'},
  ])('is refused $what', async ({values, field, problem}) => {
    expect(await failureOf(office.client.consent.record({recipientId, ...given, ...values}))).toMatchObject({
      code: 'invalid',
      issues: [{field, problem}],
    });
    expect((await list()).consents).toEqual([]);
  });

  test('shows a scan of the same person, and stays when the scan goes', async () => {
    const other = await admit(office, '2026-02-02', {...person, name: {...person.name, surname: 'Ким'}});
    const [own, strange] = [await addScan(recipientId), await addScan(other.recipientId)];
    expect(await failureOf(office.client.consent.record({recipientId, ...given, attachmentId: strange}))).toMatchObject(
      {issues: [{field: 'attachmentId', problem: 'no-such-scan'}]},
    );
    await office.client.consent.record({recipientId, ...given, attachmentId: own});
    expect((await list()).consents).toMatchObject([{attachmentId: own}]);
    const {attachments} = await office.client.attachment.list({recipientId});
    await office.client.attachment.remove({id: own, seen: must(attachments[0]).stamp});
    expect((await list()).consents).toMatchObject([{document: 'Келісім № 3', attachmentId: null}]);
  });
});
