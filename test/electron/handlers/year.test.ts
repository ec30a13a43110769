import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {decodeBytes} from '../../../electron/contract/bytes.ts';
import {contract} from '../../../electron/contract/contract.ts';
import {emptyPlanFields} from '../../../electron/contract/plan.ts';
import {organisationTypes, type OrganisationType} from '../../../domain/vocabulary.ts';
import {
  admit,
  event,
  furnish,
  openOffice,
  password,
  person,
  type Office,
  type OfficeClient,
} from '../../support/office.ts';

/** The year of one recipient through the contract, for each type of organisation. */

const made = new Set<string>();

async function livesThroughAYear(office: Office, type: OrganisationType): Promise<void> {
  const {client, at} = office;
  const staff = await furnish(office, type);
  await client.facility.linkAccount({staffId: staff.head});
  await client.facility.saveNumbering({filePrefix: '2026/', fileStart: 7, journalStart: 3});
  expect(await client.facility.numbering({})).toEqual({filePrefix: '2026/', fileStart: 7, journalStart: 3});
  await client.facility.setSetupStep({step: 'done'});
  expect(await client.journal.volumes({})).toMatchObject([{begunOn: '2026-01-05', endedOn: null, rows: 0}]);
  expect((await client.facility.staff({withFormer: false})).map(each => each.name.surname)).toEqual([
    'Жүнісова',
    'Иванова',
    'Қасымжанова',
    'Өтеғали',
    'Үсенов',
    'Һамитова',
  ]);
  expect((await client.facility.get({}))?.headStaffId).toBe(staff.head);

  // Queue and admission.
  const {recipientId, placementId, rowNumber} = await client.journal.enter({
    journalId: null,
    recipientId: null,
    person,
    event: event('queued', '2025-12-20', null),
  });
  expect(rowNumber).toBe(3);
  await client.journal.record({placementId, event: event('admitted', '2026-01-05', '2-ж')});
  expect((await client.today.get({limit: 500})).items.map(item => item.kind)).toContain('file-open');

  // The personal file.
  expect(await client.file.nextNumber({})).toBe('2026/7');
  const file = await client.file.open({recipientId, openedOn: '2026-01-05', cameFrom: 'үйінен'});
  expect(await client.file.open({recipientId, openedOn: '2026-01-06', cameFrom: null})).toEqual(file);
  const opened = must(await client.file.get({recipientId}));
  const {id: _id, stamp, recipientId: _recipientId, countedSheets: _counted, ...values} = opened;
  const documents = values.documents.map(document => ({...document, sheets: 2, receivedOn: '2026-01-05'}));
  await client.file.save({id: file.id, seen: stamp, ...values, documents});
  expect((await client.file.get({recipientId}))?.countedSheets).toBe(2 * documents.length);

  // What only the cover asks.
  const card = await client.recipient.get({id: recipientId});
  const {id: _i, stamp: seen, placements: _p, events: _e, fileNumber, plans: _pl, ...facts} = card;
  expect(fileNumber).toBe('2026/7');
  await client.recipient.save({
    id: recipientId,
    seen,
    ...facts,
    diagnosis: 'II топтағы мүгедектік',
    ethnicity: 'қазақ',
    socialStatus: 'зейнеткер',
  });
  expect(await client.paper.issues({form: 'appendix-3', subjectId: recipientId})).toEqual([]);
  const cover = await client.paper.issue({form: 'appendix-3', subjectId: recipientId, legalDate: '2026-01-05'});

  // The plan.
  const planId = (await client.plan.create({recipientId, copyFrom: null})).id;
  expect((await client.plan.create({recipientId, copyFrom: null})).id).toBe(planId);
  const empty = await client.plan.get({id: planId});
  expect(empty.signatures.every(({staffId}) => staffId !== null)).toBe(true);
  const plan = await client.plan.save({
    id: planId,
    seen: empty.stamp,
    ...emptyPlanFields,
    observedFrom: '2026-01-05',
    observedTo: '2026-01-07',
    periodFrom: '2026-01-08',
    periodTo: '2026-12-31',
    reviewOn: '2026-06-30',
    measures: [
      {
        serviceType: 'everyday',
        text: 'Тұрғын бөлмемен қамтамасыз ету',
        volume: 'күн сайын',
        period: 'month',
        dateFrom: '2026-01-08',
        dateTo: '2026-12-31',
        staffId: staff['social-work-specialist'],
        assignedOn: '2026-01-07',
      },
    ],
    signatures: empty.signatures,
  });
  expect((await client.plan.issues({id: planId})).filter(issue => issue.severity === 'stop')).toEqual([]);
  at('2026-01-08');
  const filled = await client.plan.markFilled({id: planId, seen: plan.stamp, filledOn: '2026-01-08'});
  expect((await client.today.get({limit: 500})).items.filter(item => item.waitsFor === 'head')).toHaveLength(1);
  const approved = await client.plan.approve({id: planId, seen: filled.stamp, approvedOn: '2026-01-08'});
  expect((await client.plan.get({id: planId})).paperId).toBe(approved.paperId);

  // Leave and return.
  at('2026-02-01');
  await client.journal.record({placementId, event: event('left', '2026-02-01')});
  expect((await client.journal.counts({}))['on-leave']).toBe(1);
  await client.journal.record({placementId, event: event('came-back', '2026-02-10')});

  // Monitoring; a decision to correct opens a revision.
  at('2026-03-30');
  const roundId = (await client.monitoring.start({planId})).id;
  const round = await client.monitoring.get({id: roundId});
  expect(round.entries).toHaveLength(8);
  expect(round.entries[0]?.staffId).toBe(staff['social-work-specialist']);
  expect(round.observedFrom).toBe('2026-01-08');
  const {id: _r, stamp: roundStamp, planId: _pi, recipientId: _ri, number: _n, status: _s, ...rest} = round;
  const {enteredOn: _en, paperId: _pp, previous: _pr, ...roundValues} = rest;
  const savedRound = await client.monitoring.save({
    id: roundId,
    seen: roundStamp,
    ...roundValues,
    observedTo: '2026-03-30',
    monitoredOn: '2026-03-30',
    entries: round.entries.map(entry =>
      entry.serviceType === 'everyday'
        ? {
            ...entry,
            positiveGroups: ['skills'],
            positive: 'Өзі киінеді',
            decision: 'Түзету қажет',
            servicesToReview: ['medical'],
            recommendation: 'Дәрігер қарасын',
          }
        : entry,
    ),
  });
  expect((await client.monitoring.issues({id: roundId})).filter(issue => issue.severity === 'stop')).toEqual([]);
  const closed = await client.monitoring.close({id: roundId, seen: savedRound.stamp, enteredOn: '2026-03-31'});
  expect(await client.monitoring.rounds({planId})).toMatchObject([{status: 'closed', paperId: closed.paperId}]);
  const revisionId = must(closed.revisionPlanId);
  const revision = await client.plan.get({id: revisionId});
  expect(revision).toMatchObject({revision: 1, revisesId: planId, servicesToReview: ['medical'], status: 'draft'});
  expect(revision.measures).toHaveLength(1);
  expect((await client.plan.revise({id: planId, services: ['legal']})).id).toBe(revisionId);
  const filledRevision = await client.plan.markFilled({
    id: revisionId,
    seen: (await client.plan.get({id: revisionId})).stamp,
    filledOn: '2026-04-01',
  });
  await client.plan.approve({id: revisionId, seen: filledRevision.stamp, approvedOn: '2026-04-01'});
  expect((await client.plan.get({id: planId})).status).toBe('revised');

  // Prints: a frozen paper gives the same bytes though the facts have moved on.
  const source = {kind: 'frozen', paperId: approved.paperId} as const;
  const first = await client.paper.render({source, language: 'both'});
  const moved = await client.recipient.get({id: recipientId});
  const {id: _a, stamp: movedStamp, placements: _b, events: _c, fileNumber: _d, plans: _f, ...movedFacts} = moved;
  await client.recipient.save({
    id: recipientId,
    seen: movedStamp,
    ...movedFacts,
    name: {...movedFacts.name, surname: 'Жаңатегі'},
  });
  at('2026-04-02');
  const second = await client.paper.render({source, language: 'both'});
  expect(decodeBytes(second.pdf)).toEqual(decodeBytes(first.pdf));
  expect(first).toMatchObject({state: 'frozen', lostForce: true});
  const living = await client.paper.render({
    source: {kind: 'living', form: 'appendix-3', subjectId: recipientId},
    language: 'kk',
  });
  expect(living).toMatchObject({state: 'draft', fileName: 'Жеке іс - Жаңатегі Ө. Һ. - 05.01.2026 - жоба.pdf'});
  for (const form of ['appendix-2', 'appendix-3', 'appendix-4', 'appendix-5'] as const) {
    expect(await client.paper.render({source: {kind: 'blank', form}, language: 'ru'})).toMatchObject({state: 'blank'});
  }
  expect(await client.paper.saveAs({source, language: 'ru'})).toEqual({saved: true});
  await client.paper.register({source, language: 'ru', how: 'printed'});
  expect(await client.paper.prints({recipientId})).toMatchObject([{paperId: approved.paperId, accountName: 'Басшы'}]);
  expect((await client.paper.list({recipientId})).map(line => line.form).sort()).toEqual([
    'appendix-3',
    'appendix-4',
    'appendix-4',
    'appendix-5',
  ]);
  expect(await client.paper.ofSubject({subjectId: recipientId})).toMatchObject([{id: cover.paperId, revision: 1}]);

  // The year ends; discharge; the person comes again, into the same file.
  const current = await client.plan.get({id: revisionId});
  await client.plan.end({id: revisionId, seen: current.stamp, endedOn: '2026-11-30', reason: 'шығуына байланысты'});
  at('2026-11-30');
  await client.journal.record({
    placementId,
    event: {...event('discharged', '2026-11-30'), reason: 'өз өтініші', destination: 'Алматы қаласы'},
  });
  at('2026-12-10');
  const again = await client.journal.enter({
    journalId: null,
    recipientId,
    person: null,
    event: event('admitted', '2026-12-10'),
  });
  expect(again.rowNumber).toBe(4);
  const {rows} = await client.journal.rows({journalId: null, statuses: [], after: null, limit: 50});
  expect(rows).toMatchObject([
    {rowNumber: 3, status: 'discharged', returned: false, destination: 'Алматы қаласы', queuedOn: '2025-12-20'},
    {rowNumber: 4, status: 'receiving', returned: true, admitted: {on: '2026-12-10'}},
  ]);
  expect((await client.file.open({recipientId, openedOn: '2026-12-10', cameFrom: null})).id).toBe(file.id);

  // History: who changed what.
  const history = await client.recipient.history({id: recipientId, before: null, limit: 200});
  expect(history.changes.every(change => change.authorName === 'Басшы')).toBe(true);
  expect(history.changes.flatMap(change => (change.table === 'recipient' ? change.fields : []))).toContainEqual({
    field: 'surname',
    before: 'Әбдіғаппарұлы',
    after: 'Жаңатегі',
    obstacle: null,
  });
  const ofTheOffice = (await client.facility.history({before: null, limit: 200})).changes;
  expect(new Set(ofTheOffice.map(({table}) => table))).toEqual(
    new Set(['facility', 'staff', 'account', 'setting', 'journal']),
  );
  expect(ofTheOffice.find(({table}) => table === 'facility')).toMatchObject({
    op: expect.stringMatching(/insert|update/),
    authorName: 'Басшы',
  });

  expect(await client.recipient.search({text: 'жанате', limit: 10})).toMatchObject([
    {recipientId, fileNumber: '2026/7', status: 'receiving'},
  ]);
  expect(await client.recipient.search({text: '', limit: 10})).toHaveLength(1);
  expect((await client.recipient.list({status: 'receiving', unitId: null, offset: 0, limit: 10})).total).toBe(1);
}

