import {calculate, type Calculation} from '../../domain/staff-norms/calculate.ts';
import {text, type PrintLanguage} from '../../domain/text.ts';
import {appendix1} from '../../templates/editions/308-2022/appendix-1/appendix-1.ts';
import type {StaffNormPrint} from '../../templates/print/staff-norms.ts';

/** An organisation for adults with something of everything: posts short and over, conditions missing, not asked yet. */
export const sampleOrganisation: Calculation = calculate(appendix1, {
  place: {kind: 'organisation', organisation: 'psychoneurological', recipients: 174},
  flags: {
    foodStore: true,
    lift: false,
    boilerHouse: true,
    sewerage: true,
    centralPitCleaning: false,
    equippedHairdresser: true,
    noOrdinaryHairdresser: true,
    pharmacy: false,
    centralSewerage: true,
    smallHome: false,
  },
  counts: {
    beds: 180,
    serviceableVehicles: 3,
    serviceableTractors: 0,
    cleanedHectares: 1.2,
    wardPosts: 4,
    supervisionPosts: 1,
    nursePosts: 2,
    severePatients: 7,
    severeMusculoskeletal: 15,
    moderateMusculoskeletal: 22,
    exerciseRooms: 1,
    trainingProfiles: 2,
    wasteCubicMetres: 0,
  },
  entered: {24: 2, 25: 1, 26: 1.5, 27: 0.5, 28: 2, 29: 2.25},
  actual: {
    1: 1,
    2: 1,
    3: 1,
    4: 0,
    5: 0,
    6: 1,
    7: 0.5,
    8: 1,
    10: 1,
    17: 1,
    18: 2,
    19: 1,
    20: 4,
    33: 4,
    34: 1.5,
    66: 2,
    78: 1,
  },
  rounding: 'half',
});

export const sampleUnit: Calculation = calculate(appendix1, {
  place: {kind: 'unit', residents: 12},
  flags: {},
  counts: {},
  entered: {},
  actual: {12: 1, 33: 0.5, 66: 1},
  rounding: 'none',
});

export function samplePrint(calculation: Calculation, language: PrintLanguage): StaffNormPrint {
  return {
    edition: appendix1,
    calculation,
    organisation: text(
      '«Жайлау» арнаулы әлеуметтік қызметтер көрсету орталығы» КММ',
      'КГУ «Центр оказания специальных социальных услуг «Жайлау»',
    ),
    on: '2023-03-01',
    head: 'Әбілқасымова Гүлнәр Өмірбекқызы',
    language,
  };
}
