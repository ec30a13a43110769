import {describe, expect, test} from 'vitest';
import type {NormInput, Place, Rounding} from '../../../domain/staff-norms/facility.ts';
import type {Count, Flag, OrganisationKind} from '../../../domain/staff-norms/norm.ts';
import {inputs, organisation, outcome, unit} from './norm-inputs.ts';

/** Each rule worked on examples, the order's words above them: what is known, and «raw -> rounded» or the state. */

type Case = [known: string, input: NormInput, outcome: string];

function table(no: number, words: string, cases: readonly Case[]): void {
  describe(`${no}: ${words}`, () => {
    test.each(cases)('%s', (_, input, expected) => {
      expect(outcome(no, input)).toBe(expected);
    });
  });
}

function facts(
  place: Place,
  flags: Partial<Record<Flag, boolean | null>>,
  counts: Partial<Record<Count, number | null>> = {},
  rounding: Rounding = 'none',
): NormInput {
  return inputs(place, {flags, counts, rounding});
}

const children: OrganisationKind = 'children-psychoneurological';
const musculoskeletal: OrganisationKind = 'children-musculoskeletal';
const adults: OrganisationKind = 'psychoneurological';

const doctorCases = (kind: OrganisationKind, recipients: number): NormInput => inputs(organisation(recipients, kind));

table(4, 'кем дегенде 6 дәрігерлік лауазым болған кезде | - - - - - - - - - - 1', [
  ['500: no unit in the column', doctorCases(adults, 500), 'no-unit'],
  // 51 3, 52 2, 53 2, 55 1
  ['501, 8 units of doctors', doctorCases(adults, 501), '1'],
  // 50 4, 52 2, 53 2, 55 1
  ['501 children, 9 units', doctorCases(children, 501), '1'],
]);

table(5, 'кем дегенде 6 дәрігерлік лауазым болған кезде | - - - 1 1 1 1 1 1 1 -', [
  ['50: no unit in the column', doctorCases(adults, 50), 'no-unit'],
  // 51 1, 52 1, 53 1, 55 1
  ['51, 4 units of doctors', doctorCases(adults, 51), 'not-needed'],
  // 1.5 + 1.5 + 1.5 + 1
  ['150, 5.5 units', doctorCases(adults, 150), 'not-needed'],
  // 1.5 + 1.5 + 2 + 1
  ['151, 6 units', doctorCases(adults, 151), '1'],
  // 50 2, 52 1.5, 53 2, 55 1
  ['151 children, 6.5 units', doctorCases(children, 151), '1'],
  // 50 2, 52 1.5, 54 1, 55 1
  ['200 children with musculoskeletal disorders, 5.5 units', doctorCases(musculoskeletal, 200), 'not-needed'],
  // 50 3, 52 2, 54 2, 55 1
  ['301 of them, 8 units', doctorCases(musculoskeletal, 301), '1'],
  ['501: no unit in the column', doctorCases(adults, 501), 'no-unit'],
]);

table(15, 'азық-түлік қоймасы, көкөніс сақтау қоймасы болса | - - - мекемеге 1 бірлік', [
  ['50', facts(organisation(50), {foodStore: true}), 'no-unit'],
  ['51, a store', facts(organisation(51), {foodStore: true}), '1'],
  ['51, no store', facts(organisation(51), {foodStore: false}), 'not-needed'],
  ['51, not asked', facts(organisation(51), {}), 'unanswered'],
  ['51, left open', facts(organisation(51), {foodStore: null}), 'unanswered'],
]);

table(19, 'лифт болса | - … салааралық үлгілік нормативтерге сәйкес', [
  ['no lift', facts(organisation(60), {lift: false}), 'not-needed'],
  ['not asked', facts(organisation(60), {}), 'unanswered'],
  ['a lift, no figure', facts(organisation(60), {lift: true}), 'to-enter'],
  ['a lift and the figure', {...facts(organisation(60), {lift: true}), entered: {19: 1.5}}, '1,5'],
  ['a lift and a figure of none', {...facts(organisation(60), {lift: true}), entered: {19: 0}}, '0'],
  ['the figure without a lift', {...facts(organisation(60), {lift: false}), entered: {19: 1.5}}, 'not-needed'],
  ['a unit', facts(unit(12), {lift: true}), 'no-unit'],
]);

table(21, '1 техникалық жүріп тұрған көлік құралына 1 бірлік', [
  ['not asked', facts(organisation(20), {}), 'unanswered'],
  ['none', facts(organisation(20), {}, {serviceableVehicles: 0}), '0'],
  ['one', facts(organisation(20), {}, {serviceableVehicles: 1}), '1'],
  ['four', facts(organisation(600), {}, {serviceableVehicles: 4}), '4'],
]);

