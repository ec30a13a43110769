import type {AdmissionItem} from '../../../domain/admission.ts';
import {text, type Text} from '../../../domain/text.ts';
import type {UnitRule} from '../../../domain/unit.ts';
import {recipientCategoryNames, type OrganisationType, type RecipientCategory} from '../../../domain/vocabulary.ts';

/**
 * Who may be admitted where: paragraphs 2, 5, 6, 13, 19, 23 and 35 of the Rules in the words of order No 308. Kazakh
 * words are the order's, shortened where a line says so much; Russian ones are ours, as everywhere in this edition.
 * What other paragraphs ask the order does not repeat, and it is not made up here.
 */

const children: readonly RecipientCategory[] = ['child-psychoneurological', 'child-musculoskeletal'];
const categories: readonly RecipientCategory[] = [
  ...children,
  'adult-psychoneurological',
  'disabled-group-1-2',
  'elderly',
];
const eighteen = 18 * 12;

/** Paragraph 6 4): why relatives who must care for the person cannot. */
const objectiveReasons: readonly Text[] = [
  text('бірінші, екінші топтағы мүгедектігінің болуы', 'инвалидность первой, второй группы'),
  text('онкологиялық ауруының болуы', 'онкологическое заболевание'),
  text('психикалық ауруының болуы', 'психическое заболевание'),
  text('бас бостандығынан айыру орындарында отыруы', 'нахождение в местах лишения свободы'),
  text('психикалық денсаулық орталығында есепте тұруы', 'учет в центре психического здоровья'),
  text('елден тыс жерге тұрақты тұруға кетуі', 'выезд за пределы страны на постоянное жительство'),
  text('жұбайы (зайыбы) үшін – егде жаста болуы', 'для супруга (супруги) – пожилой возраст'),
];
const elsewhere = text('басқа елді мекенде тұруы', 'проживание в другом населенном пункте');

const relatives = text(
  'асырап-бағуға міндетті еңбекке қабілетті кәмелетке толған балалары, жұбайы (зайыбы) жоқ немесе олар объективті себептер бойынша тұрақты көмекпен және күтіммен қамтамасыз етпейді',
  'нет трудоспособных совершеннолетних детей, супруга (супруги), обязанных содержать, или они по объективным причинам не обеспечивают постоянную помощь и уход',
);

