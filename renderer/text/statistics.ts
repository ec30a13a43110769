import type {ReadyPeriod} from '../../domain/statistics-period.ts';
import {text, type Text} from '../../domain/text.ts';

export const statisticsText = {
  title: text('Статистика', 'Статистика'),
  norms: text('Штат нормативтері', 'Штатные нормативы'),
  excel: text('Excel файлын сақтау', 'Сохранить в Excel'),
  saved: text('Файл сақталды', 'Файл сохранен'),

  period: text('Кезең', 'Период'),
  periods: {
    'month': text('Осы ай', 'Этот месяц'),
    'last-month': text('Өткен ай', 'Прошлый месяц'),
    'quarter': text('Осы тоқсан', 'Этот квартал'),
    'last-quarter': text('Өткен тоқсан', 'Прошлый квартал'),
    'year': text('Осы жыл', 'Этот год'),
    'last-year': text('Өткен жыл', 'Прошлый год'),
  } satisfies Record<ReadyPeriod, Text>,
  from: text('Бірінші күні', 'Первый день'),
  to: text('Соңғы күні', 'Последний день'),
  unit: text('Бөлімше', 'Отделение'),
  whole: text('Бүкіл ұйым', 'Вся организация'),
  shown: (from: string, to: string): Text => text(`Кезең: ${from} – ${to}`, `Период: ${from} – ${to}`),
  lastDay: (day: string): Text =>
    text(`Соңғы күннің сандары ${day} күніне берілген.`, `Числа на последний день приведены на ${day}.`),
  hint: text(
    'Санды басыңыз: оның артындағы тізім ашылады.',
    'Нажмите на число: откроется список, который за ним стоит.',
  ),

  places: (places: number): Text => text(`Орын саны: ${places}`, `Всего мест: ${places}`),
  percent: text('Толуы, %', 'Заполнено, %'),
  placesUnknown: text(
    'Орын саны көрсетілмеген, сондықтан пайызы есептелмейді. Оны баптаулардағы ұйым деректеріне енгізіңіз.',
    'Число мест не указано, поэтому процент не считается. Внесите его в данные организации в настройках.',
  ),
  noRules: text(
    'Ұйымның бұл үлгісі үшін бұйрықта мерзімдер белгіленбеген. Өз мерзімдеріңізді баптауларда енгізсеңіз, олардың сақталуы осында саналады.',
    'Для этого типа организации приказ сроков не устанавливает. Если внести собственные сроки в настройках, их соблюдение будет считаться здесь.',
  ),
  chart: (table: Text): Text =>
    text(
      `Диаграмма: ${table.kk}. Сандары осы бөлімдегі кестеде.`,
      `Диаграмма: ${table.ru}. Ее числа – в таблице этого раздела.`,
    ),
  openList: (table: Text, row: Text, column: Text, count: number): Text =>
    text(
      `${table.kk}, ${row.kk}, ${column.kk}: ${count}. Тізімді ашу`,
      `${table.ru}, ${row.ru}, ${column.ru}: ${count}. Открыть список`,
    ),

  close: text('Тізімді жабу', 'Закрыть список'),
  listOf: (row: Text, column: Text): Text => text(`${row.kk}: ${column.kk}`, `${row.ru}: ${column.ru}`),
  range: (first: number, last: number, total: number): Text =>
    text(`${first}–${last}, барлығы ${total}`, `${first}–${last} из ${total}`),
  previous: text('Алдыңғылары', 'Предыдущие'),
  following: text('Келесілері', 'Следующие'),
  openPlan: text('Жоспарды ашу', 'Открыть план'),
  openRound: text('Мониторингті ашу', 'Открыть мониторинг'),
  on: (day: string): Text => text(day, day),
  since: (day: string): Text => text(`${day} бастап`, `с ${day}`),
  born: (day: string): Text => text(`туған күні ${day}`, `дата рождения ${day}`),
  term: (strict: string, lenient: string): Text =>
    strict === lenient
      ? text(`мерзімі ${lenient} дейін`, `срок до ${lenient}`)
      : text(`мерзімі ${strict} дейін, ең кеші ${lenient}`, `срок до ${strict}, крайний ${lenient}`),
  doneOn: (day: string): Text => text(`орындалды ${day}`, `сделано ${day}`),
  notDone: text('орындалмаған', 'не сделано'),
};
