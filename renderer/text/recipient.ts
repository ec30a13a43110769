import {formatDate, type IsoDate} from '../../domain/dates.ts';
import {counted} from '../../domain/plural.ts';
import {printWayNames} from '../../domain/record-value-words.ts';
import {text, type Text} from '../../domain/text.ts';

const years = {kk: 'жас', ru: {one: 'год', few: 'года', many: 'лет'}};

export const recipientText = {
  tabs: text('Қызмет алушының бөлімдері', 'Разделы получателя услуг'),
  overview: text('Шолу', 'Обзор'),
  person: text('Мәліметтер', 'Сведения'),
  papers: text('Құжаттар', 'Документы'),
  history: text('Өзгерістер тарихы', 'История изменений'),

  since: (day: IsoDate): Text => text(`${formatDate(day)} бастап`, `с ${formatDate(day)}`),
  order: (number: string): Text => text(`бұйрық № ${number}`, `приказ № ${number}`),
  row: (number: number): Text => text(`журналдағы № ${number}`, `№ ${number} в журнале`),
  born: (day: IsoDate, age: number | null): Text =>
    age === null
      ? text(`туған күні ${formatDate(day)}`, `дата рождения ${formatDate(day)}`)
      : text(
          `туған күні ${formatDate(day)} (${age} жаста)`,
          `дата рождения ${formatDate(day)} (${counted(age, years).ru})`,
        ),
  noPlacement: text('журналда жоқ', 'нет в журнале'),

  forms: text('Бұйрық нысандары', 'Формы приказа'),
  cover: text('3-қосымша. Мұқаба', 'Приложение 3. Обложка'),
  planPaper: text('4-қосымша. Жоспар', 'Приложение 4. План'),
  monitoringPaper: text('5-қосымша. Мониторинг', 'Приложение 5. Мониторинг'),
  notYet: text('әзірге жоқ', 'пока нет'),

  plans: text('Жеке жоспарлар', 'Индивидуальные планы'),
  noPlans: text('Жеке жоспар әлі жасалмаған.', 'Индивидуальный план еще не составлен.'),
  newPlan: text('Жаңа жоспар', 'Новый план'),
  period: text('Кезеңі', 'Период'),
  review: text('Қайта қарау', 'Пересмотр'),
  status: text('Жай-күйі', 'Состояние'),
  monitoring: text('Мониторинг', 'Мониторинг'),
  rounds: (count: number): Text => text(`жазбалар: ${count}`, `записей: ${count}`),
  due: text('Не істеу керек', 'Что сделать'),
  planAndJournal: text('Жоспар және мониторинг журналы', 'План и журнал мониторинга'),
  planOf: (period: string): Text => text(`Жоспар: ${period}`, `План: ${period}`),
  sheet: (number: number, day: string | null): Text =>
    text(
      `Журнал: ${number}-мониторинг${day === null ? '' : `, ${day}`}`,
      `Журнал: мониторинг ${number}${day === null ? '' : `, ${day}`}`,
    ),
  noSheet: text('Журналда әлі жазба жоқ', 'В журнале записей пока нет'),
  noMeasuresYet: text('Жоспарда әлі іс-шара жоқ.', 'В плане пока нет мероприятий.'),
  roundOpen: text('толтырылуда', 'заполняется'),
  plan: text('Жоспар', 'План'),
  noPeriod: text('кезеңі көрсетілмеген', 'период не указан'),
  revision: (number: number): Text => text(`${number}-түзету`, `исправление ${number}`),

  file: text('Жеке іс', 'Личное дело'),
  fileNumber: (number: string): Text => text(`№ ${number}`, `№ ${number}`),
  noFile: text('Жеке іс әлі ашылмаған.', 'Личное дело еще не открыто.'),
  openFile: text('Жеке істі ашу', 'Открыть личное дело'),
  goToFile: text('Жеке іске өту', 'Перейти к делу'),
  sheets: (count: number): Text => text(`парақ: ${count}`, `листов: ${count}`),
  documents: (count: number): Text => text(`құжат: ${count}`, `документов: ${count}`),

  events: text('Журналдағы белгілер', 'Отметки в журнале'),
  noEvents: text('Журналда белгі жоқ.', 'Отметок в журнале нет.'),
  earlierRows: text('Бұрынғы түсулер', 'Прежние поступления'),

  form: text('Қызмет алушы туралы мәліметтер', 'Сведения о получателе услуг'),
  category: text('Санаты', 'Категория'),
  disabilityGroup: text('Мүгедектік тобы', 'Инвалидность'),
  programmeFrom: text('ОЖБ басталған күн', 'ИПАР: с'),
  programmeTo: text('ОЖБ аяқталатын күн', 'ИПАР: по'),
  relatives: text('Ата-аналары туралы мәліметтер', 'Сведения о родителях'),
  relativesWhat: text(
    'Тек мүгедектігі бар балалар үшін (3-қосымша).',
    'Только для детей с инвалидностью (приложение 3).',
  ),
  relativesKept: text(
    'Санаты балаларға жатпайды: бұл мәліметтер сақталады, бірақ басылмайды.',
    'Категория не детская: эти сведения сохранятся, но не печатаются.',
  ),
  addRelative: text('Ата-ана қосу', 'Добавить родителя'),
  removeRelative: (number: number): Text => text(`${number}-ата-ананы алып тастау`, `Убрать родителя ${number}`),
  kinship: text('Кім болып келеді', 'Кем приходится'),
  saved: text('Мәліметтер сақталды.', 'Сведения сохранены.'),

  frozenPapers: text('Бекітілген құжаттар', 'Утвержденные документы'),
  noPapers: text('Әзірге бекітілген құжат жоқ.', 'Утвержденных документов пока нет.'),
  register: text('Басылымдар тізілімі', 'Реестр печати'),
  noPrints: text('Әзірге ештеңе басылмаған.', 'Пока ничего не печатали.'),
  paperForm: text('Құжат', 'Документ'),
  paperRevision: text('Нұсқасы', 'Версия'),
  legalDate: text('Құжаттың күні', 'Дата документа'),
  frozenAt: text('Сақталған', 'Сохранен'),
  printedAt: text('Қашан', 'Когда'),
  printedBy: text('Кім', 'Кто'),
  printedHow: text('Қалай', 'Как'),
  printedLanguage: text('Тілі', 'Язык'),
  printedState: text('Күйі', 'Вид'),
  printed: printWayNames.printed,
  savedAsFile: printWayNames.saved,
};
