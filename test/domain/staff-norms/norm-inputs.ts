import {must} from '../../../domain/assert.ts';
import {calculate, type Calculation, type PostResult} from '../../../domain/staff-norms/calculate.ts';
import type {NormInput, Place} from '../../../domain/staff-norms/facility.ts';
import type {OrganisationKind} from '../../../domain/staff-norms/norm.ts';
import {decimalWords} from '../../../domain/staff-norms/fraction.ts';
import {appendix1} from '../../../templates/editions/308-2022/appendix-1/appendix-1.ts';

export const norms = appendix1;

export function organisation(recipients: number, kind: OrganisationKind = 'elderly-and-disability'): Place {
  return {kind: 'organisation', organisation: kind, recipients};
}

export function unit(residents: number): Place {
  return {kind: 'unit', residents};
}

/** Nothing answered. */
export function inputs(place: Place, known: Partial<NormInput> = {}): NormInput {
  return {place, flags: {}, counts: {}, entered: {}, actual: {}, rounding: 'none', ...known};
}

/** Every condition of the order met. */
export const everything: Pick<NormInput, 'flags' | 'counts'> = {
  flags: {
    foodStore: true,
    lift: true,
    boilerHouse: true,
    sewerage: false,
    centralPitCleaning: false,
    equippedHairdresser: true,
    noOrdinaryHairdresser: true,
    riding: true,
    pool: true,
    pharmacy: true,
    library: true,
    centralSewerage: false,
    smallHome: true,
  },
  counts: {
    beds: 330,
    serviceableVehicles: 3,
    serviceableTractors: 2,
    cleanedHectares: 0.75,
    childrenWithoutSkills: 12,
    childrenFormingSelfCare: 8,
    childrenFormingEveryday: 20,
    childrenFormingHands: 6,
    wardPosts: 2,
    supervisionPosts: 1,
    nursePosts: 3,
    severePatients: 9,
    severeMusculoskeletal: 30,
    moderateMusculoskeletal: 20,
    exerciseRooms: 4,
    studyGroups: 5,
    trainingProfiles: 3,
    wasteCubicMetres: 200,
  },
};

/** The inter-sector figures, each its own. */
export const entered: Readonly<Record<number, number>> = {
  19: 1,
  24: 2.5,
  25: 0.5,
  26: 1.25,
  27: 0.75,
  28: 3,
  29: 1.5,
  30: 4,
  48: 7.5,
};

export function postOf(calculation: Calculation, no: number): PostResult {
  return must(calculation.groups.flatMap(({posts}) => posts).find(({post}) => post.no === no));
}

/** «1,5», «2,3 -> 2,5» where it was rounded, or the state of a post without units. */
export function outcome(no: number, input: NormInput): string {
  const {norm} = postOf(calculate(norms, input), no);
  if (norm.state !== 'units') return norm.state;
  const [raw, units] = [decimalWords(norm.raw), decimalWords(norm.units)];
  return raw === units ? units : `${raw} -> ${units}`;
}
