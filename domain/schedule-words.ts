import {must} from './assert.ts';
import {counted} from './plural.ts';
import type {ScheduleKind, ScheduleState} from './schedule.ts';
import {text, type Text} from './text.ts';
import type {YearTrack} from './year-line.ts';

/** The calendar and the year's line in plain words, on the screen, on paper and in a workbook. */

export const scheduleKindNames: Record<ScheduleKind, Text> = {
  'plan-draw-up': text('Жеке жоспар жасау', 'Составить индивидуальный план'),
  'plan-fill': text('Жеке жоспарды толтыру', 'Заполнить индивидуальный план'),
  'plan-approve': text('Жеке жоспарды бекіту', 'Утвердить индивидуальный план'),
  'plan-review': text('Жеке жоспарды қайта қарау', 'Пересмотреть индивидуальный план'),
  'plan-ends': text('Жеке жоспардың мерзімі аяқталады', 'Заканчивается срок плана'),
  'monitoring-due': text('Мониторинг жүргізу', 'Провести мониторинг'),
  'monitoring-enter': text('Мониторингті журналға енгізу', 'Внести мониторинг в журнал'),
  'monthly-mark': text('Ай сайынғы белгі', 'Ежемесячная отметка'),
  'year-binding': text('Журнал мен жоспарды тігу', 'Сшить журнал и план'),
  'programme-ends': text('Оңалту бағдарламасы аяқталады', 'Заканчивается программа реабилитации'),
  'file-open': text('Жеке іс ашу', 'Завести личное дело'),
  'round-held': text('Мониторинг жүргізілді', 'Проведен мониторинг'),
  'birthday': text('Туған күні', 'День рождения'),
};

/** In a cell of the month, where there is room for a word or two. */
export const shortKindNames: Record<ScheduleKind, Text> = {
  'plan-draw-up': text('жоспар жасау', 'составить план'),
  'plan-fill': text('жоспар толтыру', 'заполнить план'),
  'plan-approve': text('жоспар бекіту', 'утвердить план'),
  'plan-review': text('қайта қарау', 'пересмотр'),
  'plan-ends': text('жоспар бітеді', 'конец плана'),
  'monitoring-due': text('мониторинг', 'мониторинг'),
  'monitoring-enter': text('журналға енгізу', 'внести в журнал'),
  'monthly-mark': text('айлық белгі', 'отметка за месяц'),
  'year-binding': text('тігу', 'сшив'),
  'programme-ends': text('бағдарлама бітеді', 'конец программы'),
  'file-open': text('іс ашу', 'завести дело'),
  'round-held': text('мониторинг өтті', 'мониторинг был'),
  'birthday': text('туған күн', 'день рождения'),
};

export const scheduleStateNames: Record<ScheduleState, Text> = {
  overdue: text('мерзімі өткен', 'просрочено'),
  due: text('мерзімі келді', 'срок наступил'),
  coming: text('алда', 'предстоит'),
  done: text('орындалды', 'сделано'),
  note: text('жазылған', 'записано'),
};

const years = {kk: 'жас', ru: {one: 'год', few: 'года', many: 'лет'}};

export function ageWords(age: number): Text {
  return counted(age, years);
}

export const monthNames: readonly Text[] = [
  text('қаңтар', 'январь'),
  text('ақпан', 'февраль'),
  text('наурыз', 'март'),
  text('сәуір', 'апрель'),
  text('мамыр', 'май'),
  text('маусым', 'июнь'),
  text('шілде', 'июль'),
  text('тамыз', 'август'),
  text('қыркүйек', 'сентябрь'),
  text('қазан', 'октябрь'),
  text('қараша', 'ноябрь'),
  text('желтоқсан', 'декабрь'),
];

/** «2026 жылғы қараша», «ноябрь 2026 года». */
export function monthTitle(month: string): Text {
  const year = Number(month.slice(0, 4));
  const name = must(monthNames[Number(month.slice(5)) - 1]);
  return text(`${year} жылғы ${name.kk}`, `${name.ru} ${year} года`);
}

/** From Monday. */
export const weekdayNames: readonly Text[] = [
  text('дүйсенбі', 'понедельник'),
  text('сейсенбі', 'вторник'),
  text('сәрсенбі', 'среда'),
  text('бейсенбі', 'четверг'),
  text('жұма', 'пятница'),
  text('сенбі', 'суббота'),
  text('жексенбі', 'воскресенье'),
];

export const shortWeekdayNames: readonly Text[] = [
  text('Дс', 'Пн'),
  text('Сс', 'Вт'),
  text('Ср', 'Ср'),
  text('Бс', 'Чт'),
  text('Жм', 'Пт'),
  text('Сн', 'Сб'),
  text('Жс', 'Вс'),
];

export const yearTrackNames: Record<YearTrack, Text> = {
  stay: text('Ұйымда', 'В организации'),
  leave: text('Уақытша шығу', 'Временное выбытие'),
  plan: text('Жеке жоспар', 'Индивидуальный план'),
  round: text('Мониторинг', 'Мониторинг'),
  review: text('Қайта қарау', 'Пересмотр'),
  due: text('Мерзімдер', 'Сроки'),
};

export const yearMarkNames = {
  planRevision: (revision: number): Text =>
    revision === 0 ? text('жоспар', 'план') : text(`${revision}-түзету`, `корректировка ${revision}`),
  round: (number: number): Text => text(`№ ${number} мониторинг`, `мониторинг № ${number}`),
  roundOpen: (number: number): Text =>
    text(`№ ${number} мониторинг (толтырылуда)`, `мониторинг № ${number} (заполняется)`),
  review: text('жоспарды қайта қарау', 'пересмотр плана'),
};
