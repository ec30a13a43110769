import {assert} from '../assert.ts';
import {text, type Text} from '../text.ts';
import {fraction, plus, type Fraction} from './fraction.ts';
import {
  noteOfKind,
  type Band,
  type Condition,
  type Count,
  type Flag,
  type NoteNumber,
  type OrganisationKind,
  type Question,
  type StaffNorms,
} from './norm.ts';

/** What the minimum staff is counted for: an organisation, or a unit of supported independent living apart from it. */
export type Place =
  | {readonly kind: 'organisation'; readonly organisation: OrganisationKind; readonly recipients: number}
  | {readonly kind: 'unit'; readonly residents: number};

/** `none` leaves quotients as they are. A minimum is never rounded down: the others go up to the next half or whole. */
export const roundings = ['none', 'half', 'whole'] as const;
export type Rounding = (typeof roundings)[number];

/** An answer that is missing or null was not given: it is never taken for «no» or for 0. */
export interface NormInput {
  readonly place: Place;
  readonly flags: Readonly<Partial<Record<Flag, boolean | null>>>;
  /** People and things whole, measures with decimals. */
  readonly counts: Readonly<Partial<Record<Count, number | null>>>;
  /** Units by the inter-sector norms, by the number of the post. */
  readonly entered: UnitsByPost;
  /** Units that the staff list has, by the number of the post. */
  readonly actual: UnitsByPost;
  /** The order states none, so the facility chooses. */
  readonly rounding: Rounding;
}

/** With four decimals at most. */
export type UnitsByPost = Readonly<Record<number, number | null | undefined>>;

export function peopleIn(place: Place): number {
  return place.kind === 'unit' ? place.residents : place.recipients;
}

export function noteOf(place: Place): NoteNumber {
  return place.kind === 'unit' ? 1 : noteOfKind[place.organisation];
}

/** The column of the table; null where none serves. An organisation of 20 is «25-ке дейін», never 6-30. */
export function bandOf(norms: StaffNorms, place: Place): Band | null {
  const people = peopleIn(place);
  assert(Number.isInteger(people), 'people are counted whole');
  const found = norms.bands.find(
    band => band.of === place.kind && band.from <= people && (band.to === null || people <= band.to),
  );
  return found ?? null;
}

/** Why nothing can be counted, and what to do; null when it can. */
export function placeProblem(norms: StaffNorms, place: Place): Text | null {
  if (Number.isInteger(peopleIn(place)) && bandOf(norms, place) !== null) return null;
  return place.kind === 'unit'
    ? text(
        'Бөлімшенің нормативі 6-дан 30-ға дейінгі адамға берілген. Бөлімшедегі адам санын тексеріңіз.',
        'Нормативы отделения даны на 6–30 человек. Проверьте число проживающих в отделении.',
      )
    : text(
        'Қызмет алушылардың санын 1-ден бастап бүтін санмен жазыңыз.',
        'Укажите число получателей услуг целым числом от 1.',
      );
}

/** Doctors' posts of the calculation itself: units that are certain, and what keeps the rest open. */
export interface Doctors {
  readonly units: Fraction;
  readonly open: readonly Question[];
}

export const noDoctors: Doctors = {units: fraction(0), open: []};

export function withDoctor(doctors: Doctors, units: Fraction | null, open: readonly Question[]): Doctors {
  return {units: units === null ? doctors.units : plus(doctors.units, units), open: [...doctors.open, ...open]};
}

/** A condition that does not hold, with what was found instead. */
export interface Failed {
  readonly condition: Condition;
  readonly found: boolean | number;
}

/** One false condition is enough to know; otherwise every question that is still open is named. */
export interface Verdict {
  readonly failed: readonly Failed[];
  readonly questions: readonly Question[];
}

export function verdict(needs: readonly Condition[], input: NormInput, doctors: Doctors): Verdict {
  const failed: Failed[] = [];
  const questions: Question[] = [];
  for (const condition of needs) {
    switch (condition.kind) {
      case 'flag': {
        const found = input.flags[condition.flag] ?? null;
        if (found === null) questions.push(condition.flag);
        else if (found !== condition.is) failed.push({condition, found});
        break;
      }
      case 'at-least': {
        const found = countOf(input, condition.of);
        if (found === null) questions.push(...questionOf(condition.of));
        else if (found < condition.least) failed.push({condition, found});
        break;
      }
      case 'doctors': {
        const found = doctors.units.over / doctors.units.under;
        if (found >= condition.least) break;
        if (doctors.open.length > 0) questions.push(...doctors.open);
        else failed.push({condition, found});
        break;
      }
    }
  }
  return {failed, questions};
}

export function countOf(input: NormInput, of: Count | 'recipients'): number | null {
  return of === 'recipients' ? peopleIn(input.place) : (input.counts[of] ?? null);
}

/** What has to be answered to know a count: the number of recipients always is. */
export function questionOf(of: Count | 'recipients'): Question[] {
  return of === 'recipients' ? [] : [of];
}