table(22, 'трактор болса | 1 техникалық жүріп тұрған көлік құралына 1 бірлік', [
  ['not asked', facts(organisation(20), {}), 'unanswered'],
  ['none', facts(organisation(20), {}, {serviceableTractors: 0}), 'not-needed'],
  ['two', facts(organisation(20), {}, {serviceableTractors: 2}), '2'],
]);

table(23, 'тазаланатын алаң 0,75 га кем емес | - мекемеге 1 бірлік', [
  ['0.74 ha', facts(organisation(20), {}, {cleanedHectares: 0.74}), 'not-needed'],
  ['0.75 ha', facts(organisation(20), {}, {cleanedHectares: 0.75}), '1'],
  ['9 ha', facts(organisation(20), {}, {cleanedHectares: 9}), '1'],
  ['not asked', facts(organisation(20), {}), 'unanswered'],
]);

table(24, 'Үлгілік нормативтерге сәйкес', [
  ['no figure', facts(organisation(20), {}), 'to-enter'],
  ['the figure', {...facts(organisation(20), {}), entered: {24: 0.25}}, '0,25'],
  ['never rounded', {...facts(organisation(20), {}, {}, 'whole'), entered: {24: 0.25}}, '0,25'],
]);

table(30, 'қазандықтарға қызмет көрсетумен айналысатын жұмысшылар: by the name', [
  ['no boiler house', facts(organisation(20), {boilerHouse: false}), 'not-needed'],
  ['a boiler house', facts(organisation(20), {boilerHouse: true}), 'to-enter'],
]);

table(
  31,
  '4 бірлік кәріз болмаған жағдайда және егер қазылған орларды тазарту орталықтандырылған тәртіпте жүргізілмесе',
  [
    ['50', facts(organisation(50), {sewerage: false, centralPitCleaning: false}), 'no-unit'],
    ['51, neither', facts(organisation(51), {sewerage: false, centralPitCleaning: false}), '4'],
    ['sewerage', facts(organisation(51), {sewerage: true, centralPitCleaning: false}), 'not-needed'],
    ['cleaned centrally', facts(organisation(51), {sewerage: false, centralPitCleaning: true}), 'not-needed'],
    ['sewerage, the other not asked', facts(organisation(51), {sewerage: true}), 'not-needed'],
    ['no sewerage, the other not asked', facts(organisation(51), {sewerage: false}), 'unanswered'],
  ],
);

const hairdresser = {equippedHairdresser: true, noOrdinaryHairdresser: true};
table(34, 'жабдықталған шаштараз бар болса | - 0,5 0,5 … әрбір 100 қызмет алушыға 1 бірлік', [
  ['25', facts(organisation(25, adults), hairdresser), '0,5'],
  [
    '26, ordinary ones serve: the cell does not ask',
    facts(organisation(26, adults), {equippedHairdresser: true}),
    '0,5',
  ],
  ['50, not equipped', facts(organisation(50, adults), {equippedHairdresser: false}), 'not-needed'],
  ['51', facts(organisation(51, adults), hairdresser), '0,51'],
  ['51, to halves', facts(organisation(51, adults), hairdresser, {}, 'half'), '0,51 -> 1'],
  ['99, to wholes', facts(organisation(99, adults), hairdresser, {}, 'whole'), '0,99 -> 1'],
  ['100', facts(organisation(100, adults), hairdresser, {}, 'whole'), '1'],
  ['101, to halves', facts(organisation(101, adults), hairdresser, {}, 'half'), '1,01 -> 1,5'],
  ['101, to wholes', facts(organisation(101, adults), hairdresser, {}, 'whole'), '1,01 -> 2'],
  ['150, to halves', facts(organisation(150, adults), hairdresser, {}, 'half'), '1,5'],
  [
    'ordinary ones serve',
    facts(organisation(100, adults), {...hairdresser, noOrdinaryHairdresser: false}),
    'not-needed',
  ],
  ['not asked of the ordinary ones', facts(organisation(100, adults), {equippedHairdresser: true}), 'unanswered'],
  ['notes 1, 3, 4: not for the elderly', facts(organisation(100), hairdresser), 'other-kind'],
  ['the unit: note 1, but «-»', facts(unit(10), hairdresser), 'no-unit'],
]);

