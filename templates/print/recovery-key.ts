import {formatDate} from '../../domain/dates.ts';
import {text, type Text} from '../../domain/text.ts';
import type {Content, PrintDefinition} from './definition.ts';
import {fragments} from './printable-text.ts';

export interface RecoveryKeyPage {
  /** In both languages, as the facility gave it. */
  readonly facility: Text;
  /** ISO date of the set-up. */
  readonly madeOn: string;
  /** The key in the groups that it is read and typed by. */
  readonly groups: readonly string[];
}

const title = text('Қалпына келтіру кілті', 'Ключ восстановления');

const sections: readonly {readonly heading: Text; readonly paragraphs: readonly Text[]}[] = [
  {
    heading: text('Бұл не үшін керек', 'Для чего он нужен'),
    paragraphs: [
      text(
        'Тірек бағдарламасының деректері шифрланған. Барлық құпиясөз ұмытылса немесе компьютер істен шықса, деректерді осы кілт қана ашады.',
        'Данные программы Тірек зашифрованы. Если забыты все пароли или компьютер вышел из строя, данные откроет только этот ключ.',
      ),
      text(
        'Кілттің көшірмесі бағдарламада сақталмайды. Оны ешкім қайта бере алмайды.',
        'Копия ключа в программе не хранится. Выдать его повторно не может никто.',
      ),
    ],
  },
  {
    heading: text('Қайда сақтау керек', 'Где хранить'),
    paragraphs: [
      text(
        'Осы парақты мөр басылған конвертке салып, ұйым басшысының сейфінде, компьютерден бөлек сақтаңыз.',
        'Положите этот лист в опечатанный конверт и храните в сейфе руководителя организации, отдельно от компьютера.',
      ),
      text(
        'Суретке түсірмеңіз, компьютерге теріп сақтамаңыз, пошта немесе мессенджер арқылы жібермеңіз.',
        'Не фотографируйте, не сохраняйте на компьютере, не пересылайте почтой или в мессенджере.',
      ),
    ],
  },
  {
    heading: text('Қалай қолдану керек', 'Как воспользоваться'),
    paragraphs: [
      text(
        'Кіру терезесінде «Қалпына келтіру кілті» дегенді таңдап, топтарды рет-ретімен теріңіз. Бас әріп пен кіші әріптің айырмасы жоқ.',
        'В окне входа выберите «Ключ восстановления» и введите группы по порядку. Большие и малые буквы не различаются.',
      ),
    ],
  },
];

const keptBy = text('Сақтауға алған (тегі, аты, қолы, күні)', 'Принял на хранение (фамилия, имя, подпись, дата)');

const groupsInRow = 3;

/** The page that is printed once, at set-up: both languages, whatever the language of the screen. */
export function recoveryKeyPage(page: RecoveryKeyPage): PrintDefinition {
  const width = 467;
  return {
    pageSize: 'A4',
    pageOrientation: 'portrait',
    pageMargins: [85, 57, 43, 51],
    content: [
      ...both(title, {bold: true, fontSize: 18, alignment: 'center'}),
      {
        stack: [page.facility.kk, ...(page.facility.ru === page.facility.kk ? [] : [page.facility.ru])].map(name => ({
          text: fragments(name, 12, width),
          alignment: 'center' as const,
        })),
        margin: [0, 12, 0, 0],
      },
      {text: formatDate(page.madeOn), alignment: 'center', margin: [0, 4, 0, 14]},
      keyTable(page.groups),
      ...sections.flatMap(({heading, paragraphs}) => [
        {
          stack: [
            {text: heading.kk, bold: true as const},
            ...paragraphs.map(({kk}) => ({text: kk, margin: [0, 2, 0, 0] as const})),
            {text: heading.ru, bold: true as const, margin: [0, 6, 0, 0] as const},
            ...paragraphs.map(({ru}) => ({text: ru, margin: [0, 2, 0, 0] as const})),
          ],
          margin: [0, 16, 0, 0] as const,
          unbreakable: true as const,
        },
      ]),
      {
        stack: [
          {table: {widths: [width], body: [[{text: '\u00a0', border: [false, false, false, true]}]]}, layout: 'rules'},
          ...both(keptBy, {fontSize: 9.5, alignment: 'center'}),
        ],
        margin: [0, 26, 0, 0],
      },
    ],
    fontSize: 12,
    footnote: null,
    watermark: null,
    language: 'kk-KZ',
    info: {
      title: `${title.kk} / ${title.ru}`,
      form: 'recovery-key',
      record: null,
      madeAt: `${page.madeOn}T00:00:00Z`,
    },
  };
}

/** Large, in rows that the eye can follow while typing, each row with its number. */
function keyTable(groups: readonly string[]): Content {
  const rows = Array.from({length: Math.ceil(groups.length / groupsInRow)}, (_, row) =>
    groups.slice(row * groupsInRow, (row + 1) * groupsInRow),
  );
  return {
    table: {
      widths: [20, ...Array.from({length: groupsInRow}, () => '*' as const)],
      body: rows.map((row, index) => [
        {text: `${index + 1}.`, fontSize: 11, margin: [0, 7, 0, 5] as const},
        ...row.map(group => ({
          text: group,
          bold: true as const,
          fontSize: 18,
          alignment: 'center' as const,
          margin: [0, 4, 0, 4] as const,
        })),
      ]),
    },
    layout: 'grid',
  };
}

function both(words: Text, style: {bold?: true; fontSize: number; alignment: 'center'}): Content[] {
  return [
    {text: words.kk, ...style},
    {text: words.ru, ...style},
  ];
}
