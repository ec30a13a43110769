import type {z} from 'zod';
import {addMonths, type IsoDate} from '../../domain/dates.ts';
import {checkIin} from '../../domain/iin.ts';
import {cleanName} from '../../domain/person.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {isIinOfAnother, type RecipientRow} from '../../db/queries/recipient.ts';
import type {personValues} from '../contract/journal.ts';
import {lengthRefusals, lineOrNull, longest, nameRefusals, orderRefusals, refusal, type Refusal} from './refusals.ts';

type TypedPerson = z.output<z.ZodObject<typeof personValues>>;

/** What the journal asks about a person (Appendix 2, columns 3-8), without what only the personal file asks. */
export type KeptPerson = Omit<
  RecipientRow,
  'id' | 'diagnosis' | 'ethnicity' | 'socialStatus' | 'disabilityGroup' | 'mergedIntoId'
> &
  Partial<Pick<RecipientRow, 'disabilityGroup'>>;

/** The person as kept, and what stands in the way. `at`: the path of the person in the input, `person.` or empty. */
export function keepPerson(
  typed: TypedPerson,
  {db, today, at, before}: {db: ReadableDb; today: IsoDate; at: string; before: RecipientRow | null},
): {kept: KeptPerson; refusals: Refusal[]} {
  const iin = keepIin(typed.iin, typed.iinOverrideReason, number => holderOf(db, number, before));
  const kept: KeptPerson = {
    ...cleanName(typed.name),
    bornOn: typed.bornOn,
    sex: typed.sex,
    iin: iin.number,
    iinOverrideReason: iin.reason,
    category: typed.category,
    ...(typed.disabilityGroup === undefined ? {} : {disabilityGroup: typed.disabilityGroup}),
    address: lineOrNull(typed.address),
    phone: lineOrNull(typed.phone),
    programmeFrom: typed.programmeFrom,
    programmeTo: typed.programmeTo,
  };
  const refusals = [
    ...nameRefusals(`${at}name`, kept),
    ...(kept.bornOn !== null && kept.bornOn > today ? [refusal(`${at}bornOn`, 'date-in-future')] : []),
    ...(iin.problem === null ? [] : [refusal(`${at}iin`, iin.problem)]),
    ...lengthRefusals([
      [`${at}address`, kept.address, longest.address],
      [`${at}phone`, kept.phone, longest.phone],
      [`${at}iinOverrideReason`, kept.iinOverrideReason, longest.reason],
    ]),
    ...orderRefusals(`${at}programmeTo`, kept.programmeFrom, kept.programmeTo),
  ];
  return {kept, refusals};
}

/** Whether another person holds the number too; `known`: it is as it was, so that the other card is the one to mend. */
type Holder = 'nobody' | 'known' | 'another';

function holderOf(db: ReadableDb, iin: string, before: RecipientRow | null): Holder {
  if (!isIinOfAnother(db, iin, before?.id ?? null)) return 'nobody';
  return before?.iin === iin ? 'known' : 'another';
}

/**
 * A wrong control digit, or a number that another person has, is kept only with a reason; a date or a sex that the
 * number does not agree with is no matter.
 */
function keepIin(
  typed: string | null,
  typedReason: string | null,
  holder: (iin: string) => Holder,
): {number: string | null; reason: string | null; problem: 'iin-shape' | 'iin-control-digit' | 'iin-taken' | null} {
  const line = lineOrNull(typed);
  if (line === null) return {number: null, reason: null, problem: null};
  const check = checkIin(line);
  if (check.kind === 'shape') return {number: line, reason: null, problem: 'iin-shape'};
  const number = line.replace(/\D/gu, '');
  const reason = lineOrNull(typedReason);
  if (check.kind === 'control-digit') return {number, reason, problem: reason === null ? 'iin-control-digit' : null};
  const held = holder(number);
  if (held === 'nobody') return {number, reason: null, problem: null};
  return {number, reason, problem: held === 'another' && reason === null ? 'iin-taken' : null};
}

/** An order may be dated ahead; a year that lies further ahead than one is a slip of the finger. */
export function farAhead(date: IsoDate, today: IsoDate): boolean {
  return date > addMonths(today, 12);
}
