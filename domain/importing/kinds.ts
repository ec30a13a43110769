import type {Right} from '../roles.ts';
import {text, type Text} from '../text.ts';
import {serviceTypeNames, serviceTypes, type ServiceType} from '../vocabulary.ts';

/** What is taken from a table of the facility's own. */
export const importKinds = ['people', 'staff', 'plans'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Whoever may enter one by hand may take many from a table. */
export const rightOfImport: Record<ImportKind, Right> = {people: 'journal', staff: 'organisation', plans: 'plan'};

const nameFields = ['fullName', 'surname', 'firstName', 'patronymic'] as const;

/** What a column of a table may hold, by what is taken from it, in the order in which a person looks for it. */
export const importFields = {
  people: [
    ...nameFields,
    'bornOn',
    'sex',
    'iin',
    'address',
    'phone',
    'category',
    'disabilityGroup',
    'programme',
    'programmeFrom',
    'programmeTo',
    'queued',
    'admitted',
    'admittedOrder',
    'discharged',
    'dischargedOrder',
    'dischargeReason',
    'transferred',
    'transferredOrder',
    'destination',
    'diagnosis',
    'ethnicity',
    'socialStatus',
  ],
  staff: [
    ...nameFields,
    'position',
    'positionKk',
    'positionRu',
    'signatoryRole',
    'serviceTypes',
    'rate',
    'startedOn',
    'leftOn',
  ],
  plans: [
    ...nameFields,
    'bornOn',
    'iin',
    'periodFrom',
    'periodTo',
    'serviceType',
    'measure',
    'volume',
    'period',
    'dateFrom',
    'dateTo',
    'specialist',
    'assignedOn',
    ...serviceTypes,
  ],
} as const satisfies Record<ImportKind, readonly string[]>;
export type ImportField = (typeof importFields)[ImportKind][number];

export const everyImportField: readonly ImportField[] = [...new Set(Object.values(importFields).flat())];

/** Who does not see these words does not bring them in either. */
export const rightOfField: Partial<Record<ImportField, Right>> = {diagnosis: 'diagnosis', ethnicity: 'ethnicity'};

/** A row without these is not taken. One list of each pair is enough. */
export const neededFields: Record<ImportKind, readonly (readonly ImportField[])[]> = {
  people: [['fullName'], ['surname', 'firstName']],
  staff: [['fullName'], ['surname', 'firstName']],
  plans: [['fullName'], ['surname', 'firstName'], ['iin']],
};

export interface ImportFieldWords {
  readonly name: Text;
  /** Other headings of the same column, in both languages, as people write them. */
  readonly also: readonly string[];
}

function field(kk: string, ru: string, ...also: readonly string[]): ImportFieldWords {
  return {name: text(kk, ru), also};
}

function serviceField(type: ServiceType): ImportFieldWords {
  const {kk, ru} = serviceTypeNames[type];
  return field(`${kk} (іс-шаралар)`, `${ru} (мероприятия)`, kk, ru, `${kk} қызметтер`, `${ru} услуги`);
}

/** As the screen calls the fields; Appendix 2 has its own headings, which stand among the others. */
export const importFieldWords: Record<ImportField, ImportFieldWords> = {
  fullName: field(
    'Тегі, аты, әкесінің аты (бір бағанда)',
    'Фамилия, имя, отчество (в одном столбце)',
    'Тегі, аты, әкесінің аты (бар болса)',
    'Тегі, аты, әкесінің аты',
    'Тегі, аты-жөні',
    'Аты-жөні',
    'Т.А.Ә.',
    'ТАӘ',
    'Фамилия, имя, отчество (при его наличии)',
    'Фамилия, имя, отчество',
    'Фамилия имя',
    'Ф.И.О.',
    'ФИО',
    'Қызмет алушы',
    'Қызметкер',
    'Получатель услуг',
    'Сотрудник',
  ),
  surname: field('Тегі', 'Фамилия'),
  firstName: field('Аты', 'Имя', 'Есімі'),
  patronymic: field('Әкесінің аты', 'Отчество'),
  bornOn: field(
    'Туған күні',
    'Дата рождения',
    'Туған күні, жасы',
    'Дата рождения, возраст',
    'Туған жылы',
    'Год рождения',
    'Туылған күні',
    'Д.р.',
    'Родился',
  ),
  sex: field('Жынысы', 'Пол'),
  iin: field('ЖСН', 'ИИН', 'Жеке сәйкестендіру нөмірі', 'Индивидуальный идентификационный номер'),
  address: field('Үйінің мекенжайы', 'Домашний адрес', 'Мекенжайы', 'Мекен-жайы', 'Адрес', 'Адрес проживания'),
  phone: field('Телефон нөмірі', 'Номер телефона', 'Телефон номірі', 'Телефон', 'Телефоны', 'Контакты', 'Байланыс'),
  category: field('Санаты', 'Категория', 'Категория получателя'),
  disabilityGroup: field('Мүгедектік тобы', 'Группа инвалидности', 'Тобы', 'Группа', 'Инвалидность', 'Мүгедектігі'),
  programme: field(
    'Жеке бағдарламаның мерзімі',
    'Срок индивидуальной программы',
    'Мүгедектігі бар адамды абилитациялау мен оңалтудың жеке бағдарламасының мерзімі',
    'Срок индивидуальной программы абилитации и реабилитации лица с инвалидностью',
    'ОЖБ мерзімі',
    'АОЖБ мерзімі',
    'Срок ИПР',
    'Срок ИПАР',
    'ИПР',
    'ИПАР',
  ),
  programmeFrom: field('Жеке бағдарлама басталған күн', 'Индивидуальная программа с', 'ИПР с', 'ИПАР с'),
  programmeTo: field('Жеке бағдарлама аяқталатын күн', 'Индивидуальная программа по', 'ИПР по', 'ИПР до', 'ИПАР до'),
  queued: field(
    'Кезекке қойылған күні',
    'Дата постановки в очередь',
    'Кезекке тұрған күні',
    'Дата постановки на очередь',
    'Поставлен в очередь',
    'Очередь с',
  ),
  admitted: field(
    'Түскен күні және бұйрықтың №',
    'Дата поступления и № приказа',
    'Түскен күні',
    'Қабылданған күні',
    'Дата поступления',
    'Дата приема',
    'Дата зачисления',
    'Поступил',
    'Зачислен',
  ),
  admittedOrder: field(
    'Түсу бұйрығының №',
    '№ приказа о поступлении',
    'Қабылдау бұйрығының №',
    '№ приказа о зачислении',
    'Приказ о зачислении',
    'Приказ о приеме',
    'Бұйрық №',
    'Бұйрықтың №',
    '№ приказа',
    'Приказ',
    'Бұйрық',
    'Түскен күні және бұйрықтың № бұйрықтың №',
    'Дата поступления и № приказа № приказа',
    'Поступление № приказа',
    'Поступление приказ',
  ),
  discharged: field(
    'Шыққан күні және бұйрықтың №',
    'Дата выбытия (выписки) и № приказа',
    'Шыққан күні',
    'Шығарылған күні',
    'Дата выбытия',
    'Дата выписки',
    'Дата отчисления',
    'Выбыл',
    'Выписан',
  ),
  dischargedOrder: field(
    'Шығу бұйрығының №',
    '№ приказа о выбытии',
    'Приказ о выбытии',
    'Приказ о выписке',
    'Приказ об отчислении',
    'Выбытие № приказа',
    'Выбытие приказ',
  ),
  dischargeReason: field('Шығу себебі', 'Причина выбытия', 'Причина выписки', 'Шығарылу себебі'),
  transferred: field(
    'Ауыстырылған күні және бұйрықтың №',
    'Дата перевода и № приказа',
    'Ауыстырылған күні',
    'Дата перевода',
    'Переведен',
  ),
  transferredOrder: field('Ауыстыру бұйрығының №', '№ приказа о переводе', 'Приказ о переводе', 'Перевод № приказа'),
  destination: field(
    'Қайда шықты (облыс, қала, аудан)',
    'Куда выбыл (область, город, район)',
    'Қайда шықты',
    'Куда выбыл',
    'Куда переведен',
  ),
  diagnosis: field('Диагнозы', 'Диагноз'),
  ethnicity: field('Ұлты', 'Национальность'),
  socialStatus: field('Әлеуметтік мәртебесі', 'Социальный статус'),
  position: field('Лауазымы', 'Должность', 'Қызметі'),
  positionKk: field('Лауазымы (қазақша)', 'Должность (на казахском)', 'Лауазымы қазақша', 'Должность каз'),
  positionRu: field('Лауазымы (орысша)', 'Должность (на русском)', 'Лауазымы орысша', 'Должность рус'),
  signatoryRole: field('Кім ретінде қол қояды', 'В качестве кого подписывает', 'Подписывает как', 'Қол қоюшы'),
  serviceTypes: field('Қызмет түрлері', 'Виды услуг', 'Тағайындайтын қызмет түрлері', 'Назначает виды услуг'),
  rate: field('Ставкасы', 'Ставка', 'Ставка саны', 'Количество ставок'),
  startedOn: field('Жұмысқа қабылданған күні', 'Дата приема на работу', 'Принят на работу', 'Работает с'),
  leftOn: field('Жұмыстан шыққан күні', 'Дата увольнения', 'Уволен'),
  periodFrom: field('Жоспар басталатын күн', 'План с', 'Жоспар кезеңінің басы', 'Начало периода плана', 'Период с'),
  periodTo: field('Жоспар аяқталатын күн', 'План по', 'Жоспар кезеңінің соңы', 'Конец периода плана', 'Период по'),
  serviceType: field('Қызмет түрі', 'Вид услуги', 'Вид услуг', 'Қызметтің түрі', 'Арнаулы әлеуметтік қызмет түрі'),
  measure: field('Іс-шара', 'Мероприятие', 'Іс-шаралар', 'Мероприятия', 'Іс-шараның атауы', 'Услуга', 'Қызмет'),
  volume: field('Көлемі', 'Объем', 'Объем услуги'),
  period: field('Кезеңділігі', 'Периодичность', 'Мерзімділігі', 'Апта, ай, тоқсан', 'Неделя, месяц, квартал'),
  dateFrom: field('Басталу күні', 'Дата начала', 'Начало', 'Басталуы'),
  dateTo: field('Аяқталу күні', 'Дата окончания', 'Окончание', 'Аяқталуы', 'Срок исполнения', 'Орындау мерзімі'),
  specialist: field('Маман', 'Специалист', 'Тағайындаған маман', 'Назначивший специалист', 'Жауапты', 'Ответственный'),
  assignedOn: field('Тағайындалған күні', 'Дата назначения', 'Назначено'),
  everyday: serviceField('everyday'),
  medical: serviceField('medical'),
  psychological: serviceField('psychological'),
  pedagogical: serviceField('pedagogical'),
  labour: serviceField('labour'),
  cultural: serviceField('cultural'),
  economic: serviceField('economic'),
  legal: serviceField('legal'),
};
