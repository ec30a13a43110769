import {formatDate, type IsoDate} from '../../domain/dates.ts';
import {text, type Text} from '../../domain/text.ts';

/** Units inside the organisation, their places and who stays in them. */
export const unitText = {
  title: text('Бөлімшелер', 'Отделения'),
  what: text(
    'Қағидалардың 5-тармағы ұйым ішіндегі бөлімшелерді атайды. Бөлімшеде тұратындар, орындар және штат нормативтері сол бөлімше бойынша саналады.',
    'Пункт 5 Правил называет отделения внутри организации. По ним считаются проживающие, места и штатные нормативы.',
  ),
  notHere: text(
    'Бұйрық бөлімшелерді стационарлық үлгідегі ұйымдар үшін атайды.',
    'Отделения приказ называет для организаций стационарного типа.',
  ),
  none: text('Бөлімше жоқ.', 'Отделений нет.'),
  add: text('Бөлімше қосу', 'Добавить отделение'),
  edit: text('Өзгерту', 'Изменить'),
  editTitle: text('Бөлімшені өзгерту', 'Изменить отделение'),
  kind: text('Түрі', 'Вид'),
  whom: (whom: Text): Text => text(`Кімдерге арналған: ${whom.kk}.`, `Для кого: ${whom.ru}.`),
  nameKk: text('Ресми атауы (қазақ тілінде)', 'Официальное название (на казахском языке)'),
  nameRu: text('Ресми атауы (орыс тілінде)', 'Официальное название (на русском языке)'),
  name: text('Атауы', 'Название'),
  places: text('Орын саны', 'Число мест'),
  facilityPlaces: text('Ұйымдағы барлық орын саны', 'Всего мест в организации'),
  facilityPlacesHint: text('Бөлімшелердің орындарымен бірге.', 'Вместе с местами отделений.'),
  boundKept: (problem: Text, paragraph: Text): Text =>
    text(
      `${problem.kk} Негізі: ${paragraph.kk}. Осылай сақтауға болады.`,
      `${problem.ru} Основание: ${paragraph.ru}. Сохранить можно и так.`,
    ),
  openedOn: text('Ашылған күні', 'Дата открытия'),
  closedOn: text('Жабылған күні', 'Дата закрытия'),
  closed: (day: IsoDate): Text => text(`${formatDate(day)} жабылды`, `закрыто ${formatDate(day)}`),
  occupied: text('Бос емес', 'Занято'),
  free: text('Бос', 'Свободно'),
  unknown: text('айтылмаған', 'не указано'),

  freePlaces: text('Орындар', 'Места'),
  whole: text('Бүкіл ұйым', 'Вся организация'),
  line: (occupied: number, places: number | null): Text =>
    places === null
      ? text(`адам: ${occupied}, орын саны айтылмаған`, `людей: ${occupied}, число мест не указано`)
      : text(`${places} орынның ${occupied} бос емес`, `занято ${occupied} из ${places}`),
  freeCount: (free: number): Text => text(`бос: ${free}`, `свободно: ${free}`),
  over: (people: number): Text => text(`орыннан артық: ${people}`, `сверх мест: ${people}`),
  away: (away: number): Text => text(`уақытша шыққан: ${away}`, `временно выбыли: ${away}`),
  onDay: text('Қай күнге', 'На день'),
  setPlaces: text('Орын санын енгізу', 'Указать число мест'),

  stays: text('Бөлімшеде болуы', 'Пребывание в отделении'),
  noStays: text('Бөлімшеде тұрмайды.', 'В отделении не находится.'),
  enter: text('Бөлімшеге орналастыру', 'Поместить в отделение'),
  move: text('Басқа бөлімшеге ауыстыру', 'Перевести в другое отделение'),
  leave: text('Бөлімшеден шығару', 'Вывести из отделения'),
  unit: text('Бөлімше', 'Отделение'),
  on: text('Күні', 'Дата'),
  from: text('Кірген күні', 'С какого дня'),
  to: text('Шыққан күні', 'День выхода'),
  period: (from: IsoDate, to: IsoDate | null): Text =>
    to === null
      ? text(`${formatDate(from)} бастап`, `с ${formatDate(from)}`)
      : text(`${formatDate(from)} – ${formatDate(to)}`, `${formatDate(from)} – ${formatDate(to)}`),
  correct: text('Түзету', 'Исправить'),
  remove: text('Алып тастау', 'Убрать'),
  removeQuestion: (unit: Text): Text =>
    text(
      `«${unit.kk}» жазбасы қате енгізілген бе? Ол алынады, өзгерістер тарихында қалады.`,
      `Запись «${unit.ru}» внесена по ошибке? Она исчезнет и останется в истории изменений.`,
    ),
  removeYes: text('Иә, алып тастау', 'Да, убрать'),
  withFree: (name: Text, free: number): Text => text(`${name.kk} (бос: ${free})`, `${name.ru} (свободно: ${free})`),
};
