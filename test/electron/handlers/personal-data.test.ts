import {randomBytes} from 'node:crypto';
import {unzipSync} from 'fflate';
import {describe, expect, test} from 'vitest';
import {accountRoles, may} from '../../../domain/roles.ts';
import {must} from '../../../domain/assert.ts';
import {decodeBytes} from '../../../electron/contract/bytes.ts';
import {personCopy, type PersonCopy} from '../../../electron/contract/person-copy.ts';
import {become} from '../../support/become.ts';
import {admit, event, failureOf, furnish, openOffice, person, type Office} from '../../support/office.ts';
import {approvePlan} from '../../support/plans.ts';

async function until(office: Office, jobId: string): Promise<void> {
  await expect.poll(async () => (await office.client.job.state({jobId})).state, {timeout: 20_000}).toBe('done');
}

interface Copied {
  readonly fileName: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly data: PersonCopy;
  readonly jobId: string;
}

async function copy(office: Office, recipientId: string, language: 'kk' | 'ru' = 'ru'): Promise<Copied> {
  const {jobId} = await office.client.personalData.copy({recipientId, language});
  await until(office, jobId);
  const {file, fileName} = await office.client.job.take({jobId});
  const files = unzipSync(decodeBytes(file));
  const data = personCopy.parse(JSON.parse(Buffer.from(must(files['data.json'])).toString()));
  return {fileName, files, data, jobId};
}

const tableOf = (data: PersonCopy, name: string) => must(data.tables.find(table => table.name === name));
const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(must(bytes)).toString();

async function officeWithPerson() {
  const office = await openOffice('2026-02-02');
  const staff = await furnish(office, 'temporary-stay');
  const {recipientId, planId} = await approvePlan(office, staff);
  return {office, recipientId, planId};
}

describe('the copy of all that is held on a person', () => {
  test('holds the facts in words, as they are stored, and the scans', async () => {
    const {office, recipientId} = await officeWithPerson();
    const scan = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(500)]);
    const add = {recipientId, documentId: null, bytes: scan.toString('base64')};
    await office.client.attachment.add({...add, title: '../Анықтама: <b>№ 1</b>'});
    await office.client.draft.save({key: `recipient:${recipientId}`, values: {phone: '1'}, base: null});
    const {fileName, files, data, jobId} = await copy(office, recipientId);

    expect(fileName).toBe('Все данные - Әбдіғаппарұлы Ө. Һ. - 02.02.2026.zip');
    const names = Object.keys(files);
    expect(names).toEqual(
      expect.arrayContaining(['1 Данные.pdf', '2 Изменения.pdf', '3 Кто смотрел.pdf', 'data.json']),
    );
    const scanName = must(names.find(name => name.startsWith('Сканы/')));
    expect(scanName).toBe('Сканы/.. Анықтама b № 1 b  - 02.02.2026.jpg');
    expect(Buffer.compare(Buffer.from(must(files[scanName])), scan)).toBe(0);

    expect(textOf(files['1 Данные.pdf'])).toContain('I топтағы мүгедектік');
    expect(textOf(files['1 Данные.pdf'])).toContain('Дәрігер қарауы');
    expect(textOf(files['2 Изменения.pdf'])).toContain('Диагноз');
    expect(textOf(files['3 Кто смотрел.pdf'])).toContain('Басшы');

    expect(tableOf(data, 'recipient').rows).toMatchObject([
      {id: recipientId, surname: person.name.surname, diagnosis: 'I топтағы мүгедектік'},
    ]);
    expect(tableOf(data, 'recipient').columns).toContainEqual({
      name: 'diagnosis',
      words: {kk: 'Диагнозы', ru: 'Диагноз'},
    });
    expect(tableOf(data, 'measure').rows).toHaveLength(1);
    expect(data.names.staff.map(({name}) => name.kk)).toContain('Үсенов Әсел');
    expect(data.drafts).toMatchObject([{form: `recipient:${recipientId}`, account: 'Басшы', values: {phone: '1'}}]);
    expect(
      data.changes.some(({table, fields}) => table === 'recipient' && fields.some(f => f.name === 'diagnosis')),
    ).toBe(true);
    expect(data.audit.map(({what}) => what)).toContain('plan.approve');
    expect(data.files.filter(({kind}) => kind === 'scan')).toMatchObject([{path: scanName, state: 'included'}]);
    expect(await office.client.personalData.outcome({jobId})).toMatchObject({scans: 1, scansMissing: 0});
  });

  test('tells what has been removed, and whose entry was made one with it', async () => {
    const {office, recipientId} = await officeWithPerson();
    const other = await admit(office, '2026-02-02', {...person, phone: '+7 702'});
    await office.client.duplicates.merge({
      keptId: recipientId,
      keptSeen: (await office.client.recipient.get({id: recipientId})).stamp,
      mergedId: other.recipientId,
      mergedSeen: (await office.client.recipient.get({id: other.recipientId})).stamp,
      take: [],
    });
    const consent = {givenBy: 'person', representative: null, document: null, attachmentId: null} as const;
    const given = await office.client.consent.record({
      recipientId,
      ...consent,
      givenOn: '2026-02-02',
      withdrawnOn: null,
      note: 'жаңылыс',
    });
    await office.client.consent.remove({id: given.id, seen: given.stamp});
    const {data} = await copy(office, other.recipientId);
    expect(data.changes.filter(({rowId}) => rowId === given.id).map(({op}) => op)).toEqual(['delete', 'insert']);
    expect(data.recipientIds).toEqual([recipientId, other.recipientId]);
    expect(tableOf(data, 'recipientMerge').rows).toHaveLength(1);
    expect(tableOf(data, 'placement').rows).toHaveLength(2);
  });

  test('is told apart in the audit, and holds nothing of anybody else', async () => {
    const {office, recipientId} = await officeWithPerson();
    const other = await admit(office, '2026-02-02', {...person, name: {...person.name, surname: 'Бөтенов'}});
    const {data, files} = await copy(office, recipientId, 'kk');
    expect(JSON.stringify(data)).not.toContain('Бөтенов');
    expect(JSON.stringify(data)).not.toContain(other.recipientId);
    expect(textOf(files['1 Деректер.pdf'])).not.toContain('Бөтенов');
    const {lines} = await office.client.audit.list({
      before: null,
      limit: 5,
      from: null,
      to: null,
      accountId: null,
      kind: 'export',
      recipientId,
    });
    expect(lines).toMatchObject([{what: 'personalData.copy', detail: {language: 'kk'}}]);
  });

  test('a scan that has not come yet, and a paper that cannot be made, are told and stop nothing', async () => {
    const {office, recipientId, planId} = await officeWithPerson();
    const connection = must(office.application.session()).connection;
    connection.transact(
      db => {
        db.execute(
          `INSERT INTO attachment (id, recipient_id, title, media_type, sha256, size, added_on)
            VALUES ('far', ?, 'Алыстағы', 'image/png', ?, 100, '2026-02-02')`,
          recipientId,
          'a'.repeat(64),
        );
        db.execute(
          `INSERT INTO paper (id, form, edition_id, edition_shape, recipient_id, subject_id, revision, legal_date, frozen_at, "values")
            VALUES ('newer', 'appendix-9', 'e', 's', ?, ?, 1, '2026-02-02', '2026-02-02T05:00:00Z', '{}')`,
          recipientId,
          planId,
        );
      },
      {accountId: null},
    );
    const {data, jobId} = await copy(office, recipientId);
    expect(data.files).toContainEqual({path: null, state: 'not-here', kind: 'scan', rowId: 'far'});
    expect(data.files).toContainEqual({path: null, state: 'not-made', kind: 'paper', rowId: 'newer'});
    expect(await office.client.personalData.outcome({jobId})).toMatchObject({
      scansMissing: 1,
      scansTooLarge: 0,
      papersMissing: 1,
    });
  });

  test('a person is missing, and other long work has no outcome of this kind', async () => {
    const {office} = await officeWithPerson();
    expect((await failureOf(office.client.personalData.copy({recipientId: 'x', language: 'kk'}))).code).toBe('missing');
    expect((await failureOf(office.client.personalData.outcome({jobId: 'x'}))).code).toBe('missing');
  });

  test('is made by nobody who may not see all that is in it', async () => {
    const makers = accountRoles.filter(role => may(role, 'person-copy'));
    expect(makers).toEqual(['head', 'worker']);
    for (const role of makers)
      for (const right of ['records', 'diagnosis', 'ethnicity', 'export'] as const) expect(may(role, right)).toBe(true);
    const {office, recipientId} = await officeWithPerson();
    become(office, 'registrar');
    expect((await failureOf(office.client.personalData.copy({recipientId, language: 'kk'}))).code).toBe('denied');
  });
});

