import {describe, expect, test} from 'vitest';
import {printLanguages, type PrintLanguage} from '../../../domain/text.ts';
import type {Edition} from '../../../templates/core/edition.ts';
import {appendix2} from '../../../templates/editions/308-2022/appendix-2.ts';
import {appendix3} from '../../../templates/editions/308-2022/appendix-3.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {appendix5} from '../../../templates/editions/308-2022/appendix-5.ts';
import {editions} from '../../../templates/editions/editions.ts';
import {documentDefinition} from '../../../templates/print/document.ts';
import {recoveryKeyPage} from '../../../templates/print/recovery-key.ts';
import {paragraphs} from '../../support/paragraphs.ts';
import {people, sampleFile, sampleJournal, samplePlan, sampleRound} from '../../support/sample-papers.ts';

const plainly = {draft: false, lostForce: false};

function printed(edition: Edition, values: object | 'blank', language: PrintLanguage): string[] {
  return paragraphs(documentDefinition(edition, values, language, plainly));
}

test.each(editions.map(edition => [edition.id, edition] as const))(
  '%s is plain data, blank and empty',
  (_, edition) => {
    for (const language of printLanguages) {
      for (const values of ['blank', {}] as const) {
        const definition = documentDefinition(edition, values, language, {draft: true, lostForce: true});
        expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
      }
    }
  },
);

interface Case {
  readonly what: string;
  readonly edition: Edition;
  readonly values: object | 'blank';
  readonly kk: readonly string[];
  readonly ru: readonly string[];
  readonly both: readonly string[];
}

const cases: Case[] = [
  {
    what: 'a date in the pattern of the form',
    edition: appendix4,
    values: samplePlan,
    kk: ['2023 жылғы "09" қаңтар', 'Жеке жоспарын қайта қарау күні 2023 жылғы "30" маусым'],
    ru: ['"09" января 2023 года', 'Дата пересмотра индивидуального плана "30" июня 2023 года'],
    both: ['2023 жылғы "09" қаңтар', '"09" января 2023 года'],
  },
  {
    what: 'the pattern left to the pen',
    edition: appendix4,
    values: 'blank',
    kk: ['20 ___ жылғы "___" ____________'],
    ru: ['"___" ____________ 20 ___ года'],
    both: ['20 ___ жылғы "___" ____________', '"___" ____________ 20 ___ года'],
  },
  {
    what: 'a date on a line, in long form',
    edition: appendix5,
    values: sampleRound,
    kk: ['1999 жылғы 28 ақпан'],
    ru: ['28 февраля 1999 года'],
    both: ['1999 жылғы 28 ақпан / 28 февраля 1999 года'],
  },
  {
    what: 'a period in its sentence',
    edition: appendix4,
    values: samplePlan,
    kk: ['Қызмет алушыға 04.01.2023 бастап 06.01.2023 қоса алғанға дейін бақылау жүзеге асырылды'],
    ru: ['Наблюдение за получателем услуг осуществлялось с 04.01.2023 по 06.01.2023 включительно'],
    both: ['Қызмет алушыға 04.01.2023 бастап 06.01.2023 қоса алғанға дейін бақылау жүзеге асырылды'],
  },
  {
    what: 'half a period of a draft',
    edition: appendix4,
    values: {observed: {from: '2023-01-04'}},
    kk: ['Қызмет алушыға 04.01.2023 бастап _______________ қоса алғанға дейін бақылау жүзеге асырылды'],
    ru: ['Наблюдение за получателем услуг осуществлялось с 04.01.2023 по _______________ включительно'],
    both: [],
  },
  {
    what: 'sheets in words',
    edition: appendix3,
    values: sampleFile,
    kk: ['Нөмірленген және тігілген қырық екі парақ (жазбаша)', 'Қызмет алушының ЖЕКЕ ІСІ № 38/2023'],
    ru: ['Пронумеровано и прошнуровано сорок два листов (прописью)', 'ЛИЧНОЕ ДЕЛО получателя услуг № 38/2023'],
    both: ['Нөмірленген және тігілген қырық екі парақ (жазбаша)'],
  },
  {
    what: 'parents, one to a line',
    edition: appendix3,
    values: sampleFile,
    kk: ['Ңұрланова Шұғыла Әнуарқызы, 12.07.1989'],
    ru: ['Ңұрланова Шұғыла Әнуарқызы, 12.07.1989'],
    both: ['әкесі қайтыс болған, қайтыс болу туралы куәлік, 12.03.2019 ж. № 0412345'],
  },
  {
    what: 'the orders of the journal, and the mark of one who came back',
    edition: appendix2,
    values: sampleJournal,
    kk: ['01.02.2021, № 9-ж', '04.01.2023, № 12-ж, қайтып келді', 'мерзімсіз', 'ер', '64'],
    ru: ['04.01.2023, № 12-ж, возвратился', 'бессрочно', 'мужской'],
    both: ['04.01.2023, № 12-ж, қайтып келді / возвратился', 'ер', 'мужской'],
  },
  {
    what: 'a programme with its first day alone',
    edition: appendix2,
    values: {rows: [{programme: {from: '2022-06-01'}}]},
    kk: ['01.06.2022 бастап'],
    ru: ['с 01.06.2022'],
    both: ['01.06.2022 бастап', 'с 01.06.2022'],
  },
  {
    what: 'a programme with its last day alone',
    edition: appendix2,
    values: {rows: [{programme: {to: '2024-06-01'}}]},
    kk: ['01.06.2024 дейін'],
    ru: ['по 01.06.2024'],
    both: ['01.06.2024 дейін', 'по 01.06.2024'],
  },
  {
    what: 'the period of a measure inside the volume of the service',
    edition: appendix4,
    values: samplePlan,
    kk: ['Көлемі: аптасына 3 рет', 'Іске асыру мерзімі: апта', '09.01.2023 – 30.06.2023'],
    ru: ['Объем: аптасына 3 рет', 'Срок реализации: неделя', '09.01.2023 – 30.06.2023'],
    both: ['Іске асыру мерзімі / Срок реализации: апта / неделя'],
  },
  {
    what: 'the decision with the services and the recommendation',
    edition: appendix5,
    values: sampleRound,
    kk: [
      'Қайта қаралады: әлеуметтік-медициналық; әлеуметтік-психологиялық',
      'Ұсынымдар: Кардиологтың кеңесін алу; күн сайын қан қысымын өлшеп отыру.',
    ],
    ru: ['Подлежит пересмотру: социально-медицинские; социально-психологические'],
    both: [
      'Қайта қаралады / Подлежит пересмотру: әлеуметтік-медициналық; әлеуметтік-психологиялық / социально-медицинские; социально-психологические',
    ],
  },
  {
    what: 'a signatory with name and date',
    edition: appendix4,
    values: samplePlan,
    kk: ['Психолог*', 'Иванова Мария Сергеевна, 06.01.2023'],
    ru: ['Психолог*', 'Иванова Мария Сергеевна, 06.01.2023'],
    both: ['Психолог*', 'Маман / Специалист'],
  },
  {
    what: 'one language where the other is missing yet',
    edition: appendix4,
    values: {organisation: {kk: 'Тірек орталығы'}},
    kk: ['Тірек орталығы'],
    ru: ['Тірек орталығы'],
    both: ['Тірек орталығы'],
  },
];

