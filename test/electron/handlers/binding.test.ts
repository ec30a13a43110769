import {unzipSync} from 'fflate';
import {afterAll, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {sheetsInWords} from '../../../domain/number-words.ts';
import {printLanguages, type PrintLanguage} from '../../../domain/text.ts';
import {decodeBytes} from '../../../electron/contract/bytes.ts';
import {partNames} from '../../../templates/print/year-folder.ts';
import {admit, failureOf, furnish, openOffice, person, type Office, type Staff} from '../../support/office.ts';
import {approvePlan, fillPlan, tellDiagnosis, wholeDates, wholeMeasure} from '../../support/plans.ts';
import {dense, pdfBoxes, pdfPages} from '../../support/read-pdf.ts';
import {testRenderer} from '../../support/test-renderer.ts';
import {until} from '../../support/time.ts';

/** A year's folder: made, read back with poppler, marked as bound. The renderer is the real one. */

const pdf = await testRenderer();
afterAll(() => pdf.close());

interface Bound {
  readonly office: Office;
  readonly staff: Staff;
  readonly recipientId: string;
}

/** A plan, a round that opened a revision, the revision, a second round; all of 2026. */
async function yearOfOne(): Promise<Bound> {
  const office = await openOffice('2026-02-02', {pdf});
  const {client, at} = office;
  const staff = await furnish(office, 'temporary-stay');
  await client.facility.linkAccount({staffId: staff.head});
  const {recipientId, planId} = await approvePlan(office, staff);
  await client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: 'үйінен'});
  at('2026-03-30');
  const first = await closeRound(office, planId, '2026-03-30', ['medical']);
  const revisionId = must(first.revisionPlanId);
  const draft = await client.plan.get({id: revisionId});
  const {stamp} = await client.plan.markFilled({id: revisionId, seen: draft.stamp, filledOn: '2026-03-30'});
  await client.plan.approve({id: revisionId, seen: stamp, approvedOn: '2026-03-30'});
  at('2026-06-29');
  await closeRound(office, revisionId, '2026-06-29', []);
  return {office, staff, recipientId};
}

async function closeRound({client}: Office, planId: string, on: string, servicesToReview: readonly 'medical'[]) {
  const {id} = await client.monitoring.start({planId});
  const {
    stamp: seen,
    planId: _plan,
    recipientId: _recipient,
    number: _number,
    status: _status,
    enteredOn: _entered,
    paperId: _paper,
    previous: _previous,
    ...values
  } = await client.monitoring.get({id});
  const {stamp} = await client.monitoring.save({
    ...values,
    seen,
    observedTo: on,
    monitoredOn: on,
    entries: values.entries.map(entry =>
      entry.serviceType === 'medical'
        ? {
            ...entry,
            positiveGroups: ['skills'],
            positive: 'Өзі киінеді',
            decision: servicesToReview.length > 0 ? 'Түзету қажет' : 'Түзету қажет емес',
            servicesToReview: [...servicesToReview],
            recommendation: 'Дәрігер қарасын',
          }
        : entry,
    ),
  });
  expect((await client.monitoring.issues({id})).filter(issue => issue.severity === 'stop')).toEqual([]);
  return client.monitoring.close({id, seen: stamp, enteredOn: on});
}

/** Somebody with a plan of this year that nobody has approved. */
async function admitAnother(office: Office, staff: Staff, surname: string, isApproved: boolean): Promise<string> {
  const {client} = office;
  const {recipientId} = await admit(office, '2026-02-02', {...person, name: {...person.name, surname}});
  await tellDiagnosis(client, recipientId);
  const plan = await client.plan.get({id: (await client.plan.create({recipientId, copyFrom: null})).id});
  const saved = await client.plan.save({
    id: plan.id,
    seen: plan.stamp,
    ...wholeDates,
    measures: [wholeMeasure(staff)],
    signatures: plan.signatures,
  });
  if (isApproved) {
    const filled = await client.plan.markFilled({id: plan.id, seen: saved.stamp, filledOn: '2026-06-29'});
    await client.plan.approve({id: plan.id, seen: filled.stamp, approvedOn: '2026-06-29'});
  }
  return recipientId;
}

async function ended({client}: Office, jobId: string) {
  return until(async () => {
    const job = await client.job.state({jobId});
    return job.state === 'running' ? undefined : job;
  });
}

interface Asked {
  readonly recipientIds: 'all' | string[];
  readonly language?: PrintLanguage;
  readonly what?: 'pile' | 'each';
}

async function bind(office: Office, {recipientIds, language = 'kk', what = 'pile'}: Asked) {
  const {jobId, leftOut} = await office.client.binding.start({year: 2026, recipientIds, language, what});
  const job = await ended(office, jobId);
  expect(job).toMatchObject({state: 'done', done: job.total});
  const {file, fileName} = await office.client.job.take({jobId});
  const outcome = await office.client.binding.outcome({jobId});
  return {bytes: decodeBytes(file), fileName, leftOut, ...outcome};
}

