import {text, type Text} from '../../domain/text.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';

/** What workers write into the journal and the personal file. */

interface Origin {
  readonly place: Text;
  readonly ofSchoolAge?: true;
}

export const cameFrom: Readonly<Record<OrganisationType, readonly Origin[]>> = {
  'stationary': [
    {place: text('отбасынан', 'из семьи')},
    {place: text('үйінен, жалғыз тұрған', 'из дома, проживание в одиночестве')},
    {place: text('облыстық көпбейінді ауруханадан', 'из областной многопрофильной больницы')},
    {place: text('арнаулы мектеп-интернаттан', 'из специальной школы-интерната'), ofSchoolAge: true},
  ],
  'semi-stationary': [{place: text('отбасынан', 'из семьи')}],
  'home-care': [{place: text('үйінде қызмет алады', 'обслуживается по месту жительства')}],
  'temporary-stay': [
    {place: text('полиция қызметкерлері жеткізген', 'доставление сотрудниками полиции')},
    {place: text('бас бостандығынан айыру орнынан', 'из мест лишения свободы')},
    {place: text('өзі келген, тұрағы жоқ', 'самостоятельное обращение, жилья нет')},
    {place: text('қалалық ауруханадан', 'из городской больницы')},
  ],
};

export const leaveReasons: Readonly<Record<OrganisationType, readonly Text[]>> = {
  'stationary': [
    text('туыстарының өтініші бойынша үйге демалысқа', 'на побывку домой по заявлению родственников'),
    text('облыстық ауруханаға емделуге', 'на лечение в областную больницу'),
  ],
  'semi-stationary': [
    text('оңалту орталығына ем алуға', 'на лечение в реабилитационный центр'),
    text('ата-анасының өтініші бойынша, отбасылық жағдай', 'по заявлению родителей, по семейным обстоятельствам'),
  ],
  'home-care': [
    text('санаторийге емделуге', 'на санаторное лечение'),
    text('балаларының үйіне уақытша көшті', 'временный переезд к детям'),
  ],
  'temporary-stay': [
    text('қалалық ауруханаға емделуге', 'на лечение в городскую больницу'),
    text('құжат рәсімдеуге туған жеріне', 'выезд по месту рождения для оформления документов'),
  ],
};

export interface Departure {
  readonly reason: Text;
  /** Whether column 14 says where to. */
  readonly somewhere: boolean;
}

const ownWish: Departure = {reason: text('жеке өтініші бойынша', 'по личному заявлению'), somewhere: true};
const death: Departure = {reason: text('қайтыс болуына байланысты', 'в связи со смертью'), somewhere: false};
const toFamily: Departure = {
  reason: text('туыстарының күтіміне берілді', 'передача под уход родственников'),
  somewhere: true,
};

export const departures: Readonly<Record<OrganisationType, readonly Departure[]>> = {
  'stationary': [ownWish, death, toFamily],
  'semi-stationary': [
    {reason: text('оңалту курсы аяқталды', 'окончание курса реабилитации'), somewhere: true},
    {reason: text('ата-анасының өтініші бойынша', 'по заявлению родителей'), somewhere: true},
  ],
  'home-care': [{reason: text('балаларының қолына көшті', 'переезд к детям'), somewhere: true}, death, ownWish],
  'temporary-stay': [
    {reason: text('жұмысқа орналасты, жатақханаға көшті', 'трудоустройство, переезд в общежитие'), somewhere: true},
    {reason: text('отбасына оралды', 'возвращение в семью'), somewhere: true},
    ownWish,
  ],
};

/** For one who will come again. */
export const departureForAWhile: Readonly<Record<OrganisationType, Departure>> = {
  'stationary': toFamily,
  'semi-stationary': {reason: text('ата-анасының өтініші бойынша', 'по заявлению родителей'), somewhere: true},
  'home-care': {reason: text('балаларының қолына көшті', 'переезд к детям'), somewhere: true},
  'temporary-stay': ownWish,
};

export const transferReason = text(
  'бейініне сәйкес басқа ұйымға ауыстырылды',
  'перевод в другую организацию по профилю',
);

export const withdrawalReasons: readonly Text[] = [
  text('өтінішін қайтарып алды', 'отзыв заявления'),
  text('басқа облысқа көшті', 'переезд в другую область'),
  text('басқа ұйымға орналасты', 'устройство в другую организацию'),
];

export const destinations: readonly Text[] = [
  text('Алматы облысы, Қонаев қаласы', 'Алматинская область, город Конаев'),
  text('Ұлытау облысы, Жезқазған қаласы', 'область Улытау, город Жезказган'),
  text('Солтүстік Қазақстан облысы, Қызылжар ауданы', 'Северо-Казахстанская область, Кызылжарский район'),
  text('Шығыс Қазақстан облысы, Өскемен қаласы', 'Восточно-Казахстанская область, город Усть-Каменогорск'),
  text('Ақтөбе облысы, Хромтау ауданы', 'Актюбинская область, Хромтауский район'),
  text('Шымкент қаласы', 'город Шымкент'),
];

export const planEnds = {
  over: text('жоспардың мерзімі аяқталды', 'срок плана истёк'),
  left: text('қызмет алушы шықты', 'получатель услуг выбыл'),
  transferred: text('қызмет алушы ауыстырылды', 'получатель услуг переведён'),
} as const;

/** Papers that every file has beside those that the acts name. */
export const fileDocuments = {
  application: text('Өтініш', 'Заявление'),
  identity: text('Жеке куәліктің көшірмесі', 'Копия удостоверения личности'),
  birth: text('Туу туралы куәліктің көшірмесі', 'Копия свидетельства о рождении'),
  medicalCard: text('Медициналық карта', 'Медицинская карта'),
  order: text('Қабылдау туралы бұйрықтың көшірмесі', 'Копия приказа о зачислении'),
  commission: text('ПМПК қорытындысы', 'Заключение ПМПК'),
  disability: text('Мүгедектік туралы анықтаманың көшірмесі', 'Копия справки об инвалидности'),
} as const;