const ward = (six: number, eight: number, ten: number, twelve: number): Partial<Record<Count, number>> => ({
  childrenWithoutSkills: six,
  childrenFormingSelfCare: eight,
  childrenFormingEveryday: ten,
  childrenFormingHands: twelve,
});
table(35, '6 адамнан …; 8 адамнан …; 10 адамнан …; 12 адамнан … тұратын топқа 5,25 ставка', [
  ['no children', facts(organisation(40, children), {}, ward(0, 0, 0, 0)), '0'],
  ['one group of 6', facts(organisation(40, children), {}, ward(6, 0, 0, 0)), '5,25'],
  ['one group of each', facts(organisation(40, children), {}, ward(6, 8, 10, 12)), '21'],
  ['7 children: 7/6 of a group', facts(organisation(40, children), {}, ward(7, 0, 0, 0)), '6,125'],
  ['7 children, to half groups', facts(organisation(40, children), {}, ward(7, 0, 0, 0), 'half'), '6,125 -> 7,875'],
  ['7 children, to whole groups', facts(organisation(40, children), {}, ward(7, 0, 0, 0), 'whole'), '6,125 -> 10,5'],
  ['a whole group stays 5.25', facts(organisation(40, children), {}, ward(6, 0, 0, 0), 'whole'), '5,25'],
  ['1 of 8', facts(organisation(40, children), {}, ward(0, 1, 0, 0)), '0,65625'],
  ['1 of 12', facts(organisation(40, children), {}, ward(0, 0, 0, 1)), '0,4375'],
  [
    'one class not asked',
    facts(organisation(40, children), {}, {...ward(6, 8, 10, 12), childrenFormingHands: null}),
    'unanswered',
  ],
  ['note 2: not for adults', facts(organisation(40, adults), {}, ward(6, 0, 0, 0)), 'other-kind'],
  ['the unit: note 2 does not name it', facts(unit(10), {}, ward(6, 0, 0, 0)), 'other-kind'],
]);

table(36, 'тәулік бойы жұмыс істейтін постқа 5,25 ставка … кемiнде 50 төсек-орынға', [
  ['no post', facts(organisation(60), {}, {wardPosts: 0}), '0'],
  ['one', facts(organisation(60), {}, {wardPosts: 1}), '5,25'],
  ['two', facts(organisation(60), {}, {wardPosts: 2}), '10,5'],
  ['a rate is not rounded', facts(organisation(60), {}, {wardPosts: 1}, 'whole'), '5,25'],
  ['not asked', facts(organisation(60), {}), 'unanswered'],
  ['notes 3, 4, 5: not note 2', facts(organisation(60, children), {}, {wardPosts: 1}), 'other-kind'],
]);

table(37, 'тәулік бойы жұмыс істейтін постқа 5,25 ставка … кемiнде 100 төсек-орынға', [
  ['one', facts(organisation(20, adults), {}, {supervisionPosts: 1}), '5,25'],
  ['note 4: not for the elderly', facts(organisation(200), {}, {supervisionPosts: 1}), 'other-kind'],
]);

table(63, 'әрбір тәулiк бойғы постқа – 5,25 ставка … кемiнде 50 төсек-орынға', [
  ['three', facts(organisation(160), {}, {nursePosts: 3}), '15,75'],
  ['every kind', facts(organisation(160, children), {}, {nursePosts: 1}), '5,25'],
  ['a unit', facts(unit(10), {}, {nursePosts: 1}), 'no-unit'],
]);

table(38, 'Жеке күтімді қажет ететін 6 ауыр науқасқа – 1 бірлік', [
  ['none', facts(organisation(60), {}, {severePatients: 0}), '0'],
  ['5', facts(organisation(60), {}, {severePatients: 5}, 'whole'), '0,8333… -> 1'],
  ['6', facts(organisation(60), {}, {severePatients: 6}, 'whole'), '1'],
  ['7', facts(organisation(60), {}, {severePatients: 7}), '1,1666…'],
  ['7, to halves', facts(organisation(60), {}, {severePatients: 7}, 'half'), '1,1666… -> 1,5'],
  ['9, to halves', facts(organisation(60), {}, {severePatients: 9}, 'half'), '1,5'],
  ['10, to halves', facts(organisation(60), {}, {severePatients: 10}, 'half'), '1,6666… -> 2'],
]);

table(44, '- 0,5 0,5 | 50 қызмет алушыға 1 бірлік', [
  ['25', inputs(organisation(25)), '0,5'],
  ['50', inputs(organisation(50)), '0,5'],
  ['51', inputs(organisation(51)), '1,02'],
  ['51, to halves', inputs(organisation(51), {rounding: 'half'}), '1,02 -> 1,5'],
  ['100', inputs(organisation(100), {rounding: 'whole'}), '2'],
  ['101, to wholes', inputs(organisation(101), {rounding: 'whole'}), '2,02 -> 3'],
]);

table(45, 'әрбір 100 төсек-орынға 1 бірлік, бірақ 1 мекемеге кемінде 1 бірлік', [
  ['50: no unit in the column', facts(organisation(50), {}, {beds: 300}), 'no-unit'],
  ['60 beds: at least 1', facts(organisation(60), {}, {beds: 60}), '1'],
  ['0 beds: at least 1', facts(organisation(60), {}, {beds: 0}), '1'],
  ['100 beds', facts(organisation(60), {}, {beds: 100}), '1'],
  ['101 beds', facts(organisation(60), {}, {beds: 101}), '1,01'],
  ['101 beds, to wholes', facts(organisation(60), {}, {beds: 101}, 'whole'), '1,01 -> 2'],
  ['not asked', facts(organisation(60), {}), 'unanswered'],
]);

