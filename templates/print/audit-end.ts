import {must} from '../../domain/assert.ts';
import {hashGroups} from '../../domain/audit.ts';
import {text, type Text} from '../../domain/text.ts';
import type {Content, PrintDefinition} from './definition.ts';
import {fragments} from './printable-text.ts';

export interface AuditEndPage {
  /** In both languages, as the organisation is called. */
  readonly organisation: Text;
  /** The name of this PC's log, 16 letters. */
  readonly node: string;
  readonly seq: number;
  readonly hash: string;
  /** UTC instant of the last link, ISO with Z. */
  readonly at: string;
  /** The same where the person sits, to be read. */
  readonly readAt: string;
}

const title = text('Аудит тізбегінің соңы', 'Конец цепочки аудита');
const pc = text('Компьютер', 'Компьютер');
const number = text('Соңғы буынның №', '№ последнего звена');
const time = text('Жазылған уақыты', 'Время записи');
const hash = text('Буынның бақылау коды (SHA-256)', 'Контрольный код звена (SHA-256)');
const what = text(
  'Осы парақты папкаға тігіп қойыңыз. Кейін «Аудит» бөлімінде осы нөмірлі буынның коды басқа болса, оған дейінгі жазбалар өзгертілген.',
  'Подшейте этот лист в папку. Если позже в разделе «Аудит» у звена с этим номером окажется другой код, записи до него были изменены.',
);
const signed = text('Басып шығарған (тегі, аты, қолы)', 'Напечатал (фамилия, имя, подпись)');

const width = 467;
const groupsInRow = 4;

/** For the folder, in both languages: what nobody can write anew without another code standing on the sheet. */
export function auditEndPage(page: AuditEndPage): PrintDefinition {
  const {organisation} = page;
  const names = organisation.kk === organisation.ru ? [organisation.kk] : [organisation.kk, organisation.ru];
  return {
    pageSize: 'A4',
    pageOrientation: 'portrait',
    pageMargins: [85, 57, 43, 51],
    content: [
      ...both(title, {bold: true, fontSize: 16, alignment: 'center'}),
      {
        stack: names.map(name => ({text: fragments(name, 12, width), alignment: 'center' as const})),
        margin: [0, 12, 0, 14],
      },
      table([
        [pc, page.node],
        [number, String(page.seq)],
        [time, page.readAt],
      ]),
      {stack: both(hash, {fontSize: 11}), margin: [0, 16, 0, 4]},
      hashTable(hashGroups(page.hash)),
      {stack: both(what, {fontSize: 11}), margin: [0, 16, 0, 0]},
      {
        stack: [
          {table: {widths: [width], body: [[{text: '\u00a0', border: [false, false, false, true]}]]}, layout: 'rules'},
          ...both(signed, {fontSize: 9.5, alignment: 'center'}),
        ],
        margin: [0, 40, 0, 0],
      },
    ],
    fontSize: 12,
    footnote: null,
    watermark: null,
    language: 'kk-KZ',
    info: {title: `${title.kk} / ${title.ru}`, form: 'audit-end', record: null, madeAt: page.at},
  };
}

function table(rows: readonly (readonly [Text, string])[]): Content {
  return {
    table: {
      widths: ['auto', '*'],
      body: rows.map(([head, value]) => [
        {text: `${head.kk} / ${head.ru}`, margin: [0, 3, 0, 3] as const},
        {text: value, bold: true as const, margin: [0, 3, 0, 3] as const},
      ]),
    },
    layout: 'grid',
  };
}

function hashTable(groups: readonly string[]): Content {
  return {
    table: {
      widths: Array.from({length: groupsInRow}, () => '*' as const),
      body: Array.from({length: Math.ceil(groups.length / groupsInRow)}, (_, row) =>
        Array.from({length: groupsInRow}, (_none, place) => ({
          text: must(groups[row * groupsInRow + place]),
          bold: true as const,
          fontSize: 15,
          alignment: 'center' as const,
        })),
      ),
    },
    layout: 'grid',
  };
}

function both(words: Text, style: {bold?: true; fontSize: number; alignment?: 'center'}): Content[] {
  return [
    {text: words.kk, ...style},
    {text: words.ru, ...style},
  ];
}
