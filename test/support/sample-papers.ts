import type {PersonName} from '../../domain/person.ts';
import {text} from '../../domain/text.ts';
import type {PaperOf} from '../../templates/core/values.ts';
import type {appendix2} from '../../templates/editions/308-2022/appendix-2.ts';
import type {appendix3} from '../../templates/editions/308-2022/appendix-3.ts';
import type {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import type {appendix5} from '../../templates/editions/308-2022/appendix-5.ts';

/** Fictional papers as a facility would fill them. Together the names hold every Kazakh letter, large and small. */

export function person(surname: string, firstName: string, patronymic: string | null = null): PersonName {
  return {surname, firstName, patronymic};
}

export const people = {
  recipient: person('Әбдіғаппарұлы', 'Өркен', 'Һасенғалиұлы'),
  withoutPatronymic: person('Ұзақбаева', 'Іңкәр'),
  long: person('Құдайбергенова-Төлеуғалиева', 'Үміткүлсезім', 'Ғизатоллақызы'),
  child: person('Ңұрлан', 'Һарун', 'Ілиясұлы'),
  mother: person('Ңұрланова', 'Шұғыла', 'Әнуарқызы'),
  head: person('Қасымжанова', 'Гүлнәр', 'Өмірзаққызы'),
  socialWorker: person('Жүнісова', 'Әсел', 'Ұланқызы'),
  psychologist: person('Иванова', 'Мария', 'Сергеевна'),
  medical: person('Үсенов', 'Ғалымжан', 'Іргебайұлы'),
  teacher: person('Һамитова', 'Күләш', 'Қайратқызы'),
  consultant: person('Өтеғали', 'Жиһангер'),
} as const;

const organisation = text(
  '«Тірек» арнаулы әлеуметтік қызметтер көрсету орталығы» КММ',
  'КГУ «Центр оказания специальных социальных услуг «Тірек»',
);

const socialWorker = text('әлеуметтік жұмыс жөніндегі маман', 'специалист по социальной работе');
const psychologist = text('психолог', 'психолог');
const doctor = text('дәрігер-терапевт', 'врач-терапевт');
const teacher = text('педагог', 'педагог');

type Measure = NonNullable<NonNullable<PaperOf<typeof appendix4>['services']['everyday']>['measures']>[number];

function measure(
  what: string,
  volume: string,
  period: NonNullable<Measure['period']>,
  specialist: PersonName,
  position: Measure['position'],
): Measure {
  return {
    text: what,
    volume,
    period,
    dates: {from: '2023-01-09', to: '2023-06-30'},
    specialist,
    position,
    assignedOn: '2023-01-06',
  };
}

export const samplePlan: PaperOf<typeof appendix4> = {
  organisationType: 'temporary-stay',
  head: people.head,
  approvedOn: '2023-01-09',
  organisation,
  recipient: people.recipient,
  born: '1958-05-09',
  diagnosis: 'II топтағы мүгедектік, жүріп-тұруы шектелген. Гипертония ауруы, 2 дәреже',
  admittedOn: '2023-01-04',
  observed: {from: '2023-01-04', to: '2023-01-06'},
  planned: {from: '2023-01-09', to: '2023-12-29'},
  services: {
    everyday: {
      measures: [
        measure(
          'Тұрғын бөлмемен және төсек-орынмен қамтамасыз ету',
          'күн сайын',
          'month',
          people.socialWorker,
          socialWorker,
        ),
        measure(
          'Киім-кешек пен аяқ киім беру, жеке гигиенаға үйрету',
          'аптасына 3 рет',
          'week',
          people.socialWorker,
          socialWorker,
        ),
      ],
    },
    medical: {
      measures: [
        measure('Дәрігерге дейінгі көмек, қан қысымын өлшеу', 'күніне 2 рет', 'week', people.medical, doctor),
        measure('Контроль приема назначенных лекарств', 'ежедневно', 'month', people.medical, doctor),
      ],
    },
    psychological: {
      measures: [
        measure(
          'Психологиялық кеңес беру, жеке әңгімелесу',
          'аптасына 1 рет',
          'week',
          people.psychologist,
          psychologist,
        ),
      ],
    },
    pedagogical: {
      measures: [measure('Компьютерлік сауаттылық сабақтары', 'айына 4 сабақ', 'month', people.teacher, teacher)],
    },
    labour: {
      measures: [measure('Ағаш өңдеу үйірмесіне қатыстыру', 'аптасына 2 рет', 'quarter', people.teacher, teacher)],
    },
    cultural: {
      measures: [
        measure('Мерекелік іс-шараларға, кітапханаға апару', 'айына 1 рет', 'month', people.socialWorker, socialWorker),
      ],
    },
    economic: {
      measures: [measure('Жәрдемақы рәсімдеуге көмектесу', '1 рет', 'quarter', people.socialWorker, socialWorker)],
    },
    legal: {
      measures: [
        measure('Жеке басын куәландыратын құжаттарды қалпына келтіру', '1 рет', 'quarter', people.long, socialWorker),
      ],
    },
  },
  reviewOn: '2023-06-30',
  signatures: [
    {role: 'social-work-specialist', name: people.socialWorker, signedOn: '2023-01-06'},
    {role: 'psychologist', name: people.psychologist, signedOn: '2023-01-06'},
    {role: 'medical', name: people.medical, signedOn: '2023-01-06'},
    {role: 'specialist', name: people.teacher, signedOn: '2023-01-06'},
  ],
};

export const sampleRound: PaperOf<typeof appendix5> = {
  organisationType: 'home-care',
  recipient: people.long,
  born: '1999-02-28',
  diagnosis: 'Балалардың церебралды сал ауруы, спастикалық диплегия',
  planned: {from: '2023-01-09', to: '2023-12-29'},
  observed: {from: '2023-01-09', to: '2023-03-31'},
  rows: {
    everyday: {
      positive: {
        groups: ['skills'],
        text: 'Өзі киінеді, төсегін жинайды, ас үйде шай қайната алады.',
      },
      monitoredOn: '2023-03-30',
      specialist: people.socialWorker,
      position: socialWorker,
    },
    medical: {
      noneOrWorse: {kind: 'worse', text: 'Қысқы маусымда қан қысымы жиі көтерілді, ұйқысы бұзылды.'},
      correction: {
        text: 'Әлеуметтік-медициналық қызметтің көлемін арттыру қажет.',
        services: ['medical', 'psychological'],
        recommendation: 'Кардиологтың кеңесін алу; күн сайын қан қысымын өлшеп отыру.',
      },
      monitoredOn: '2023-03-30',
      specialist: people.medical,
      position: doctor,
    },
    psychological: {
      positive: {
        groups: ['condition', 'spheres'],
        text: 'Стала спокойнее, охотно идет на контакт, сама начинает разговор.',
      },
      noneOrWorse: {kind: 'none', text: 'Түнде қорқу сезімі сақталған: ұйықтар алдындағы жаттығулар әлі жасалмады.'},
      monitoredOn: '2023-03-31',
      specialist: people.psychologist,
      position: psychologist,
    },
    legal: {
      noneOrWorse: {kind: 'none', text: 'Құжаттар сот қаралуында.'},
      monitoredOn: '2023-03-31',
      specialist: people.socialWorker,
      position: socialWorker,
    },
  },
  signatures: [
    {role: 'social-work-specialist', name: people.socialWorker, signedOn: '2023-03-31'},
    {role: 'consultant', name: people.consultant, signedOn: '2023-03-31'},
  ],
};

export const sampleFile: PaperOf<typeof appendix3> = {
  organisationType: 'stationary',
  organisationKk: organisation.kk,
  organisationRu: organisation.ru,
  fileNumber: '38/2023',
  place: text('Қарағанды қаласы', 'город Караганда'),
  name: people.child,
  born: '2015-11-03',
  diagnosis: 'Ауыр дәрежедегі ақыл-ой кемістігі',
  ethnicity: 'қазақ',
  admittedOn: '2023-01-04',
  cameFrom: 'Қарағанды облысы Осакаров ауданы Сұңқар ауылынан, отбасынан',
  socialStatus: 'мүгедектігі бар бала, 7 жастан 18 жасқа дейін',
  childWithDisability: true,
  parents: [
    {name: people.mother, born: '1989-07-12'},
    {absence: 'әкесі қайтыс болған', document: 'қайтыс болу туралы куәлік, 12.03.2019 ж. № 0412345'},
  ],
  address: 'Қарағанды облысы, Осакаров ауданы, Сұңқар ауылы, Бөгенбай батыр көшесі, 17-үй',
  sheets: 42,
  head: people.head,
  signedOn: '2023-12-29',
};

type JournalRow = NonNullable<PaperOf<typeof appendix2>['rows']>[number];

const journalRows: readonly JournalRow[] = [
  {
    number: 117,
    status: text('қызмет алуда', 'получает услуги'),
    name: people.recipient,
    born: '1958-05-09',
    age: 64,
    sex: 'male',
    address: 'Қарағанды қ., Әлихан Бөкейхан ауданы, Гоголь көшесі, 31-үй, 12-пәтер',
    phone: '+7 701 000 00 17',
    programme: {from: '2022-06-01', to: '2024-06-01'},
    admissions: [
      {date: '2021-02-01', order: '9-ж'},
      {date: '2023-01-04', order: '12-ж', returned: true},
    ],
    leaves: [{date: '2021-07-05', order: '88-ж'}],
    discharges: [{date: '2021-12-30', order: '201-ж'}],
    reason: 'өз еркімен',
    destination: 'Қарағанды қ., туыстарына',
  },
  {
    number: 118,
    status: text('кезекте', 'в очереди'),
    name: people.withoutPatronymic,
    born: '2001-12-31',
    age: 21,
    sex: 'female',
    address: 'Теміртау қ., Республика даңғылы, 5-үй',
    phone: '+7 702 000 00 18',
    programmeIndefinite: true,
  },
  {
    number: 119,
    status: text('ауыстырылды', 'переведен'),
    name: people.long,
    born: '1999-02-28',
    age: 23,
    sex: 'female',
    address: 'Абай облысы, Семей қ., Шәкәрім даңғылы, 100-үй',
    admissions: [{date: '2022-09-12', order: '140-ж'}],
    transfers: [{date: '2023-01-20', order: '15-ж'}],
    destination: 'Абай облысы, Семей қаласы, қарттар мен мүгедектігі бар адамдарға арналған орталық',
  },
  {
    number: 120,
    status: text('уақытша шықты', 'временно выбыл'),
    name: people.child,
    born: '2015-11-03',
    age: 7,
    sex: 'male',
    address: 'Осакаров ауданы, Сұңқар ауылы',
    programme: {from: '2022-11-01', to: '2025-11-01'},
    admissions: [{date: '2023-01-04', order: '13-ж'}],
    leaves: [{date: '2023-02-10', order: '33-ж'}],
  },
];

/** Enough people for several sheets. */
export const sampleJournal: PaperOf<typeof appendix2> = {
  organisationKk: organisation.kk,
  organisationRu: organisation.ru,
  begunOn: '2023-01-04',
  rows: Array.from({length: 6}, (_, round) =>
    journalRows.map(row => ({...row, number: row.number + round * 4})),
  ).flat(),
};
