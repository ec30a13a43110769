import type {IsoDate} from './dates.ts';
import {text, type Text} from './text.ts';

/**
 * Where in the organisation a person stays. Of a stay the day of leaving belongs to where one goes next, so a move is two
 * stays that share a day and are no overlap.
 */
export interface UnitStay {
  readonly from: IsoDate;
  /** The day of leaving; null: still there. */
  readonly to: IsoDate | null;
}

/** The days between which a row of the journal has its person in the organisation. */
export interface InOrganisation {
  readonly admittedOn: IsoDate | null;
  /** The day of discharge or transfer; null while the person is there or only away. */
  readonly leftOn: IsoDate | null;
}

export const stayProblemCodes = [
  'not-admitted',
  'before-admission',
  'after-leaving',
  'no-day',
  'overlaps',
  'unit-not-open',
  'already-there',
  'nowhere',
] as const;
export type StayProblemCode = (typeof stayProblemCodes)[number];

export const stayProblemWords: Record<StayProblemCode, Text> = {
  'not-admitted': text(
    'Бұл адам әлі қабылданбаған, сондықтан бөлімшеге орналастыруға болмайды. Алдымен журналға түскен күнін енгізіңіз.',
    'Этот человек еще не принят, поэтому поместить его в отделение нельзя. Сначала внесите в журнал дату поступления.',
  ),
  'before-admission': text(
    'Бөлімшеге кірген күні ұйымға түскен күннен бұрын тұр. Күнін тексеріңіз.',
    'День перехода в отделение раньше дня поступления в организацию. Проверьте дату.',
  ),
  'after-leaving': text(
    'Бұл күні адам ұйымнан шығып кеткен. Күнін тексеріңіз.',
    'В этот день человек уже выбыл из организации. Проверьте дату.',
  ),
  'no-day': text(
    'Шыққан күні кірген күннен кейін болуы тиіс. Күндерін тексеріңіз.',
    'День выхода должен быть позже дня входа. Проверьте даты.',
  ),
  'overlaps': text(
    'Осы күндері адам басқа бөлімшеде тұрады. Сол жазбаның күндерін түзетіңіз.',
    'В эти дни человек находится в другом отделении. Исправьте даты той записи.',
  ),
  'unit-not-open': text(
    'Бұл күндері бөлімше ашылмаған немесе жабылған. Күнін немесе бөлімшені тексеріңіз.',
    'В эти дни отделение еще не открыто или уже закрыто. Проверьте дату или отделение.',
  ),
  'already-there': text(
    'Адам осы күні дәл осы бөлімшеде тұрады. Басқа бөлімшені таңдаңыз.',
    'В этот день человек и так в этом отделении. Выберите другое.',
  ),
  'nowhere': text(
    'Бұл күні адам ешбір бөлімшеде тұрмайды. Күнін тексеріңіз.',
    'В этот день человек не находится ни в одном отделении. Проверьте дату.',
  ),
};

/** Why a stay cannot be so; null when it can. `others` are the other stays of the same row of the journal. */
export function stayProblem(
  stay: UnitStay,
  others: readonly UnitStay[],
  {admittedOn, leftOn}: InOrganisation,
  unit: {readonly openedOn: IsoDate | null; readonly closedOn: IsoDate | null},
): StayProblemCode | null {
  if (admittedOn === null) return 'not-admitted';
  if (stay.from < admittedOn) return 'before-admission';
  if (leftOn !== null && (stay.from >= leftOn || (stay.to !== null && stay.to > leftOn))) return 'after-leaving';
  if (stay.to !== null && stay.to <= stay.from) return 'no-day';
  if (others.some(other => overlap(stay, other))) return 'overlaps';
  const {openedOn, closedOn} = unit;
  // Who left the organisation has left the unit too.
  const end = stay.to ?? leftOn;
  if (openedOn !== null && stay.from < openedOn) return 'unit-not-open';
  return closedOn !== null && (end === null || end > closedOn) ? 'unit-not-open' : null;
}

function overlap(one: UnitStay, other: UnitStay): boolean {
  return (other.to === null || one.from < other.to) && (one.to === null || other.from < one.to);
}

/** The stay as far as the person was in the organisation at all; null: not a day of it. */
export function stayWithin({from, to}: UnitStay, {admittedOn, leftOn}: InOrganisation): UnitStay | null {
  if (admittedOn === null) return null;
  const begun = from > admittedOn ? from : admittedOn;
  const ended = to === null || (leftOn !== null && leftOn < to) ? (leftOn ?? to) : to;
  return ended !== null && ended <= begun ? null : {from: begun, to: ended};
}

/** Whether the person stays there on a day. */
export function staysOn(stay: UnitStay, day: IsoDate): boolean {
  return stay.from <= day && (stay.to === null || day < stay.to);
}