/** The number in the upper right corner of each page. */
function sheetNumbers(bytes: Uint8Array): (string | undefined)[] {
  const {pages, words} = pdfBoxes(bytes);
  return pages.map(
    ({width}, index) =>
      words.find(word => word.page === index + 1 && word.bottom < 30 && word.right > width - 40)?.text,
  );
}

test.each(printLanguages)(
  'a folder in %s: sheets numbered through, the inventory true, the count in words',
  async language => {
    const {office, recipientId} = await yearOfOne();
    const {bytes, folders, fileName} = await bind(office, {recipientIds: [recipientId], language});
    const pages = pdfPages(bytes);
    const [{sheets} = {sheets: 0}] = folders;
    expect(pages).toHaveLength(sheets);
    expect(sheetNumbers(bytes)).toEqual(pages.map((_, index) => String(index + 1)));
    expect(fileName).toMatch(/2026 - Әбдіғаппарұлы Ө\. Һ\.pdf$/u);

    const sides = language === 'both' ? (['kk', 'ru'] as const) : [language];
    const title = must(pages[0]);
    for (const side of sides) {
      expect(dense(title)).toContain(dense(sheetsInWords(sheets)[side]));
      expect(dense(title)).toContain(
        dense({kk: 'Нөмірленген және тігілген', ru: 'Пронумеровано и прошнуровано'}[side]),
      );
    }
    expect(title).toContain('«Тірек» орталығы');
    expect(title).toContain('Центр «Тирек»');
    expect(title).toContain('Әбдіғаппарұлы Өркен Һасенғалиұлы');
    expect(title).toContain('Қасымжанова Әсел');

    // Each line of the inventory tells where its paper begins and ends.
    const names = [
      partNames.title,
      partNames.inventory,
      partNames.plan,
      partNames.revision(1),
      partNames.round(1),
      partNames.round(2),
    ];
    const inventory = must(pages[1]);
    // Sheets, from, to: after a date, or after the name of what has none.
    const rows = inventory.matchAll(/(?:\.\d{4}|парағы|лист|Тізімдеме|Опись) (\d+) (\d+) (\d+)/gu);
    const lines = [...rows].map(([, count, from, to]) => ({sheets: Number(count), from: Number(from), to: Number(to)}));
    expect(lines).toHaveLength(names.length);
    for (const name of names) for (const side of sides) expect(dense(inventory)).toContain(dense(name[side]));
    // Every paper says at the foot which of its own pages this is.
    const begins = pages.flatMap((page, index) => (/(?:^|\s)1 \/ \d+(?:\s|$)/u.test(page) ? [index + 1] : []));
    expect(lines.map(line => line.from)).toEqual(begins);
    expect(lines.map(line => line.to)).toEqual([...begins.slice(1).map(from => from - 1), sheets]);
    expect(lines.reduce((sum, line) => sum + line.sheets, 0)).toBe(sheets);

    // The papers themselves, in their order: two plans, then two rounds.
    const opening = lines.slice(2).map(({from}) => must(pages[from - 1]));
    const formSigns = sides.map(side => ({kk: ['4-қосымша', '5-қосымша'], ru: ['Приложение 4', 'Приложение 5']})[side]);
    for (const [plan = '', round = ''] of formSigns) {
      expect(opening.map(page => [page.includes(plan), page.includes(round)])).toEqual([
        [true, false],
        [true, false],
        [false, true],
        [false, true],
      ]);
    }
    const recorded = await office.client.paper.render({source: {kind: 'year', recipientId, year: 2026}, language});
    expect(decodeBytes(recorded.pdf)).toEqual(bytes);
  },
);

test('a pile of all, a file for each; who has nothing approved is told and left out', async () => {
  const {office, staff, recipientId} = await yearOfOne();
  const other = await admitAnother(office, staff, 'Жанұзақов', true);
  const lacking = await admitAnother(office, staff, 'Яхонтов', false);
  const {folders, years} = await office.client.binding.list({year: 2026});
  expect(years).toEqual([2026]);
  expect(folders).toMatchObject([
    {recipientId, plans: 1, revisions: 1, rounds: 2, lacks: [], bound: null},
    {recipientId: other, plans: 1, revisions: 0, rounds: 0, lacks: []},
    {recipientId: lacking, plans: 0, revisions: 0, rounds: 0, lacks: [{what: 'plan-not-approved', roundId: null}]},
  ]);
  expect((await office.client.binding.list({year: 2025})).folders).toEqual([]);

  const pile = await bind(office, {recipientIds: 'all'});
  expect(pile.leftOut).toEqual([lacking]);
  expect(pile.folders.map(folder => folder.recipientId)).toEqual([recipientId, other]);
  const counts = pile.folders.map(folder => folder.sheets);
  const numbers = counts.flatMap(count => Array.from({length: count}, (_, index) => String(index + 1)));
  expect(sheetNumbers(pile.bytes)).toEqual(numbers);

  const each = await bind(office, {recipientIds: [recipientId, other, lacking], what: 'each'});
  expect(each.leftOut).toEqual([lacking]);
  const files = unzipSync(each.bytes);
  expect(Object.keys(files)).toEqual([
    'Тігілген құжаттар 2026 - Әбдіғаппарұлы Ө. Һ.pdf',
    'Тігілген құжаттар 2026 - Жанұзақов Ө. Һ.pdf',
  ]);
  expect(Object.values(files).map(file => pdfPages(file).length)).toEqual(counts);
  expect((await bind(office, {recipientIds: 'all'})).bytes).toEqual(pile.bytes);

  expect(await failureOf(bind(office, {recipientIds: [lacking]}))).toMatchObject({
    code: 'invalid',
    issues: [{problem: 'nothing-to-bind'}],
  });
  const folder = {kind: 'year', recipientId: lacking, year: 2026} as const;
  expect(await failureOf(office.client.paper.render({source: folder, language: 'kk'}))).toMatchObject({
    code: 'invalid',
  });
});