export const admission: readonly AdmissionItem[] = [
  ...(['stationary', 'semi-stationary', 'home-care'] as const).flatMap(categoryItems),

  item('stationary', 'child-age', age(3 * 12, eighteen), {
    what: text('бала 3 жастан 18 жасқа дейін', 'ребенок от 3 до 18 лет'),
    paragraph: text('№ 307 бұйрық, стационар стандарты', 'приказ № 307, стандарт стационара'),
    categories: children,
    // Known from a translation of that order only.
    verified: false,
  }),
  item(
    'stationary',
    'relatives',
    {kind: 'ask'},
    {
      what: relatives,
      reasons: objectiveReasons,
      paragraph: subparagraph(6, 4),
      categories: ['disabled-group-1-2'],
    },
  ),
  item(
    'stationary',
    'need',
    {kind: 'ask'},
    {
      what: text(
        'өзіне-өзі қызмет көрсете алмайды және денсаулық жағдайына байланысты стационарлық жағдайда арнаулы әлеуметтік қызмет көрсетуге мұқтаж',
        'не может обслуживать себя и по состоянию здоровья нуждается в специальных социальных услугах в условиях стационара',
      ),
      paragraph: subparagraph(6, 4),
      categories: ['disabled-group-1-2'],
    },
  ),
  programmeItem('stationary', 11),

  item('semi-stationary', 'musculoskeletal-age', age(18, null), {
    what: text(
      'тірек-қимыл аппараты бұзылған бала бір жарым жастан',
      'ребенок с нарушением опорно-двигательного аппарата от полутора лет',
    ),
    paragraph: subparagraph(13, 2),
    categories: ['child-musculoskeletal'],
  }),
  item(
    'semi-stationary',
    'need',
    {kind: 'ask'},
    {
      what: text(
        'өзіне-өзі күтім көрсете алмайды және денсаулық жағдайына байланысты жартылай стационарлық жағдайда арнаулы әлеуметтік қызмет көрсетуге мұқтаж',
        'не может ухаживать за собой и по состоянию здоровья нуждается в специальных социальных услугах в условиях полустационара',
      ),
      paragraph: subparagraph(13, 4),
      categories: ['disabled-group-1-2', 'elderly'],
    },
  ),
  item(
    'semi-stationary',
    'pension-age',
    {kind: 'ask'},
    {
      what: text(
        'қарт заңда белгіленген зейнеткерлік жасқа толған',
        'престарелый достиг пенсионного возраста, установленного законом',
      ),
      paragraph: subparagraph(13, 4),
      categories: ['elderly'],
    },
  ),
  item(
    'semi-stationary',
    'day-hours',
    {kind: 'hours', from: 4, to: 10},
    {
      what: text(
        'күндіз болу – бір күнде төрт сағаттан он сағатқа дейін',
        'дневное пребывание – от четырех до десяти часов в день',
      ),
      paragraph: text('Қағидалардың 13-тармағы', 'пункт 13 Правил'),
    },
  ),
  item(
    'semi-stationary',
    'night',
    {kind: 'ask'},
    {
      what: text(
        'оңалту орталығында түнде болуға негіз бар',
        'есть основание для ночного пребывания в реабилитационном центре',
      ),
      reasons: [
        text(
          'қызмет алушы басқа елді мекенде тұрады (басқа қаладан келген)',
          'получатель услуг живет в другом населенном пункте (прибыл из другого города)',
        ),
        text(
          'тірек-қимыл аппараты бұзылған мүгедектігі бар адам үшін жергілікті атқарушы органның шешімі бар',
          'для лица с инвалидностью с нарушением опорно-двигательного аппарата есть решение местного исполнительного органа',
        ),
      ],
      paragraph: text('Қағидалардың 13 және 19-тармақтары', 'пункты 13 и 19 Правил'),
      atNight: true,
    },
  ),
  programmeItem('semi-stationary', 21),

  item('home-care', 'child-age', age(null, eighteen), {
    what: text('мүгедектігі бар бала он сегіз жасқа толмаған', 'ребенок с инвалидностью младше восемнадцати лет'),
    paragraph: subparagraph(23, 2),
    categories: ['child-musculoskeletal'],
    // The order says «балалар» and names no age here.
    verified: false,
  }),
  item(
    'home-care',
    'child-disorder',
    {kind: 'ask'},
    {
      what: text(
        'тірек-қимыл аппаратының айқын немесе едәуір (өрескел) бұзылуы өздігінен жүріп-тұруын және өзіне-өзі қызмет көрсетуін бірінші және екінші деңгейде шектейді',
        'выраженное или значительное (грубое) нарушение опорно-двигательного аппарата ограничивает самостоятельное передвижение и самообслуживание первой и второй степени',
      ),
      paragraph: subparagraph(23, 2),
      categories: ['child-musculoskeletal'],
    },
  ),
  item(
    'home-care',
    'relatives',
    {kind: 'ask'},
    {
      what: relatives,
      reasons: [...objectiveReasons.slice(0, -1), elsewhere, ...objectiveReasons.slice(-1)],
      paragraph: subparagraph(23, 4),
      categories: ['disabled-group-1-2'],
    },
  ),
  item(
    'home-care',
    'need',
    {kind: 'ask'},
    {
      what: text(
        'өзіне-өзі қызмет көрсете алмайды және денсаулық жағдайына байланысты үйде күтім көрсету жағдайында арнаулы әлеуметтік қызмет көрсетуге мұқтаж',
        'не может обслуживать себя и по состоянию здоровья нуждается в специальных социальных услугах в условиях ухода на дому',
      ),
      paragraph: subparagraph(23, 4),
      categories: ['disabled-group-1-2'],
    },
  ),
  programmeItem('home-care', 26),

  item(
    'temporary-stay',
    'stay',
    {kind: 'stay', months: 12},
    {
      what: text(
        'тәулік бойы тұрақты немесе уақытша тұру – бір жылға дейін',
        'круглосуточное постоянное или временное проживание – до одного года',
      ),
      paragraph: subparagraph(35, 3),
    },
  ),
];

