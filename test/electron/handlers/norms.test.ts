import {strFromU8, unzipSync} from 'fflate';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import type {OrganisationType} from '../../../domain/vocabulary.ts';
import {unit} from '../../../db/schema/facility.ts';
import {unitStay} from '../../../db/schema/journal.ts';
import {decodeBytes} from '../../../electron/contract/bytes.ts';
import {normsCalls, type NormAnswers, type NormCalculation, type NormPost} from '../../../electron/contract/norms.ts';
import type {PdfRenderer} from '../../../electron/pdf/renderer.ts';
import {admit, failureOf, furnish, openOffice, password, person, type Office} from '../../support/office.ts';
import {dense, pdfInfo, pdfText} from '../../support/read-pdf.ts';
import {sampleOrganisation} from '../../support/sample-staff-norms.ts';
import {testRenderer} from '../../support/test-renderer.ts';

/** Appendix 1 through the contract: answers, staff by their cards, the calculation, its print and its workbook. */

const today = '2026-03-02';

const unanswered: NormAnswers = {
  kind: 'psychoneurological',
  people: 174,
  flags: {},
  counts: {},
  entered: {},
  rounding: 'none',
  staffIds: [],
  staffIsWhole: false,
};

const {flags, counts} = sampleOrganisation.input;
const answered = {
  ...unanswered,
  flags,
  counts,
  entered: {24: 2, 25: 1, 26: 1.5, 27: 0.5, 28: 2, 29: 2.25},
  rounding: 'half',
} as NormAnswers;

async function office(type: OrganisationType = 'stationary'): Promise<Office> {
  const opened = await openOffice(today);
  await furnish(opened, type);
  return opened;
}

interface Card {
  readonly post: number | null;
  readonly rate: number | null;
  readonly startedOn?: string;
  readonly leftOn?: string;
}

let surnames = 0;

async function hire({client}: Office, {post, rate, startedOn, leftOn}: Card): Promise<string> {
  surnames += 1;
  const {id} = await client.facility.saveStaff({
    id: null,
    seen: null,
    name: {surname: `Қызметкер${surnames}`, firstName: 'Әсел', patronymic: null},
    position: {kk: 'маман', ru: 'специалист'},
    signatoryRole: null,
    serviceTypes: [],
    startedOn: startedOn ?? null,
    leftOn: leftOn ?? null,
    normPost: post,
    rateHundredths: rate,
    isHead: false,
  });
  return id;
}

/** A unit of supported independent living, with a person who lives there. */
async function openUnit(opened: Office, placementIds: readonly string[], unitId = 'unit-1'): Promise<string> {
  must(opened.application.session()).connection.transact(
    db => {
      db.insert(unit)
        .values({id: unitId, kind: 'supported-living', nameKk: 'Үйренеміз', nameRu: 'Учимся', places: 12})
        .run();
      for (const placementId of placementIds) {
        db.insert(unitStay)
          .values({id: `stay-${placementId}`, placementId, unitId, fromOn: today})
          .run();
      }
    },
    {accountId: null},
  );
  return unitId;
}

async function placesOf({client}: Office) {
  return (await client.norms.get({})).places;
}

async function compute({client}: Office, answers: NormAnswers, unitId: string | null = null): Promise<NormCalculation> {
  const outcome = await client.norms.compute({unitId, answers});
  if (outcome.state !== 'computed') throw new Error(outcome.why.ru);
  return outcome;
}

function postOf({groups}: NormCalculation, no: number): NormPost {
  return must(groups.flatMap(({posts}) => posts).find(post => post.no === no));
}

let renderer: PdfRenderer;

beforeAll(async () => {
  renderer = await testRenderer();
});

afterAll(async () => renderer.close());