test('cancelling stops the work: no more is rendered, nothing is given out', async () => {
  const {office} = await yearOfOne();
  const {jobId} = await office.client.binding.start({year: 2026, recipientIds: 'all', language: 'ru', what: 'pile'});
  await until(async () => (await office.client.job.state({jobId})).done || undefined);
  const cancelled = await office.client.job.cancel({jobId});
  expect(cancelled).toMatchObject({state: 'cancelled', fileName: null});
  expect(cancelled.done).toBeLessThan(cancelled.total);
  // One document at a time: what had not been stopped would be made before this one.
  await office.client.paper.render({source: {kind: 'blank', form: 'appendix-4'}, language: 'kk'});
  expect((await office.client.job.state({jobId})).done).toBe(cancelled.done);
  expect(await failureOf(office.client.job.take({jobId}))).toMatchObject({code: 'missing'});
  expect(await failureOf(office.client.binding.outcome({jobId}))).toMatchObject({code: 'missing'});
});

test('locking the program while it binds ends the work', async () => {
  const {office} = await yearOfOne();
  const {jobId} = await office.client.binding.start({year: 2026, recipientIds: 'all', language: 'kk', what: 'pile'});
  await office.client.session.lock({});
  await office.client.session.signIn({name: 'Басшы', password: 'ұзын құпия сөйлем'});
  expect(await failureOf(office.client.job.state({jobId}))).toMatchObject({code: 'missing'});
});

test('saved and bound: the register, the note on the year, the deadline of Today, the history', async () => {
  const office = await openOffice('2026-02-02', {pdf});
  const {client, at} = office;
  const staff = await furnish(office, 'temporary-stay');
  const {recipientId} = await approvePlan(office, staff);
  at('2026-12-30');
  const isAsked = async () =>
    (await client.today.get({limit: 500})).items.some(
      item => item.kind === 'year-binding' && item.recipientId === recipientId,
    );
  expect(await isAsked()).toBe(true);

  const {folders} = await bind(office, {recipientIds: 'all'});
  await client.binding.register({year: 2026, recipientIds: [recipientId], language: 'kk'});
  expect(await client.paper.prints({recipientId})).toMatchObject([{form: 'appendix-4', how: 'saved', state: 'frozen'}]);
  await client.paper.register({source: {kind: 'year', recipientId, year: 2026}, language: 'ru', how: 'printed'});
  expect(await client.paper.prints({recipientId})).toHaveLength(2);

  for (const [boundOn, problem] of [
    ['2026-12-31', 'date-in-future'],
    ['2025-12-31', 'bound-before-year'],
  ] as const) {
    expect(await failureOf(client.binding.markBound({year: 2026, boundOn, folders}))).toMatchObject({
      code: 'invalid',
      issues: [{field: 'boundOn', problem}],
    });
  }
  await client.binding.markBound({year: 2026, boundOn: '2026-12-30', folders});
  expect(await isAsked()).toBe(false);
  const [{sheets} = {sheets: 0}] = folders;
  const bound = {recipientId, bound: {boundOn: '2026-12-30', sheets}};
  expect((await client.binding.list({year: 2026})).folders).toMatchObject([bound]);

  await client.binding.markBound({year: 2026, boundOn: '2026-12-29', folders: [{recipientId, sheets: 40}]});
  expect((await client.binding.list({year: 2026})).folders).toMatchObject([
    {bound: {boundOn: '2026-12-29', sheets: 40}},
  ]);
  await client.binding.takeBack({year: 2026, recipientId});
  expect(await isAsked()).toBe(true);
  const {changes} = await client.recipient.history({id: recipientId, before: null, limit: 100});
  expect(changes.filter(change => change.table === 'yearBinding').map(change => change.op)).toEqual([
    'delete',
    'update',
    'insert',
  ]);
});

test('nothing is marked of a year in which there is no paper', async () => {
  const office = await openOffice('2026-02-02', {pdf});
  const staff = await furnish(office, 'stationary');
  const {recipientId} = await fillPlan(office, staff);
  const folders = [{recipientId, sheets: 3}];
  expect(await failureOf(office.client.binding.markBound({year: 2026, boundOn: '2026-02-02', folders}))).toMatchObject({
    issues: [{problem: 'nothing-to-bind'}],
  });
  expect((await office.client.binding.list({year: 2026})).folders).toMatchObject([{bound: null}]);
});