describe.each(cases)('$what', ({edition, values, ...expected}) => {
  test.each(printLanguages)('%s', language => {
    expect(printed(edition, values, language)).toEqual(expect.arrayContaining([...expected[language]]));
  });
});

test('two signatories of one role get two lines, and roles without anybody keep theirs', () => {
  const signatures = [
    {role: 'specialist', name: people.teacher},
    {role: 'specialist', name: people.long},
  ] as const;
  const lines = printed(appendix4, {...samplePlan, signatures}, 'kk');
  expect(lines.filter(line => line === 'Маман')).toHaveLength(2);
  expect(lines.filter(line => line === '(қолы)')).toHaveLength(6);
  expect(lines).toEqual(
    expect.arrayContaining(['Һамитова Күләш Қайратқызы', 'Әлеуметтік жұмыс жөніндегі консультант **']),
  );
});

test('several measures of one service are numbered once', () => {
  const lines = printed(appendix4, samplePlan, 'kk');
  expect(lines.filter(line => line === 'әлеуметтік-тұрмыстық')).toHaveLength(1);
  expect(lines.filter(line => line === '1')).toHaveLength(1);
});

test.each([
  [{draft: true, lostForce: false}, 'ЖОБА / ПРОЕКТ', null],
  [{draft: false, lostForce: true}, null, 'форма утратила силу с 01.07.2023'],
])('%o', (options, watermark, footnote) => {
  expect(documentDefinition(appendix4, samplePlan, 'ru', options)).toMatchObject({watermark, footnote});
});

test('the print bears the instant of the paper, a blank the date of the order', () => {
  const madeAt = '2023-01-09T05:30:00Z';
  const frozen = documentDefinition(appendix4, samplePlan, 'kk', {...plainly, madeAt, record: 'r1'});
  expect(frozen.info).toMatchObject({madeAt, record: 'r1', form: '308-2022/appendix-4'});
  const blank = documentDefinition(appendix4, 'blank', 'kk', plainly);
  expect(blank.info).toMatchObject({madeAt: '2022-08-11T00:00:00Z', record: null});
});

test('the page of the recovery key has the key in its groups, in order, and both languages', () => {
  const groups = ['7K3M', '9QXA', '1234', 'ABCD', 'EFGH', 'JKMN', 'PQRS', 'TVWX', 'YZ01'];
  const facility = {kk: '«Тірек» орталығы', ru: 'Центр «Тірек»'};
  const lines = paragraphs(recoveryKeyPage({facility, madeOn: '2026-11-23', groups}));
  expect(lines.filter(line => groups.includes(line))).toEqual(groups);
  expect(lines).toEqual(
    expect.arrayContaining(['Қалпына келтіру кілті', 'Ключ восстановления', facility.kk, facility.ru, '23.11.2026']),
  );
});
