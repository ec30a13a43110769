import {unzipSync} from 'fflate';
import {afterAll, describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {decodeBytes} from '../../../electron/contract/bytes.ts';
import type {contract} from '../../../electron/contract/contract.ts';
import type {InputOf} from '../../../electron/contract/kernel.ts';
import type {MadeSource} from '../../../electron/contract/paper.ts';
import type {PdfRenderer} from '../../../electron/pdf/renderer.ts';
import {become} from '../../support/become.ts';
import {
  admit,
  event,
  failureOf,
  furnish,
  openOffice,
  password,
  person,
  type Office,
  type Staff,
} from '../../support/office.ts';
import {approvePlan, tellDiagnosis, wholeDates, wholeMeasure} from '../../support/plans.ts';
import {pdfPages} from '../../support/read-pdf.ts';
import {testRenderer} from '../../support/test-renderer.ts';
import {until} from '../../support/time.ts';

/** The print centre: who is in the pile and what lacks, the pile made, stopped and gone on with, the register. */

const pdf = await testRenderer();
afterAll(() => pdf.close());

type AskedList = InputOf<(typeof contract)['printing']['list']>;

const everything: AskedList = {
  forms: ['appendix-4'],
  version: 'frozen',
  language: 'kk',
  statuses: ['receiving', 'on-leave'],
  unitId: null,
  staffId: null,
  text: '',
  filter: 'all',
};

async function open(renderer: PdfRenderer = pdf): Promise<{office: Office; staff: Staff}> {
  const office = await openOffice('2026-02-02', {pdf: renderer});
  const staff = await furnish(office, 'temporary-stay');
  await office.client.facility.linkAccount({staffId: staff.head});
  return {office, staff};
}

/** Somebody with a plan, approved or not. */
async function planOf(office: Office, staff: Staff, surname: string, isApproved = true): Promise<string> {
  const {client} = office;
  const {recipientId} = await admit(office, '2026-02-02', {...person, name: {...person.name, surname}});
  await tellDiagnosis(client, recipientId);
  const plan = await client.plan.get({id: (await client.plan.create({recipientId, copyFrom: null})).id});
  const measures = [wholeMeasure(staff)];
  const saved = await client.plan.save({
    id: plan.id,
    seen: plan.stamp,
    ...wholeDates,
    measures,
    signatures: plan.signatures,
  });
  if (isApproved) {
    const filled = await client.plan.markFilled({id: plan.id, seen: saved.stamp, filledOn: '2026-02-02'});
    await client.plan.approve({id: plan.id, seen: filled.stamp, approvedOn: '2026-02-02'});
  }
  return recipientId;
}

async function ended({client}: Office, jobId: string) {
  return until(async () => {
    const job = await client.job.state({jobId});
    return job.state === 'running' ? undefined : job;
  });
}

async function sourcesOf({client}: Office, asked: Partial<AskedList> = {}): Promise<MadeSource[]> {
  const {lines} = await client.printing.list({...everything, ...asked});
  return lines.flatMap(({papers}) => papers.map(({source}) => source));
}

describe('the pile', () => {
  test('says of everybody what will be printed, what lacks and where it is mended', async () => {
    const {office, staff} = await open();
    const {client} = office;
    const withPlan = await planOf(office, staff, 'Әбенов');
    const unapproved = await planOf(office, staff, 'Бөкенов', false);
    const {recipientId: without} = await admit(office, '2026-02-02', {
      ...person,
      name: {...person.name, surname: 'Ғалиева'},
    });
    await client.journal.enter({
      journalId: null,
      recipientId: null,
      person: {...person, name: {...person.name, surname: 'Үсенов'}},
      event: event('queued', '2026-02-02'),
    });
    const {lines, total} = await client.printing.list({
      ...everything,
      forms: ['appendix-2', 'appendix-3', 'appendix-4', 'appendix-5'],
      statuses: ['queued', 'receiving'],
    });
    expect(total).toBe(5);
    expect(
      lines.map(({name, papers, lacks}) => [
        name?.surname ?? null,
        papers.map(({form}) => form),
        lacks.map(({form, why}) => `${form} ${why}`),
      ]),
    ).toEqual([
      [null, [], ['appendix-2 journal-not-issued']],
      ['Әбенов', ['appendix-4'], ['appendix-3 no-file', 'appendix-5 no-round']],
      ['Бөкенов', [], ['appendix-3 no-file', 'appendix-4 plan-not-approved', 'appendix-5 no-round']],
      ['Ғалиева', [], ['appendix-3 no-file', 'appendix-4 no-plan', 'appendix-5 no-plan']],
      ['Үсенов', [], ['appendix-3 not-admitted', 'appendix-4 not-admitted', 'appendix-5 not-admitted']],
    ]);
    const plans = (await client.recipient.get({id: unapproved})).plans;
    expect(lines[2]?.lacks[1]?.planId).toBe(plans[0]?.id);
    const drafts = await client.printing.list({...everything, version: 'draft'});
    expect(drafts.lines.map(({recipientId, papers, lacks}) => [recipientId, papers.length, lacks[0]?.why])).toEqual([
      [withPlan, 0, 'plan-approved'],
      [unapproved, 1, undefined],
      [without, 0, 'no-plan'],
    ]);
  });

  test('is chosen by name on any layout, by specialist, by what is not printed and not signed', async () => {
    const {office, staff} = await open();
    const {client} = office;
    const first = await planOf(office, staff, 'Әбенов');
    await planOf(office, staff, 'Бөкенов');
    const surnames = async (asked: Partial<AskedList>) =>
      (await client.printing.list({...everything, ...asked})).lines.map(({name}) => name?.surname);
    expect(await surnames({text: 'абен'})).toEqual(['Әбенов']);
    expect(await surnames({text: 'f,ty'})).toEqual(['Әбенов']);
    expect(await surnames({staffId: staff.medical})).toEqual(['Әбенов', 'Бөкенов']);
    expect(await surnames({staffId: staff.head})).toEqual([]);
    const [source] = await sourcesOf(office, {text: 'абен'});
    await client.paper.register({source: must(source), language: 'ru', how: 'printed'});
    expect(await surnames({filter: 'unprinted'})).toEqual(['Бөкенов']);
    expect(await surnames({filter: 'unsigned'})).toEqual(['Әбенов', 'Бөкенов']);
    expect((await client.printing.list(everything)).lines[0]?.papers[0]?.printedAt).toBe('2026-02-02T12:00:00.000Z');
    await client.journal.record({
      placementId: (await client.recipient.get({id: first})).placements[0]?.placementId ?? '',
      event: event('left', '2026-02-02'),
    });
    expect(await surnames({statuses: ['on-leave']})).toEqual(['Әбенов']);
  });

  test('keeps from a registrar what stands on a plan', async () => {
    const {office, staff} = await open();
    await planOf(office, staff, 'Әбенов');
    const papers = await sourcesOf(office);
    become(office, 'registrar');
    expect(await office.client.printing.list(everything)).toEqual({lines: [], total: 0});
    expect(await failureOf(office.client.printing.start({papers, language: 'kk', what: 'pile'}))).toMatchObject({
      code: 'denied',
    });
  });
});

describe('a pile that is made', () => {
  test('is one PDF, is looked at and entered in the register by the pages that were printed', async () => {
    const {office, staff} = await open();
    const {client} = office;
    for (const surname of ['Әбенов', 'Бөкенов', 'Ғалиева']) await planOf(office, staff, surname);
    const papers = await sourcesOf(office);
    const {jobId} = await client.printing.start({papers, language: 'both', what: 'pile'});
    expect(await ended(office, jobId)).toMatchObject({
      state: 'done',
      fileName: 'Құжаттар топтамасы - Пачка документов - 02.02.2026 - 3.pdf',
    });
    const outcome = await client.printing.outcome({jobId});
    expect(outcome).toMatchObject({failed: [], language: 'both', lostForce: true});
    expect(outcome.papers.map(({source}) => source)).toEqual(papers);
    const source = {kind: 'pile', jobId} as const;
    const shown = await client.paper.render({source, language: 'both'});
    expect(shown.state).toBe('frozen');
    const pages = pdfPages(decodeBytes(shown.pdf));
    expect(pages).toHaveLength(outcome.papers.reduce((sum, each) => sum + each.pages, 0));
    const {lines} = await client.printing.list({...everything, language: 'both'});
    expect(lines.map(line => line.papers[0]?.pages)).toEqual(outcome.papers.map(each => each.pages));

    const [first, second] = outcome.papers.map(each => each.pages) as [number, number, number];
    await client.paper.register({source, language: 'both', how: 'printed', pages: {from: 1, to: first}});
    await client.paper.register({
      source,
      language: 'both',
      how: 'printed',
      pages: {from: first + 1, to: first + second + 1},
    });
    const register = await client.printing.register({
      from: '2026-02-02',
      to: null,
      accountId: null,
      form: 'appendix-4',
      recipientId: null,
      offset: 0,
      limit: 2,
    });
    expect(register.total).toBe(3);
    expect(register.lines).toHaveLength(2);
    expect(register.lines[0]).toMatchObject({how: 'printed', state: 'frozen', language: 'both', accountName: 'Басшы'});
    expect(new Set(register.lines.map(({paperId}) => paperId)).size).toBe(2);
    expect(await client.printing.printers({})).toEqual([{id: expect.any(String) as string, name: 'Басшы'}]);
  });

  test('or a file for each, by form and person', async () => {
    const {office, staff} = await open();
    const {client} = office;
    for (const surname of ['Әбенов', 'Әбенов']) await planOf(office, staff, surname);
    const papers = await sourcesOf(office);
    const {jobId} = await client.printing.start({papers, language: 'ru', what: 'each'});
    await ended(office, jobId);
    const {file} = await client.job.take({jobId});
    expect(Object.keys(unzipSync(decodeBytes(file)))).toEqual([
      'Индивидуальный план - Әбенов Ө. Һ. - 02.02.2026.pdf',
      'Индивидуальный план - Әбенов Ө. Һ. - 02.02.2026 (2).pdf',
    ]);
    // A file for each is no paper that can be looked at.
    const looked = client.paper.render({source: {kind: 'pile', jobId}, language: 'ru'});
    expect(await failureOf(looked)).toMatchObject({code: 'missing'});
  });

  test('goes on where it was after it was stopped, and after a lock; a draft that was changed is made anew', async () => {
    let made = 0;
    let stopAt = 2;
    let jobId = '';
    let cancel = (): Promise<unknown> => Promise.resolve();
    const counting: PdfRenderer = {
      ...pdf,
      async render(definition, options) {
        made += 1;
        if (made === stopAt) await cancel();
        return pdf.render(definition, options);
      },
    };
    const {office, staff} = await open(counting);
    const {client} = office;
    cancel = () => client.job.cancel({jobId});
    for (const surname of ['Әбенов', 'Бөкенов', 'Ғалиева']) await planOf(office, staff, surname);
    const draft = await planOf(office, staff, 'Үсенов', false);
    const papers = [...(await sourcesOf(office)), ...(await sourcesOf(office, {version: 'draft'}))];
    const asked = {papers, language: 'kk', what: 'pile'} as const;
    ({jobId} = await client.printing.start(asked));
    expect(await ended(office, jobId)).toMatchObject({state: 'cancelled', done: 1, total: 5});
    expect(await client.printing.held({papers, language: 'kk'})).toEqual({held: 1});

    made = 0;
    stopAt = 3;
    ({jobId} = await client.printing.start(asked));
    await ended(office, jobId);
    expect(made).toBe(3);
    expect(await client.printing.held({papers, language: 'kk'})).toEqual({held: 3});

    await client.session.lock({});
    expect(await failureOf(client.printing.held({papers, language: 'kk'}))).toMatchObject({code: 'locked'});
    await client.session.signIn({name: 'Басшы', password});
    expect(await failureOf(client.job.state({jobId}))).toMatchObject({code: 'missing'});
    made = 0;
    stopAt = 0;
    ({jobId} = await client.printing.start(asked));
    expect(await ended(office, jobId)).toMatchObject({state: 'done'});
    expect(made).toBe(1);

    const {id} = must((await client.recipient.get({id: draft})).plans[0]);
    const plan = await client.plan.get({id});
    await client.plan.save({
      id,
      seen: plan.stamp,
      ...wholeDates,
      reviewOn: '2026-07-01',
      measures: plan.measures,
      signatures: plan.signatures,
    });
    made = 0;
    await ended(office, (await client.printing.start(asked)).jobId);
    expect(made).toBe(1);
  });

  test('without a paper that cannot be made: the others are there, and it is named', async () => {
    let asked = 0;
    const {office, staff} = await open({
      ...pdf,
      render(definition, options) {
        asked += 1;
        return asked === 1 ? Promise.reject(new Error('no')) : pdf.render(definition, options);
      },
    });
    for (const surname of ['Әбенов', 'Бөкенов']) await planOf(office, staff, surname);
    const papers = await sourcesOf(office);
    const {jobId} = await office.client.printing.start({papers, language: 'kk', what: 'pile'});
    expect(await ended(office, jobId)).toMatchObject({state: 'done'});
    const outcome = await office.client.printing.outcome({jobId});
    expect(outcome.failed).toEqual([papers[0]]);
    expect(outcome.papers.map(({source}) => source)).toEqual([papers[1]]);
  });
});

test('the register is a workbook', async () => {
  const {office, staff} = await open();
  const {client} = office;
  await approvePlan(office, staff);
  const [source] = await sourcesOf(office);
  await client.paper.register({source: must(source), language: 'kk', how: 'saved'});
  const {file, fileName} = await client.printing.excel({
    from: null,
    to: null,
    accountId: null,
    form: null,
    recipientId: null,
    language: 'ru',
  });
  expect(fileName).toBe('Реестр печати - 02.02.2026.xlsx');
  const strings = new TextDecoder().decode(unzipSync(decodeBytes(file))['xl/sharedStrings.xml']);
  expect(strings).toContain('Әбдіғаппарұлы Өркен Һасенғалиұлы');
  expect(strings).toContain('сохранено в файл');
});