test('answers are kept, the calculation follows from them, and its papers say the same', async () => {
  const opened = await office();
  const {client, printed} = opened;
  const [before] = await placesOf(opened);
  expect(before).toMatchObject({unitId: null, receiving: 0, answers: null, name: {ru: 'Центр «Тирек»'}});
  const {stamp} = await client.norms.save({unitId: null, answers: answered, seen: must(before).stamp});
  const [after] = await placesOf(opened);
  expect(after).toMatchObject({answers: answered, stamp});

  const calculation = await compute(opened, answered);
  expect(calculation).toMatchObject({people: 174, column: {ru: '151-200'}});
  expect(calculation.groups.flatMap(({posts}) => posts)).toHaveLength(78);
  expect(postOf(calculation, 34)).toMatchObject({state: 'units', raw: '1,74', units: '2', actual: null});
  expect(postOf(calculation, 29)).toMatchObject({raw: '2,25', units: '2,25'});
  expect(calculation.groups.flatMap(({posts}) => posts).some(({state}) => state === 'not-needed')).toBe(true);
  expect(calculation.vehicles.limits.map(({state}) => state)).toContain('not-allowed');

  for (const language of ['kk', 'ru', 'both'] as const) {
    const {fileName} = await client.norms.print({unitId: null, answers: answered, language});
    expect(fileName).toBe(
      {
        kk: 'Штат нормативтері - 02.03.2026.pdf',
        ru: 'Штатные нормативы - 02.03.2026.pdf',
        both: 'Штат нормативтері - Штатные нормативы - 02.03.2026.pdf',
      }[language],
    );
    const pdf = await renderer.render(must(printed.at(-1)));
    expect(pdfInfo(pdf)).toMatchObject({form: '308-2022/appendix-1'});
    const paper = dense(pdfText(pdf));
    for (const side of language === 'both' ? (['kk', 'ru'] as const) : [language]) {
      expect(paper).toContain(dense({kk: '«Тірек» орталығы', ru: 'Центр «Тирек»'}[side]));
      for (const {name} of calculation.groups) expect(paper).toContain(dense(name[side]));
    }
    expect(paper).toContain(dense('Қасымжанова Әсел'));
    expect(paper).toContain('1,74');
  }

  const {file, fileName} = await client.norms.excel({unitId: null, answers: answered, language: 'ru'});
  expect(fileName).toBe('Штатные нормативы - 02.03.2026.xlsx');
  const parts = unzipSync(decodeBytes(file));
  const sheet = strFromU8(must(parts['xl/worksheets/sheet1.xml']));
  const words = sheet + strFromU8(must(parts['xl/sharedStrings.xml'] ?? parts['xl/worksheets/sheet1.xml']));
  expect(strFromU8(must(parts['xl/workbook.xml']))).toContain('name="Должности"');
  expect(sheet).toContain('<v>1.74</v>');
  expect(words).toContain('Инспектор по кадрам');
  expect(words).not.toContain('Кадрлар жөніндегі инспектор');
  for (const as of ['pdf', 'xlsx'] as const) {
    expect(await client.norms.saveAs({unitId: null, answers: answered, language: 'kk', as})).toEqual({saved: true});
  }
  expect([...opened.made].filter(call => call.startsWith('norms.')).sort()).toEqual(
    Object.keys(normsCalls)
      .map(call => `norms.${call}`)
      .sort(),
  );
});

describe('the staff by their cards', () => {
  test('is summed by post over those who work now, and held against the norms', async () => {
    const opened = await office();
    const cards: Card[] = [
      {post: 2, rate: 50},
      {post: 2, rate: 25},
      {post: 10, rate: 100},
      {post: 34, rate: 150},
      {post: 34, rate: 50},
      // Left yesterday; leaves today; has not begun; a card without its rate.
      {post: 10, rate: 100, leftOn: '2026-03-01'},
      {post: 6, rate: 100, leftOn: today},
      {post: 10, rate: 100, startedOn: '2026-03-03'},
      {post: 10, rate: null},
    ];
    for (const card of cards) await hire(opened, card);
    const [place] = await placesOf(opened);
    expect(place).toMatchObject({
      actual: [
        {post: 2, hundredths: 75},
        {post: 6, hundredths: 100},
        {post: 10, hundredths: 100},
        {post: 34, hundredths: 200},
      ],
      // The six who were there before have no post either.
      withoutPost: 7,
    });
    const calculation = await compute(opened, {...answered, rounding: 'none'});
    expect(postOf(calculation, 2)).toMatchObject({actual: '0,75', difference: '–0,25', standing: 'short'});
    expect(postOf(calculation, 10)).toMatchObject({actual: '1', difference: '0', standing: 'enough'});
    expect(postOf(calculation, 34)).toMatchObject({raw: '1,74', actual: '2', difference: '+0,26', standing: 'over'});
    expect(postOf(calculation, 7)).toMatchObject({units: '1', actual: null, standing: 'unknown'});

    // Once the cards are whole, a post that nobody holds is vacant; one that is not needed stays out of it.
    const whole = await compute(opened, {...answered, staffIsWhole: true});
    expect(postOf(whole, 7)).toMatchObject({actual: '0', difference: '–1', standing: 'short'});
    for (const {state, actual} of whole.groups.flatMap(({posts}) => posts)) {
      if (state === 'no-unit' || state === 'other-kind' || state === 'not-needed') expect(actual).toBeNull();
    }
    expect(calculation.sum.remark?.ru).toContain('должностей без фактического числа');
    expect(whole.sum.remark?.ru ?? '').not.toContain('должностей без фактического числа');
  });

  test('keeps the post of a card that is saved without it, and refuses a post that no table has', async () => {
    const opened = await office();
    const {client} = opened;
    const id = await hire(opened, {post: 2, rate: 50});
    const card = must((await client.facility.staff({withFormer: false})).find(each => each.id === id));
    const {stamp, normPost, rateHundredths, ...rest} = card;
    expect({normPost, rateHundredths}).toEqual({normPost: 2, rateHundredths: 50});
    await client.facility.saveStaff({...rest, seen: stamp, position: {kk: 'бас маман', ru: 'главный специалист'}});
    const kept = must((await client.facility.staff({withFormer: false})).find(each => each.id === id));
    expect(kept).toMatchObject({normPost: 2, rateHundredths: 50, position: {ru: 'главный специалист'}});
    expect(await failureOf(client.facility.saveStaff({...rest, seen: kept.stamp, normPost: 79}))).toEqual({
      code: 'invalid',
      issues: [{field: 'normPost', problem: 'malformed'}],
    });
  });
});