table(56, 'мекемеге 1 бірлік (тиісті жағдай болғанда)', [
  ['the conditions are there', facts(organisation(20), {riding: true}), '1'],
  ['they are not', facts(organisation(20), {riding: false}), 'not-needed'],
  ['notes 3, 5', facts(organisation(20, adults), {riding: true}), 'other-kind'],
]);

table(57, 'мекемеге 1 бірлік (бассейн болса )', [
  ['a pool', facts(organisation(20, musculoskeletal), {pool: true}), '1'],
  ['no pool', facts(organisation(20, musculoskeletal), {pool: false}), 'not-needed'],
]);

table(59, 'дәріхана болған жағдайда | - - - 0,5 0,5 1 1 1 1 1 1', [
  ['50', facts(organisation(50), {pharmacy: true}), 'no-unit'],
  ['51', facts(organisation(51), {pharmacy: true}), '0,5'],
  ['a printed half is not rounded', facts(organisation(51), {pharmacy: true}, {}, 'whole'), '0,5'],
  ['151', facts(organisation(151), {pharmacy: true}), '1'],
  ['no pharmacy', facts(organisation(151), {pharmacy: false}), 'not-needed'],
  ['not asked', facts(organisation(151), {}), 'unanswered'],
]);

const exercise = (severe: number, moderate: number, rooms: number): Partial<Record<Count, number>> => ({
  severeMusculoskeletal: severe,
  moderateMusculoskeletal: moderate,
  exerciseRooms: rooms,
});
table(61, '20 адамға немесе … 40 адамға 1 бірлік, бірақ бір … кабинетіне 2 бірліктен көп емес', [
  ['20 severe', facts(organisation(60), {}, exercise(20, 0, 1)), '1'],
  ['40 moderate', facts(organisation(60), {}, exercise(0, 40, 1)), '1'],
  ['both are added', facts(organisation(60), {}, exercise(20, 20, 1)), '1,5'],
  ['19 severe', facts(organisation(60), {}, exercise(19, 0, 1), 'whole'), '0,95 -> 1'],
  ['21 severe', facts(organisation(60), {}, exercise(21, 0, 1), 'half'), '1,05 -> 1,5'],
  ['60 severe, one room', facts(organisation(60), {}, exercise(60, 0, 1)), '2'],
  ['60 severe, two rooms', facts(organisation(60), {}, exercise(60, 0, 2)), '3'],
  ['rounding stays under the cap', facts(organisation(60), {}, exercise(39, 0, 1), 'whole'), '1,95 -> 2'],
  ['no room', facts(organisation(60), {}, exercise(60, 0, 0)), '0'],
  ['rooms not asked', facts(organisation(60), {}, {...exercise(60, 0, 0), exerciseRooms: null}), 'unanswered'],
]);

const studying = (groups: number): Partial<Record<Count, number>> => ({studyGroups: groups});
table(68, 'оқу тобына 1,5 бірліктен *', [
  ['no group', facts(organisation(20, children), {}, studying(0)), '0'],
  ['one', facts(organisation(20, children), {}, studying(1)), '1,5'],
  ['a rate is not rounded', facts(organisation(20, children), {}, studying(1), 'whole'), '1,5'],
  ['three', facts(organisation(20, musculoskeletal), {}, studying(3)), '4,5'],
  ['notes 2, 3', facts(organisation(20, adults), {}, studying(3)), 'other-kind'],
]);

table(70, 'оқу тобына 1 бірлік *', [
  ['three', facts(organisation(20, adults), {}, studying(3)), '3'],
  ['notes 2, 3, 4', facts(organisation(20), {}, studying(3)), 'other-kind'],
]);

table(73, 'оқу тобына 1 бірлік *', [['two', facts(organisation(20, children), {}, studying(2)), '2']]);

table(74, '1 профильге 1 бірлік (профиль кемінде 6 қызмет алушыны оқытқанда қалыптастырылады)', [
  ['none', facts(organisation(20), {}, {trainingProfiles: 0}), '0'],
  ['two', facts(organisation(20), {}, {trainingProfiles: 2}), '2'],
  ['notes 4, 5', facts(organisation(20, children), {}, {trainingProfiles: 2}), 'other-kind'],
]);

table(77, 'кітапхана, лекотека болғанда | - мекемеге 1 бірлік', [
  ['a library', facts(organisation(20), {library: true}), '1'],
  ['none', facts(organisation(20), {library: false}), 'not-needed'],
]);
