import {cleanText, type PersonName} from '../person.ts';
import {fold} from '../search-key.ts';
import {signatoryRoleNames} from '../record-value-words.ts';
import {
  disabilityGroupNames,
  recipientCategoryNames,
  serviceTypeNames,
  serviceTypes,
  sexNames,
  signatoryRoles,
  type DisabilityGroup,
  type MeasurePeriod,
  type RecipientCategory,
  type ServiceType,
  type Sex,
  type SignatoryRole,
} from '../vocabulary.ts';

/** Words of closed lists as tables hold them, compared as the search folds them (no ь, ә = а). Undefined: not understood. */

/** Surname, first name, and all the rest the patronymic: «Серікова Айгүл Марат қызы». */
export function splitName(cell: string): PersonName {
  const [surname = '', firstName = '', ...rest] = cleanText(cell.replaceAll(',', ' ')).split(' ');
  return {surname, firstName, patronymic: rest.length === 0 ? null : rest.join(' ')};
}

/** A number that a spreadsheet has taken for a quantity: without its zeros in front, or with a point behind. */
export function readIin(cell: string): string {
  const plain = cell
    .trim()
    .replace(/^'/u, '')
    .replace(/[.,]0+$/u, '');
  return /^\d{8,11}$/u.test(plain) ? plain.padStart(12, '0') : plain;
}

const sexWords: Record<Sex, readonly string[]> = {
  male: ['м', 'муж', 'мужчина', 'мужской', 'ер', 'ер адам', 'еркек', 'ул', 'ул бала', 'мальчик', 'е'],
  female: ['ж', 'жен', 'женщина', 'женский', 'айел', 'айел адам', 'кыз', 'кыз бала', 'девочка', 'а'],
};

export function readSex(cell: string): Sex | undefined {
  const words = fold(cell);
  return byWords(sexWords, words) ?? byName(sexNames, words);
}

const groupWords: Record<DisabilityGroup, readonly string[]> = {
  first: ['1', 'и', 'i', '1 группа', '1 топ', 'и группа', 'и топ', 'первая', 'биринши', '1 гр', '1 я группа'],
  second: ['2', 'ии', 'ii', '2 группа', '2 топ', 'ии группа', 'ии топ', 'вторая', 'екинши', '2 гр', '2 я группа'],
  third: ['3', 'иии', 'iii', '3 группа', '3 топ', 'иии группа', 'иии топ', 'третья', 'ушинши', '3 гр', '3 я группа'],
  child: ['ребенок', 'бала', 'ребенок инвалид', 'мугедек бала', 'дети'],
  none: ['нет', 'жок', '0', 'без группы', 'без инвалидности'],
};

export function readDisabilityGroup(cell: string): DisabilityGroup | undefined {
  const words = fold(cell);
  return byWords(groupWords, words) ?? byName(disabilityGroupNames, words);
}

export function readCategory(cell: string): RecipientCategory | undefined {
  const words = fold(cell);
  const exact = byName(recipientCategoryNames, words);
  if (exact !== undefined) return exact;
  const isChild = /(^| )(дет|бала|ребен)/u.test(words);
  if (/опорно|тирек/u.test(words)) return 'child-musculoskeletal';
  if (/психо/u.test(words)) return isChild ? 'child-psychoneurological' : 'adult-psychoneurological';
  if (/престарел|пожил|(^| )карт(тар|( |$))/u.test(words)) return 'elderly';
  if (/(^| )(1|2|и|ии|i|ii|первой|второй|биринши|екинши)( |$)/u.test(words)) return 'disabled-group-1-2';
  return undefined;
}

/** A kind of service by its name, or by its number in the order. */
export function readServiceType(cell: string): ServiceType | undefined {
  const words = fold(cell.replace(/^\s*\d+[.)]\s*/u, ''));
  const short = words.replace(/^(?:социално|алеуметтик) /u, '');
  return serviceTypes.find(type => {
    const {kk, ru} = serviceTypeNames[type];
    return [kk, ru].some(name => {
      const stem = fold(name)
        .replace(/^(?:социално|алеуметтик) /u, '')
        .slice(0, -2);
      return short.startsWith(stem);
    });
  });
}

/** Several, one after another. */
export function readServiceTypes(cell: string): (ServiceType | undefined)[] {
  return cell
    .split(/[;,\n]/u)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(readServiceType);
}

export function readSignatoryRole(cell: string): SignatoryRole | undefined {
  const words = fold(cell);
  const exact = signatoryRoles.find(role => {
    const {kk, ru} = signatoryRoleNames[role];
    return [kk, ru].some(name => fold(name) === words);
  });
  if (exact !== undefined) return exact;
  if (/психолог/u.test(words)) return 'psychologist';
  if (/консултант|кенесши/u.test(words)) return 'consultant';
  if (/медиц|врач|дариг|мейир/u.test(words)) return 'medical';
  if (/социалн\S* работ|алеуметтик жумыс/u.test(words)) return 'social-work-specialist';
  return /специалист|маман/u.test(words) ? 'specialist' : undefined;
}

export function readMeasurePeriod(cell: string): MeasurePeriod | undefined {
  const words = fold(cell);
  if (/недел|апта/u.test(words)) return 'week';
  if (/месяц|(^| )ай/u.test(words)) return 'month';
  return /квартал|токсан/u.test(words) ? 'quarter' : undefined;
}

/** A part of a post in hundredths: 1, 0,5, 0.25. */
export function readRate(cell: string): number | undefined {
  const words = cell.trim().replace(',', '.');
  const hundredths = /^\d{1,2}(\.\d{1,3})?$/u.test(words) ? Math.round(Number(words) * 100) : 0;
  return hundredths >= 1 && hundredths <= 1_000 ? hundredths : undefined;
}

function byWords<Value extends string>(words: Record<Value, readonly string[]>, said: string): Value | undefined {
  return (Object.keys(words) as Value[]).find(value => words[value].some(word => fold(word) === said));
}

function byName<Value extends string>(
  names: Record<Value, {readonly kk: string; readonly ru: string}>,
  said: string,
): Value | undefined {
  return (Object.keys(names) as Value[]).find(value =>
    [names[value].kk, names[value].ru].some(name => fold(name) === said),
  );
}
