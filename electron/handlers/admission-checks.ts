import {
  admissionChecklist,
  type AdmissionFacts,
  type AdmissionItem,
  type AdmissionLine,
} from '../../domain/admission.ts';
import {isIsoDate, type IsoDate} from '../../domain/dates.ts';
import type {CheckDraft} from '../../db/commands/admission.ts';
import type {AdmissionCheckRow} from '../../db/queries/admission.ts';
import type {RecipientRow} from '../../db/queries/recipient.ts';
import {admission} from '../../templates/editions/308-2022/admission.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import type {AdmissionGiven} from '../contract/admission.ts';
import {lengthRefusals, lineOrNull, longest, refusal, type Refusal} from './refusals.ts';

/** The checklist between the screen, the rules and the table: `value` is a text, of a meaning for each kind of condition. */

type Person = Pick<RecipientRow, 'bornOn' | 'category' | 'programmeTo'> & {
  readonly disabilityGroup?: RecipientRow['disabilityGroup'] | undefined;
};

export function linesOf(
  type: OrganisationType,
  on: IsoDate,
  person: Person,
  {hoursPerDay, staysNight, stayTo, answers}: AdmissionGiven,
): AdmissionLine[] {
  const {bornOn, category, programmeTo, disabilityGroup = null} = person;
  const facts: AdmissionFacts = {
    organisationType: type,
    on,
    bornOn,
    category,
    disabilityGroup,
    programmeTo,
    hoursPerDay,
    staysNight,
    stayTo,
  };
  const given = answers.map(({itemId, answer, reason}) => ({itemId, answer, reason: lineOrNull(reason)}));
  return admissionChecklist(admission, facts, given);
}

/** What keeps an admission from being entered: a condition that is not met, without a word on why it was passed. */
export function unsettledRefusals(lines: readonly AdmissionLine[], at: string): Refusal[] {
  return lines
    .filter(({found, answer, settled}) => !settled && (found === 'not-met' || answer?.answer === 'not-met'))
    .map(({item}) => refusal(`${at}answers.${item.id}.reason`, 'reason-required'));
}

export function reasonRefusals(lines: readonly AdmissionLine[], at: string): Refusal[] {
  return lengthRefusals(
    lines.map(({item, answer}) => [`${at}answers.${item.id}.reason`, answer?.reason ?? null, longest.reason] as const),
  );
}

/** One row for each condition that was asked, also where nobody said anything: then as it was found. */
export function draftsOf(lines: readonly AdmissionLine[], given: AdmissionGiven): CheckDraft[] {
  const drafts = lines.map(({item, found, answer}) => ({
    itemId: item.id,
    answer: answer?.answer ?? found,
    value: valueOf(item, given),
    reason: answer?.reason ?? null,
  }));
  // That only the day is meant is kept where the night would be asked about.
  const night = admission.find(item => item.atNight && item.organisationType === lines[0]?.item.organisationType);
  if (given.staysNight !== false || night === undefined) return drafts;
  return [...drafts, {itemId: night.id, answer: 'unknown', value: 'day', reason: null}];
}

function valueOf(item: AdmissionItem, {hoursPerDay, staysNight, stayTo, answers}: AdmissionGiven): string | null {
  const ground = answers.find(({itemId}) => itemId === item.id)?.ground ?? null;
  const isListed = ground !== null && ground < item.reasons.length;
  if (item.atNight) return staysNight === null ? null : isListed ? `night:${ground}` : 'night';
  if (item.test.kind === 'hours') return hoursPerDay === null ? null : String(hoursPerDay);
  if (item.test.kind === 'stay') return stayTo;
  return isListed ? `ground:${ground}` : null;
}

/** What was said, read back from the rows. */
export function givenOf(rows: readonly AdmissionCheckRow[]): AdmissionGiven {
  const given: AdmissionGiven = {hoursPerDay: null, staysNight: null, stayTo: null, answers: []};
  for (const {itemId, answer, value, reason} of rows) {
    const item = admission.find(({id}) => id === itemId);
    if (item === undefined) continue;
    if (item.atNight && value !== null) given.staysNight = value !== 'day';
    if (item.test.kind === 'hours' && value !== null) given.hoursPerDay = Number(value);
    if (item.test.kind === 'stay' && value !== null && isIsoDate(value)) given.stayTo = value;
    if (answer === 'unknown') continue;
    // What the program found by itself is found anew; what a person ticked or gave a reason for is hers.
    if (item.test.kind !== 'ask' && reason === null) continue;
    given.answers.push({itemId, answer, ground: groundOf(item, value), reason});
  }
  return given;
}

export function groundOf(item: AdmissionItem, value: string | null): number | null {
  if (item.test.kind !== 'ask' || value === null) return null;
  const digits = /^(?:ground|night):(\d+)$/u.exec(value)?.[1];
  return digits === undefined ? null : Number(digits);
}
