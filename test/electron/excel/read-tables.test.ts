import * as xlsx from '@e965/xlsx';
import {zipSync} from 'fflate';
import {describe, expect, test} from 'vitest';
import {createTableReader} from '../../../electron/excel/read/table-reader.ts';
import {readTables} from '../../../electron/excel/read/sheets.ts';
import {readLimits} from '../../../electron/excel/read/messages.ts';
import {workbook} from '../../../electron/excel/workbook.ts';
import {csv} from '../../../electron/excel/csv.ts';
import {bookOf} from '../../support/tables.ts';

/** Files as people keep them, made here, and files that are none. */

const table = [
  ['Тегі', 'Туған күні', 'ЖСН'],
  ['Әбдіғаппарұлы', new Date(Date.UTC(1961, 2, 5)), '061030540001'],
  ['Үсенова', null, 12.5],
];
const read = [
  ['Тегі', 'Туған күні', 'ЖСН'],
  ['Әбдіғаппарұлы', '1961-03-05', '061030540001'],
  ['Үсенова', '', '12.5'],
];

describe('a table is read', () => {
  test.each(['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods', 'fods', 'xlml'] as const)('from %s', bookType => {
    expect(readTables(bookOf(table, bookType))).toEqual({sheets: [{name: 'Тізім', rows: read}]});
  });

  const words = 'Тегі;Аты;Ескерту\r\n"Әбді ""А"" үлы";Қайрат;"екі\nжол"\r\nБ;В;\'=1+1\r\n';
  const rows = [
    ['Тегі', 'Аты', 'Ескерту'],
    ['Әбді "А" үлы', 'Қайрат', 'екі\nжол'],
    ['Б', 'В', '=1+1'],
  ];
  const kazakhLetters = new Map(
    Array.from('іқәңғүұөһІҚӘҢҒҮҰӨҺ', (letter, index) => [
      letter,
      [0xb3, 0x9d, 0xbc, 0xbe, 0xba, 0xbf, 0xa2, 0xb4, 0x9e, 0xb2, 0x8d, 0xa3, 0xbd, 0xaa, 0xaf, 0xa1, 0xa5, 0x8e][
        index
      ] ?? 0,
    ]),
  );
  function windows1251(text: string): Uint8Array {
    return Uint8Array.from(text, letter => {
      const code = letter.charCodeAt(0);
      return kazakhLetters.get(letter) ?? (code < 0x80 ? code : code - 0x410 + 0xc0);
    });
  }
  const utf16 = new Uint8Array(Buffer.from(words, 'utf16le'));
  test.each([
    ['UTF-8', new TextEncoder().encode(words)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${words}`)],
    ['UTF-16', utf16],
    ['UTF-16 with its mark', new Uint8Array([0xff, 0xfe, ...utf16])],
    ['Windows-1251', windows1251(words)],
    ['commas', new TextEncoder().encode(words.replaceAll(';', ','))],
    ['tabs', new TextEncoder().encode(words.replaceAll(';', '\t'))],
  ])('from text in %s', (_name, bytes) => {
    expect(readTables(bytes)).toEqual({sheets: [{name: '', rows}]});
  });

  test('merged cells in each of their places, several sheets, none that is hidden', () => {
    const book = xlsx.utils.book_new();
    const merged = xlsx.utils.aoa_to_sheet([
      ['Түскен', null],
      ['күні', '№'],
    ]);
    merged['!merges'] = [xlsx.utils.decode_range('A1:B1')];
    for (const [name, sheet] of [
      ['Бір', merged],
      ['Екі', xlsx.utils.aoa_to_sheet([['а', 'б']])],
      ['Жасырын', xlsx.utils.aoa_to_sheet([['в', 'г']])],
    ] as const) {
      xlsx.utils.book_append_sheet(book, sheet, name);
    }
    book.Workbook = {Sheets: [{Hidden: 0}, {Hidden: 0}, {Hidden: 1}]};
    expect(readTables(new Uint8Array(xlsx.write(book, {type: 'buffer', bookType: 'xlsx'}) as Buffer))).toEqual({
      sheets: [
        {
          name: 'Бір',
          rows: [
            ['Түскен', 'Түскен'],
            ['күні', '№'],
          ],
        },
        {name: 'Екі', rows: [['а', 'б']]},
      ],
    });
  });

  test('as our own tables were written, formulas and all', async () => {
    const cells = ['=HYPERLINK("http://x")', '+7 701', '-5', '@a', 'Қайрат'];
    const rowsOfOurs = [['А', 'Ә', 'Б', 'В', 'Г'], cells];
    const book = await workbook([{name: 'Т', head: rowsOfOurs[0] ?? [], rows: [cells]}]);
    expect(readTables(book)).toEqual({sheets: [{name: 'Т', rows: rowsOfOurs}]});
    const sheet = xlsx.read(book, {type: 'array'}).Sheets['Т'] ?? {};
    expect(Object.values(sheet).filter(cell => typeof cell === 'object' && 'f' in cell)).toEqual([]);
    expect(readTables(csv(rowsOfOurs))).toEqual({sheets: [{name: '', rows: rowsOfOurs}]});
  });
});

/** Office locks a workbook by putting it into a container of this kind. */
function lockedBook(): Uint8Array {
  const container = xlsx.CFB.utils.cfb_new();
  xlsx.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 64, 0, 0, 0]));
  xlsx.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(512, 7));
  return new Uint8Array(xlsx.CFB.write(container, {type: 'buffer'}) as Buffer);
}

/** A workbook of which the directory says that a part unpacks to so many bytes. */
function declared(bytes: Uint8Array, size: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return copy;
}

function zipOf(files: Record<string, string>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, words]) => [name, new TextEncoder().encode(words)])),
  );
}

describe('a file that cannot be read is told apart', () => {
  const book = bookOf(table);
  const million = ' '.repeat(1_000_000);
  test.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'not-a-table'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n'), 'not-a-table'],
    ['a letter', new TextEncoder().encode('Құрметті әріптестер!\nСіздерге хат.\n'), 'not-a-table'],
    ['a document of Word', zipOf({'word/document.xml': '<w/>', '[Content_Types].xml': '<T/>'}), 'not-a-table'],
    ['a page without a table', new TextEncoder().encode('<html><body>a;b</body></html>'), 'not-a-table'],
    ['bytes of a program', Uint8Array.from({length: 4_000}, (_, index) => (index * 37) % 256), 'not-a-table'],
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', new TextEncoder().encode(' ; \n'), 'empty'],
    ['an empty sheet', bookOf([]), 'empty'],
    ['a locked workbook', lockedBook(), 'password'],
    [
      'a locked table of text',
      zipOf({
        'mimetype': 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': 'x',
        'META-INF/manifest.xml': '<m:encryption-data/>',
      }),
      'password',
    ],
    ['half a workbook', book.subarray(0, book.length / 2), 'damaged'],
    ['a bomb that says so', declared(book, 4_000_000_000), 'unpacks-too-large'],
    ['a bomb that says nothing', declared(zipOf({'xl/workbook.xml': million}), 10), 'unpacks-too-large'],
    ['too many rows', new TextEncoder().encode('a;b\n'.repeat(readLimits.rows + 1)), 'too-many-rows'],
    ['too large', new Uint8Array(readLimits.fileBytes + 1), 'too-large'],
  ])('%s', (_name, bytes, problem) => {
    expect(readTables(bytes)).toEqual({problem});
  });

  test('what takes too long or too much memory ends the worker alone', async () => {
    const short = createTableReader(undefined, {milliseconds: 1, megabytes: 700});
    expect(await short.read(book)).toEqual({problem: 'too-long-to-read'});
    const narrow = createTableReader(undefined, {milliseconds: 60_000, megabytes: 8});
    expect(await narrow.read(book)).toEqual({problem: 'unpacks-too-large'});
    expect(await createTableReader().read(book)).toEqual({sheets: [{name: 'Тізім', rows: read}]});
  });
});