test.each(organisationTypes)('a year in an organisation of type %s', async type => {
  const office = await openOffice();
  await livesThroughAYear(office, type);
  for (const call of office.made) made.add(call);
});

test('what the year leaves out: drafts, corrections, taking back, discarding', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  await furnish(office, 'temporary-stay');
  const {recipientId, placementId} = await admit(office, '2026-02-02');

  await client.draft.save({key: 'plan/1', values: {date: '31.02.2026'}, base: null});
  expect(await client.draft.get({key: 'plan/1'})).toMatchObject({values: {date: '31.02.2026'}});
  expect(await client.draft.list({})).toHaveLength(1);
  await client.draft.drop({key: 'plan/1'});
  expect(await client.draft.get({key: 'plan/1'})).toBeNull();

  const [volume] = await client.journal.volumes({});
  await client.journal.saveVolume({
    id: must(volume).id,
    seen: must(volume).stamp,
    begunOn: '2026-01-01',
    endedOn: null,
  });
  const [first] = await client.journal.events({placementId});
  await client.journal.correct({
    eventId: must(first).id,
    seen: must(first).stamp,
    happenedOn: '2026-02-01',
    orderNumber: '5',
    reason: null,
    destination: null,
  });
  const [mended] = await client.journal.events({placementId});
  expect(mended).toMatchObject({happenedOn: '2026-02-01', orderNumber: '5'});

  const plan = await client.plan.create({recipientId, copyFrom: null});
  await client.plan.discard({id: plan.id, seen: plan.stamp});
  expect((await client.recipient.get({id: recipientId})).plans).toEqual([]);

  await client.journal.takeBack({eventId: must(mended).id, seen: must(mended).stamp});
  expect((await client.journal.rows({journalId: null, statuses: [], after: null, limit: 9})).rows).toEqual([]);
  const again = await client.journal.enter({
    journalId: null,
    recipientId,
    person: null,
    event: event('admitted', '2026-02-02'),
  });
  expect(again.rowNumber).toBe(2);
  expect((await client.journal.rows({journalId: null, statuses: [], after: null, limit: 9})).rows[0]?.returned).toBe(
    false,
  );

  const {id} = await client.session.addAccount({name: 'Тексеруші', password, role: 'auditor', staffId: null});
  expect(await client.session.accounts({})).toMatchObject([{isOwn: true}, {id, role: 'auditor'}]);
  await client.session.changeAccount({id, role: 'registrar', staffId: null});
  await client.session.resetPassword({id, password: `${password} тағы`});
  await client.session.removeAccount({id});
  await client.session.setIdle({minutes: 5});
  expect(await client.session.idle({})).toEqual({minutes: 5});
  await client.session.makeRecoveryKey({});
  await client.session.confirmRecoveryKey({});
  await client.session.state({});
  await client.session.setLanguage({language: 'kk'});
  await client.session.changePassword({current: password, next: `${password} жаңа`});
  await client.session.lock({});
  await client.session.signIn({name: 'Басшы', password: `${password} жаңа`});
  for (const call of office.made) made.add(call);
});

