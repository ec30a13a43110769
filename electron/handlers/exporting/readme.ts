import {codesOf} from '../../../domain/record-value.ts';
import type {ValueKind} from '../../../domain/record-words.ts';
import type {AccountRole} from '../../../domain/roles.ts';
import {languages, text, type Language, type Text} from '../../../domain/text.ts';
import {exportedTables, fieldsOf, tableName} from './records.ts';

/** What stands in the ZIP, file by file and field by field: in both languages, the one that was asked for first. */

const title = text('БАРЛЫҚ ДЕРЕКТЕР', 'ВСЕ ДАННЫЕ');
const organisation = text('Ұйым', 'Организация');
const made = text('Жасалған уақыты, кім жасады', 'Когда и кем сделано');
const open = text(
  'Бұл файлдар шифрланбаған және дербес деректерден тұрады: бөгде адамға бермеңіз, қажет болмағанда жойыңыз.',
  'Эти файлы не зашифрованы и содержат персональные данные: не передавайте их посторонним и удалите, когда они не нужны.',
);
const contents = text(
  'Excel кітаптары — адам оқитын түрде, әр түрлі жазбаға бір парақтан. JSON файлдары (data папкасы) — сол жазбалар бағдарламалар оқитын түрде.',
  'Книги Excel — в виде для чтения, на каждый вид записей свой лист. Файлы JSON (папка data) — те же записи в машиночитаемом виде.',
);
const notIn = text(
  'Мұнда жоқ: сканерленген құжаттардың өзі, бекітілген қағаздар, басылымдар тізілімі, өзгерістер тарихы және аудит. Олардың бәрі сақтық көшірмеде бар.',
  'Здесь нет: самих сканов, утвержденных бумаг, реестра печати, истории изменений и аудита. Все это есть в резервной копии.',
);
const shape = text(
  'Әр JSON файлы: format, version, table (жазбаның түрі), words (оның атауы), columns (өрістер) және rows (жазбалар). Күндер ЖЖЖЖ-АА-КК түрінде, бос мән null. UTF-8.',
  'Каждый файл JSON: format, version, table (вид записей), words (его название), columns (поля) и rows (записи). Дни в виде ГГГГ-ММ-ДД, пустое значение null. UTF-8.',
);
const kinds: Partial<Record<ValueKind, Text>> = {
  date: text('күн', 'день'),
  flag: text('true — иә, false — жоқ', 'true — да, false — нет'),
  staff: text('staff жазбасының кілті', 'ключ записи staff'),
  unit: text('unit жазбасының кілті', 'ключ записи unit'),
};

export interface Maker {
  readonly organisation: Text;
  /** When and by whom, in words. */
  readonly made: string;
  readonly role: AccountRole;
}

export function readmeOf(maker: Maker, first: Language): string {
  const order = [first, ...languages.filter(each => each !== first)];
  // A BOM and the line ends of Windows: its oldest editor reads the file too.
  return `\uFEFF${order.map(language => inLanguage(maker, language)).join('\n\n\n')}\n`.replaceAll('\n', '\r\n');
}

function inLanguage({organisation: own, made: by, role}: Maker, language: Language): string {
  const tables = exportedTables.map(table => {
    const lines = fieldsOf(table, role).map(({name, words, field}) => {
      const meaning = field === null ? null : meaningOf(field.kind, language);
      return `  ${name} — ${words[language]}${meaning === null ? '' : ` (${meaning})`}`;
    });
    return [`data/${table}.json — ${tableName(table)[language]}`, ...lines].join('\n');
  });
  return [
    title[language],
    `${organisation[language]}: ${own[language]}\n${made[language]}: ${by}`,
    ...[open, contents, notIn, shape].map(words => words[language]),
    ...tables,
  ].join('\n\n');
}

function meaningOf(kind: ValueKind, language: Language): string | null {
  const codes = codesOf(kind);
  if (codes === undefined) return kinds[kind]?.[language] ?? null;
  return Object.entries(codes)
    .map(([code, words]) => `${code} — ${words[language]}`)
    .join('; ');
}
