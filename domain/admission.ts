import {addMonths, type IsoDate} from './dates.ts';
import type {Text} from './text.ts';
import type {DisabilityGroup, OrganisationType, RecipientCategory} from './vocabulary.ts';

/** How an item is answered: by a person, or by what is known. All bounds are inclusive. */
export type AdmissionTest =
  | {readonly kind: 'ask'}
  | {readonly kind: 'category'; readonly anyOf: readonly RecipientCategory[]}
  /** Whole months of age: from so many, and below so many. */
  | {readonly kind: 'age'; readonly fromMonths: number | null; readonly belowMonths: number | null}
  | {readonly kind: 'disability-group'; readonly anyOf: readonly DisabilityGroup[]}
  | {readonly kind: 'hours'; readonly from: number; readonly to: number}
  | {readonly kind: 'programme'}
  | {readonly kind: 'stay'; readonly months: number};

/** One condition of admission as plain data. */
export interface AdmissionItem {
  readonly id: string;
  readonly organisationType: OrganisationType;
  readonly what: Text;
  /** What counts as it, one line each: the objective reasons of paragraph 6 4), for instance. */
  readonly reasons: readonly Text[];
  readonly paragraph: Text;
  /** Of whom it is asked; null: of everybody. Of a person whose category is not known it is asked too. */
  readonly categories: readonly RecipientCategory[] | null;
  /** Only of those who stay the night. */
  readonly atNight: boolean;
  readonly test: AdmissionTest;
  /** False where the text was not seen in the order itself. */
  readonly verified: boolean;
}

/** What is known of a person on the day of admission; null where it is not. */
export interface AdmissionFacts {
  readonly organisationType: OrganisationType;
  readonly on: IsoDate;
  readonly bornOn: IsoDate | null;
  readonly category: RecipientCategory | null;
  readonly disabilityGroup: DisabilityGroup | null;
  readonly programmeTo: IsoDate | null;
  readonly hoursPerDay: number | null;
  readonly staysNight: boolean | null;
  readonly stayTo: IsoDate | null;
}

export type AdmissionState = 'met' | 'not-met' | 'unknown';

/** What a person ticked. Who passes an item that is not met says why: the checklist never bars an admission. */
export interface AdmissionAnswer {
  readonly itemId: string;
  readonly answer: 'met' | 'not-met';
  readonly reason: string | null;
}

export interface AdmissionLine {
  readonly item: AdmissionItem;
  /** What follows from the facts; `unknown` is for a person to tick. */
  readonly found: AdmissionState;
  readonly answer: AdmissionAnswer | null;
  /** Whether nothing more is asked: met, ticked, or passed with a reason. */
  readonly settled: boolean;
}

/** The checklist of one admission, in the order of the edition. */
export function admissionChecklist(
  items: readonly AdmissionItem[],
  facts: AdmissionFacts,
  answers: readonly AdmissionAnswer[] = [],
): AdmissionLine[] {
  const given = new Map(answers.map(answer => [answer.itemId, answer]));
  return items
    .filter(item => concerns(item, facts))
    .map(item => {
      const found = stateOf(item.test, facts);
      const answer = given.get(item.id) ?? null;
      return {item, found, answer, settled: isSettled(found, answer)};
    });
}

/** A tick is enough where nothing is known; against what is known it needs a reason. */
function isSettled(found: AdmissionState, answer: AdmissionAnswer | null): boolean {
  if (answer === null) return found === 'met';
  const hasReason = (answer.reason ?? '') !== '';
  return hasReason || (answer.answer === 'met' && found !== 'not-met');
}

function concerns(item: AdmissionItem, {organisationType, category, staysNight}: AdmissionFacts): boolean {
  if (item.organisationType !== organisationType || (item.atNight && staysNight === false)) return false;
  return item.categories === null || category === null || item.categories.includes(category);
}

function stateOf(test: AdmissionTest, facts: AdmissionFacts): AdmissionState {
  const {on, bornOn, category, disabilityGroup, programmeTo, hoursPerDay, stayTo} = facts;
  switch (test.kind) {
    case 'ask':
      return 'unknown';
    case 'category':
      return category === null ? 'unknown' : met(test.anyOf.includes(category));
    case 'age': {
      if (bornOn === null) return 'unknown';
      const isOldEnough = test.fromMonths === null || addMonths(bornOn, test.fromMonths) <= on;
      return met(isOldEnough && (test.belowMonths === null || on < addMonths(bornOn, test.belowMonths)));
    }
    case 'disability-group':
      return disabilityGroup === null ? 'unknown' : met(test.anyOf.includes(disabilityGroup));
    case 'hours':
      return hoursPerDay === null ? 'unknown' : met(hoursPerDay >= test.from && hoursPerDay <= test.to);
    case 'programme':
      return programmeTo === null ? 'unknown' : met(programmeTo >= on);
    case 'stay':
      return stayTo === null ? 'unknown' : met(stayTo < addMonths(on, test.months));
  }
}

function met(isMet: boolean): AdmissionState {
  return isMet ? 'met' : 'not-met';
}