test('an open round can be discarded', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  const staff = await furnish(office, 'stationary');
  const {recipientId} = await admit(office, '2026-02-02');
  const card = await client.recipient.get({id: recipientId});
  const {stamp, placements: _p, events: _e, fileNumber: _f, plans: _pl, ...facts} = card;
  await client.recipient.save({...facts, seen: stamp, diagnosis: 'бар'});
  const plan = await client.plan.get({id: (await client.plan.create({recipientId, copyFrom: null})).id});
  const saved = await client.plan.save({
    id: plan.id,
    seen: plan.stamp,
    ...emptyPlanFields,
    periodFrom: '2026-02-02',
    periodTo: '2026-12-31',
    reviewOn: '2026-06-01',
    measures: [
      {
        serviceType: 'medical',
        text: 'Дәрігер қарауы',
        volume: 'айына 1',
        period: null,
        dateFrom: null,
        dateTo: null,
        staffId: staff.medical,
        assignedOn: '2026-02-02',
      },
    ],
    signatures: plan.signatures,
  });
  const filled = await client.plan.markFilled({id: plan.id, seen: saved.stamp, filledOn: '2026-02-02'});
  await client.plan.approve({id: plan.id, seen: filled.stamp, approvedOn: '2026-02-02'});
  const round = await client.monitoring.start({planId: plan.id});
  await client.monitoring.discard({id: round.id, seen: round.stamp});
  expect(await client.monitoring.rounds({planId: plan.id})).toEqual([]);
  const year = {from: '2026-01-01', to: '2026-12-31', unitId: null};
  await client.statistics.get(year);
  await client.statistics.list({...year, table: 'sex', row: 'all', column: 'period', offset: 0, limit: 10});
  await client.statistics.excel({...year, language: 'kk'});
  expect(await client.statistics.saveExcel({...year, language: 'ru'})).toEqual({saved: true});
  await auditOfTheYear(client);
  for (const call of office.made) made.add(call);
});

