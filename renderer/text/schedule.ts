import {formatDate, longDate} from '../../domain/dates.ts';
import {counted} from '../../domain/plural.ts';
import {text, type Text} from '../../domain/text.ts';

const matters = {kk: 'жазба', ru: {one: 'запись', few: 'записи', many: 'записей'}};

export const scheduleText = {
  title: text('Ай күнтізбесі', 'Календарь месяца'),
  previous: text('Алдыңғы ай', 'Предыдущий месяц'),
  following: text('Келесі ай', 'Следующий месяц'),
  thisMonth: text('Осы ай', 'Этот месяц'),
  print: text('Басып шығару', 'Печать'),
  excel: text('Excel файлын сақтау', 'Сохранить в Excel'),
  saved: text('Файл сақталды', 'Файл сохранен'),
  specialist: text('Маман', 'Специалист'),
  everySpecialist: text('Барлық маман', 'Все специалисты'),
  recipient: text('Қызмет алушы', 'Получатель услуг'),
  everyRecipient: text('Барлық қызмет алушы', 'Все получатели'),
  nobodyFound: text('Ешкім табылмады', 'Никто не найден'),
  unit: text('Бөлімше', 'Отделение'),
  everyUnit: text('Бүкіл ұйым', 'Вся организация'),
  dayOff: text('демалыс', 'выходной'),
  dayLabel: (day: string, count: number, off: Text | null, isToday: boolean): Text => {
    const [long, what] = [longDate(day), counted(count, matters)];
    return text(
      [long.kk, ...(isToday ? ['бүгін'] : []), ...(off === null ? [] : [off.kk]), what.kk].join(', '),
      [long.ru, ...(isToday ? ['сегодня'] : []), ...(off === null ? [] : [off.ru]), what.ru].join(', '),
    );
  },
  kindCount: (kind: Text, count: number): Text =>
    count === 1 ? kind : text(`${kind.kk}: ${count}`, `${kind.ru}: ${count}`),
  more: (count: number): Text => text(`тағы ${count}`, `еще ${count}`),
  showMore: (count: number): Text => text(`Тағы ${count} көрсету`, `Показать еще ${count}`),
  nothingOn: text('Бұл күні ештеңе жоқ.', 'На этот день ничего нет.'),
  latest: (day: string): Text => text(`ең кеші ${formatDate(day)}`, `крайний срок ${formatDate(day)}`),
  cut: (shown: number, total: number): Text =>
    text(
      `Көрсетілгені: алғашқы ${shown}, барлығы ${total}. Маманды не бөлімшені таңдаңыз.`,
      `Показаны первые ${shown} из ${total}. Выберите специалиста или отделение.`,
    ),

  year: text('Жыл сызығы', 'Год на одной линии'),
  yearOf: (year: number): Text => text(`${year} жыл`, `${year} год`),
  previousYear: text('Алдыңғы жыл', 'Предыдущий год'),
  followingYear: text('Келесі жыл', 'Следующий год'),
  picture: (year: number, spans: number, marks: number): Text =>
    text(
      `${year} жылдың сызығы: ${spans} кезең, ${marks} күн. Дәл осы мәліметтер төмендегі кестеде.`,
      `Линия ${year} года: периодов ${spans}, дней ${marks}. Те же сведения – в таблице ниже.`,
    ),
  lasts: (what: Text, from: string, to: string): Text => {
    const days = `${formatDate(from)} – ${formatDate(to)}`;
    return text(`${what.kk}: ${days}`, `${what.ru}: ${days}`);
  },
  onDay: (day: string, what: Text): Text => text(`${formatDate(day)}: ${what.kk}`, `${formatDate(day)}: ${what.ru}`),
  asTable: text('Кесте түрінде', 'Показать таблицей'),
  hideTable: text('Кестені жасыру', 'Скрыть таблицу'),
  yearEmpty: text(
    'Бұл жылы ештеңе жазылмаған. Адам қабылданып, жоспары жасалған соң, олар осында көрінеді.',
    'За этот год записей нет. Они появятся, когда человек поступит и для него составят план.',
  ),
  date: text('Күні', 'Дата'),
  part: text('Бөлім', 'Раздел'),
  what: text('Мазмұны', 'Содержание'),
  state: text('Күйі', 'Состояние'),
  legend: {
    done: text('болған', 'состоялось'),
    coming: text('алда', 'предстоит'),
    overdue: text('мерзімі өткен', 'просрочено'),
  },
};
