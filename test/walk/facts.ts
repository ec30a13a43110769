import type {OrganisationType, RecipientCategory, SignatoryRole, ServiceType} from '../../domain/vocabulary.ts';
import {person} from '../support/sample-papers.ts';
import type {PersonName} from '../../domain/person.ts';
import {text, type Text} from '../../domain/text.ts';

/** What is typed on the walk. The year is one in which the forms were in force: everything is entered late. */

export const password = 'Қыран таулар 2023';

export const organisation = {
  name: text('«Үміт» әлеуметтік қызметтер орталығы» КММ', 'КГУ «Центр социальных услуг «Үміт»'),
  place: text('Қарағанды қаласы', 'город Караганда'),
};

export const head = person('Серікова', 'Айгүл', 'Нұрланқызы');

interface Member {
  readonly role: SignatoryRole;
  readonly name: PersonName;
  readonly services: readonly ServiceType[];
}

const common: readonly Member[] = [
  {
    role: 'social-work-specialist',
    name: person('Әбдіғалиев', 'Ғалымжан', 'Қуанышұлы'),
    services: ['everyday', 'economic'],
  },
  {role: 'specialist', name: person('Һамитова', 'Күләш', 'Өмірзаққызы'), services: ['labour', 'cultural']},
];
const atHome: readonly Member[] = [
  {
    role: 'consultant',
    name: person('Өтеғали', 'Жиһангер'),
    services: ['medical', 'psychological', 'pedagogical', 'legal'],
  },
];
const inside: readonly Member[] = [
  {role: 'psychologist', name: person('Петрова', 'Инна', 'Сергеевна'), services: ['psychological', 'pedagogical']},
  {role: 'medical', name: person('Жүнісова', 'Шұғыла', 'Іргебайқызы'), services: ['medical', 'legal']},
];

/** Who signs in an organisation of this type. */
export function staffOf(type: OrganisationType): readonly Member[] {
  return [...common, ...(type === 'home-care' ? atHome : inside)];
}

export interface Recipient {
  readonly name: PersonName;
  readonly born: string;
  readonly category: RecipientCategory;
  readonly diagnosis: string;
  readonly mother: PersonName | null;
}

const adult: Recipient = {
  name: person('Ыбырайымова', 'Ұлбосын', 'Әлімжанқызы'),
  born: '17.04.1951',
  category: 'disabled-group-1-2',
  diagnosis: 'II топтағы мүгедектік. Гипертония ауруы, 2 дәреже',
  mother: null,
};

const child: Recipient = {
  name: person('Ңұрлан', 'Һарун', 'Ілиясұлы'),
  born: '03.11.2015',
  category: 'child-psychoneurological',
  diagnosis: 'Ауыр дәрежедегі ақыл-ой кемістігі',
  mother: person('Ңұрланова', 'Шұғыла', 'Әнуарқызы'),
};

export function recipientOf(type: OrganisationType): Recipient {
  return type === 'semi-stationary' ? child : adult;
}

/** As they are typed. */
export const days = {
  queued: '01.12.2022',
  admitted: '04.01.2023',
  consent: '05.01.2023',
  observedTo: '06.01.2023',
  assigned: '06.01.2023',
  planFrom: '09.01.2023',
  planTo: '29.12.2023',
  filled: '06.01.2023',
  approved: '09.01.2023',
  firstFrom: '09.01.2023',
  firstRound: '30.03.2023',
  secondFrom: '01.04.2023',
  secondRound: '29.06.2023',
  revised: '30.06.2023',
  left: '03.07.2023',
  cameBack: '17.07.2023',
  discharged: '29.12.2023',
  readmitted: '15.01.2024',
} as const;

export const orders = {
  admitted: '12-ж',
  left: '88-ж',
  cameBack: '95-ж',
  discharged: '201-ж',
  readmitted: '7-ж',
} as const;

export const address = 'Қарағанды қ., Бұқар жырау даңғылы, 12-үй, 34-пәтер';
export const phone = '+7 701 000 00 17';
export const cameFrom = 'Осакаров ауданы Сұңқар ауылынан';
export const destination = 'Қарағанды қ., туыстарына';
export const reason = 'өз еркімен';

export const documents: readonly {title: string; sheets: string; copies: string; original: boolean}[] = [
  {title: 'Жеке куәлік', sheets: '2', copies: '1', original: false},
  {title: 'Зейнетақы куәлігі', sheets: '1', copies: '', original: true},
];

/** The measures of each service type. */
export const measures: Readonly<Record<ServiceType, readonly Text[]>> = {
  everyday: [
    text('Тұрғын бөлмемен қамтамасыз ету', 'Предоставление жилого помещения'),
    text('Жеке гигиенаға үйрету', 'Обучение личной гигиене'),
  ],
  medical: [
    text('Қан қысымын өлшеу', 'Измерение артериального давления'),
    text('Дәрі қабылдауды бақылау', 'Контроль приема лекарств'),
  ],
  psychological: [text('Психологиялық кеңес беру', 'Психологическое консультирование')],
  pedagogical: [text('Компьютерлік сауаттылық', 'Компьютерная грамотность')],
  labour: [text('Ағаш өңдеу үйірмесі', 'Кружок обработки дерева')],
  cultural: [text('Кітапханаға апару', 'Посещение библиотеки')],
  economic: [text('Жәрдемақы рәсімдеу', 'Оформление пособия')],
  legal: [text('Құжаттарды қалпына келтіру', 'Восстановление документов')],
};
export const volume = text('аптасына 2 рет', '2 раза в неделю');

export const improved = text('Төсегін өзі жинайды, шай қайнатады.', 'Сама убирает постель, кипятит чай.');
export const worse = text('Қан қысымы жиі көтерілді.', 'Участились подъемы давления.');
export const advice = text('Кардиологтың кеңесін алу.', 'Получить консультацию кардиолога.');