/** Recovery with a printed key, a change of the key, and looking again at a problem are walked in the tests of the application. */
const elsewhere = new Set([
  'session.signInWithRecovery',
  'session.keys',
  'session.rotateKey',
  'session.lookAgain',
  'session.beginTour',
  'session.endTour',
  'journal.archive',
  'journal.setArchive',
  'today.signatures',
  'today.month',
  'today.choice',
  'today.choose',
  'plan.sign',
  'monitoring.sign',
  'file.sign',
]);
/** Areas without a year of one recipient: their own tests make each of their calls. */
for (const area of [
  'norms',
  'binding',
  'transfer',
  'job',
  'calendar',
  'queue',
  'statistics',
  'duplicates',
  'unit',
  'admission',
  'attachment',
  'exchange',
  'reference',
  'backup',
  'numbering',
  'consent',
  'personalData',
  'erasure',
  'undo',
  'printing',
  'schedule',
  'importing',
  'phrase',
  'groupMeasure',
  'typedBefore',
  'exporting',
  'update',
] as const) {
  for (const call of Object.keys(contract[area])) elsewhere.add(`${area}.${call}`);
}

/** After all of it the chain is whole, and nothing in it was typed. */
async function auditOfTheYear({audit}: OfficeClient): Promise<void> {
  const all = {from: null, to: null, accountId: null, kind: null, recipientId: null};
  expect((await audit.verify({})).broken).toBeNull();
  expect((await audit.about({})).end.seq).toBeGreaterThan(10);
  const {lines} = await audit.list({...all, before: null, limit: 200});
  expect(JSON.stringify(lines.map(({detail, what}) => [detail, what]))).not.toMatch(/\p{Script=Cyrillic}/u);
  expect((await audit.print({})).fileName).toMatch(/\.pdf$/);
  expect(await audit.savePrint({})).toEqual({saved: true});
  expect((await audit.excel({...all, language: 'kk'})).fileName).toMatch(/\.xlsx$/);
  expect(await audit.saveExcel({...all, language: 'ru'})).toEqual({saved: true});
}

test('every call of the contract is made at least once', () => {
  const all = Object.entries(contract).flatMap(([area, calls]) => Object.keys(calls).map(call => `${area}.${call}`));
  expect(all.filter(call => !made.has(call) && !elsewhere.has(call))).toEqual([]);
});
