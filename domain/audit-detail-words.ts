import type {AuditDetail} from './audit.ts';
import {accountRoleNames} from './roles.ts';
import {text, type Text} from './text.ts';

/** The details of a link that say something to a person, in words; the others are for whoever looks into the database. */

const counted: Readonly<Record<string, Text>> = {
  count: text('саны', 'количество'),
  year: text('жылы', 'год'),
  sent: text('жіберілді', 'отправлено'),
  integrated: text('қабылданды', 'принято'),
  quarantined: text('кейінге қалды', 'отложено'),
  conflicts: text('қатар түзету', 'встречных правок'),
};

const said: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  role: accountRoleNames,
  lane: {network: text('желі арқылы', 'по сети'), stick: text('флешкамен', 'через флешку')},
  form: {
    'appendix-2': text('2-қосымша', 'приложение 2'),
    'appendix-3': text('3-қосымша', 'приложение 3'),
    'appendix-4': text('4-қосымша', 'приложение 4'),
    'appendix-5': text('5-қосымша', 'приложение 5'),
  },
  source: {
    blank: text('бос нысан', 'пустая форма'),
    living: text('жоба', 'проект'),
    frozen: text('бекітілген', 'утвержденная'),
  },
  language: {
    kk: text('қазақша', 'на казахском'),
    ru: text('орысша', 'на русском'),
    both: text('екі тілде', 'на двух языках'),
  },
  how: {printed: text('басып шығарылды', 'напечатано'), saved: text('файлға сақталды', 'сохранено в файл')},
};

const flags: Readonly<Record<string, Text>> = {
  'saved false': text('сақталмады', 'не сохранено'),
  'automatic true': text('өздігінен', 'автоматически'),
  'restored true': text('қалпына келтірілген көшірмемен', 'с восстановленной копией'),
};

export function detailWords(detail: AuditDetail): Text[] {
  return Object.entries(detail).flatMap(([key, value]) => {
    const label = counted[key];
    if (label !== undefined && typeof value === 'number') {
      // That nothing came or went is no news.
      return value === 0 ? [] : [text(`${label.kk}: ${value}`, `${label.ru}: ${value}`)];
    }
    if (key === 'outcome') return [value === 'complete' ? complete : stopped];
    const words = said[key]?.[String(value)] ?? flags[`${key} ${value}`];
    return words === undefined ? [] : [words];
  });
}

const complete = text('толық', 'полностью');
const stopped = text('толық емес', 'не полностью');