/** Paragraph 5. That both belong to stationary organisations follows from where the paragraph stands: not verified. */
export const units: readonly UnitRule[] = [
  {
    kind: 'supported-living',
    organisationTypes: ['stationary'],
    places: {from: 6, to: 30},
    whom: text(
      'өз бетінше тұруды сүйемелдеу қызметтерін ұсыну туралы шешім қабылданған он сегіз жастағы адамдар, мүгедектігі бар адамдар, қарттар',
      'лица восемнадцати лет, лица с инвалидностью, престарелые, о которых принято решение предоставить сопровождение самостоятельного проживания',
    ),
    paragraph: text('Қағидалардың 5-тармағының екінші абзацы', 'абзац второй пункта 5 Правил'),
  },
  {
    kind: 'palliative',
    organisationTypes: ['stationary'],
    places: null,
    whom: text(
      'созылмалы үдемелі аурулар жағдайындағы немесе терминалдық (соңғы) сатыдағы он сегіз жастан асқан адамдар, мүгедектігі бар адамдар, қарттар',
      'лица старше восемнадцати лет, лица с инвалидностью, престарелые с хроническими прогрессирующими заболеваниями или в терминальной (последней) стадии',
    ),
    paragraph: text('Қағидалардың 5-тармағының үшінші абзацы', 'абзац третий пункта 5 Правил'),
  },
];

/** Paragraph 2, part one: the four categories; the elderly stand beside them in paragraphs 5, 6 and 13. */
function categoryItems(organisationType: OrganisationType): AdmissionItem[] {
  return [
    item(
      organisationType,
      'category',
      {kind: 'category', anyOf: categories},
      {
        what: text(
          'қызмет алушы бұйрықтың санаттарының біріне жатады',
          'получатель услуг относится к одной из категорий приказа',
        ),
        reasons: categories.map(category => recipientCategoryNames[category]),
        paragraph: text('Қағидалардың 2-тармағының бірінші бөлігі', 'часть первая пункта 2 Правил'),
      },
    ),
    item(organisationType, 'adult', age(eighteen, null), {
      what: text('он сегіз жастан асқан', 'старше восемнадцати лет'),
      paragraph: subparagraph(2, 3),
      categories: ['adult-psychoneurological'],
    }),
    item(
      organisationType,
      'group',
      {kind: 'disability-group', anyOf: ['first', 'second']},
      {
        what: text('бірінші немесе екінші топтағы мүгедектігі бар', 'имеет инвалидность первой или второй группы'),
        paragraph: subparagraph(2, 4),
        categories: ['disabled-group-1-2'],
      },
    ),
  ];
}

/** For the elderly the extract is asked "if there is one". */
function programmeItem(organisationType: OrganisationType, paragraph: number): AdmissionItem {
  return item(
    organisationType,
    'programme',
    {kind: 'programme'},
    {
      what: text(
        'мүгедектігі бар адамды абилитациялау мен оңалтудың жеке бағдарламасы бар, мерзімі өтпеген',
        'есть индивидуальная программа абилитации и реабилитации лица с инвалидностью, срок не истек',
      ),
      paragraph: text(
        `Қағидалардың ${paragraph}-тармағының 1) және 2) тармақшалары`,
        `подпункты 1) и 2) пункта ${paragraph} Правил`,
      ),
      categories: categories.filter(category => category !== 'elderly'),
    },
  );
}

function item(
  organisationType: OrganisationType,
  name: string,
  test: AdmissionItem['test'],
  known: Pick<AdmissionItem, 'what' | 'paragraph'> & Partial<AdmissionItem>,
): AdmissionItem {
  const id = `308-2022/${organisationType}/${name}`;
  return {id, organisationType, reasons: [], categories: null, atNight: false, test, verified: true, ...known};
}

function age(fromMonths: number | null, belowMonths: number | null): AdmissionItem['test'] {
  return {kind: 'age', fromMonths, belowMonths};
}

function subparagraph(paragraph: number, point: number): Text {
  return text(
    `Қағидалардың ${paragraph}-тармағының ${point}) тармақшасы`,
    `подпункт ${point}) пункта ${paragraph} Правил`,
  );
}