describe('a unit of supported independent living', () => {
  test('has its own people, its own staff and its own column; they are not counted twice', async () => {
    const opened = await office();
    const {client} = opened;
    const who = (surname: string) => ({...person, name: {...person.name, surname}});
    const first = await admit(opened, '2026-02-02', who('Бірінші'));
    await admit(opened, '2026-02-02', who('Екінші'));
    const unitId = await openUnit(opened, [first.placementId]);
    const inUnit = await hire(opened, {post: 10, rate: 100});
    await hire(opened, {post: 10, rate: 50});
    const [organisation, own] = await placesOf(opened);
    expect([organisation?.receiving, own?.receiving]).toEqual([1, 1]);

    const answers: NormAnswers = {...unanswered, kind: null, people: 12, staffIds: [inUnit]};
    await client.norms.save({unitId, answers, seen: must(own).stamp});
    const {places, staff} = await client.norms.get({});
    expect(places.map(({actual}) => actual)).toEqual([[{post: 10, hundredths: 50}], [{post: 10, hundredths: 100}]]);
    expect(staff.find(({id}) => id === inUnit)?.unitId).toBe(unitId);
    expect(places[0]?.answers).toBeNull();

    const calculation = await compute(opened, answers, unitId);
    expect(calculation).toMatchObject({people: 12, column: {ru: '6-30 ¹'}, vehicles: {limits: []}});
    const {fileName} = await client.norms.print({unitId, answers, language: 'ru'});
    expect(fileName).toBe('Штатные нормативы - отделение сопровождения самостоятельного проживания - 02.03.2026.pdf');
    const paper = dense(pdfText(await renderer.render(must(opened.printed.at(-1)))));
    expect(paper).toContain(dense('Центр «Тирек». Учимся'));
    // Nobody works in two units.
    const second = await openUnit(opened, [], 'unit-2');
    const seen = must((await placesOf(opened)).find(place => place.unitId === second)).stamp;
    expect(await failureOf(client.norms.save({unitId: second, answers, seen}))).toEqual({
      code: 'invalid',
      issues: [{field: 'staffIds', problem: 'staff-in-another-unit'}],
    });
    // As many as live there now are too few for the column.
    expect(await client.norms.compute({unitId, answers: {...answers, people: null}})).toMatchObject({
      state: 'not-yet',
      why: {ru: 'Нормативы отделения даны на 6–30 человек. Проверьте число проживающих в отделении.'},
    });
  });
});

describe('what is refused', () => {
  test('and what cannot be counted yet says why', async () => {
    const opened = await office();
    const {client} = opened;
    const [place] = await placesOf(opened);
    const {stamp: seen} = must(place);
    const save = (answers: NormAnswers, unitId: string | null = null, stamp = seen) =>
      failureOf(client.norms.save({unitId, answers, seen: stamp}));
    expect(await save({...answered, counts: {beds: 1.5}})).toMatchObject({code: 'invalid'});
    expect(await save({...answered, people: -1})).toMatchObject({code: 'invalid'});
    expect(await save({...answered, entered: {24: 0.000_01}})).toMatchObject({code: 'invalid'});
    expect(await save(answered, 'no-such-unit')).toEqual({code: 'missing'});
    await client.norms.save({unitId: null, answers: answered, seen});
    expect(await save({...answered, people: 5})).toEqual({code: 'conflict'});
    const unitId = await openUnit(opened, []);
    expect(await save({...answered, staffIds: ['nobody']}, unitId, must((await placesOf(opened))[1]).stamp)).toEqual({
      code: 'invalid',
      issues: [{field: 'staffIds', problem: 'no-such-staff'}],
    });

    expect(await client.norms.compute({unitId: null, answers: {...answered, kind: null}})).toMatchObject({
      state: 'not-yet',
      why: {kk: 'Есептеу үшін ұйымның түрін таңдаңыз: нормативтер түріне қарай бөлінеді.'},
    });
    // Nobody receives services yet, and nobody was typed.
    const nobody = {...answered, people: null};
    expect(await client.norms.compute({unitId: null, answers: nobody})).toMatchObject({state: 'not-yet'});
    expect(await failureOf(client.norms.print({unitId: null, answers: nobody, language: 'kk'}))).toMatchObject({
      code: 'invalid',
    });
    await admit(opened, '2026-02-02');
    expect((await compute(opened, nobody)).people).toBe(1);

    await client.session.addAccount({name: 'Тексеруші', password, role: 'auditor', staffId: null});
    await client.session.lock({});
    await client.session.signIn({name: 'Тексеруші', password});
    const [again] = await placesOf(opened);
    expect(await save(answered, null, must(again).stamp)).toEqual({code: 'denied'});
    expect((await compute(opened, answered)).people).toBe(174);
  });

  test('another type of organisation is told apart', async () => {
    expect((await (await office('home-care')).client.norms.get({})).facilityType).toBe('home-care');
  });
});