describe('the term of keeping', () => {
  const page = {offset: 0, limit: 50};

  test('puts nobody on the list while the organisation has none, and whoever left so long ago after that', async () => {
    const office = await openOffice('2026-02-02');
    await furnish(office, 'temporary-stay');
    const leave = async (surname: string, on: string): Promise<string> => {
      const {recipientId, placementId} = await admit(office, '2019-01-10', {
        ...person,
        name: {...person.name, surname},
      });
      await office.client.journal.record({placementId, event: event('discharged', on)});
      return recipientId;
    };
    const [early, due] = [await leave('Бірінші', '2020-03-01'), await leave('Екінші', '2021-02-02')];
    await leave('Үшінші', '2021-02-03');
    await admit(office, '2019-01-10', {...person, name: {...person.name, surname: 'Қалған'}});
    expect(await office.client.personalData.due(page)).toEqual({total: 0, items: []});

    await office.client.personalData.saveSettings({consentMark: true, keepYears: 5});
    const {total, items} = await office.client.personalData.due(page);
    expect(total).toBe(2);
    expect(items.map(({recipientId, leftOn, dueOn}) => [recipientId, leftOn, dueOn])).toEqual([
      [early, '2020-03-01', '2025-03-01'],
      [due, '2021-02-02', '2026-02-02'],
    ]);
    expect((await office.client.personalData.due({offset: 1, limit: 1})).items.map(each => each.recipientId)).toEqual([
      due,
    ]);

    await office.client.personalData.saveSettings({consentMark: true, keepYears: null});
    expect((await office.client.personalData.due(page)).total).toBe(0);
  });

  test('is decided by the head alone', async () => {
    const office = await openOffice('2026-02-02');
    become(office, 'worker');
    const settings = {consentMark: true, keepYears: 5};
    expect((await failureOf(office.client.personalData.saveSettings(settings))).code).toBe('denied');
    expect(await office.client.personalData.settings({})).toEqual({consentMark: true, keepYears: null});
  });
});
