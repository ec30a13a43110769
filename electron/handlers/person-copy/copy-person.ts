import {formatDate} from '../../../domain/dates.ts';
import {fullName, shortName} from '../../../domain/person.ts';
import {text, type Language, type Text} from '../../../domain/text.ts';
import {findFacility} from '../../../db/queries/facility.ts';
import {listing, type ListingEntry} from '../../../templates/print/listing.ts';
import type {CopiedFile} from '../../contract/person-copy.ts';
import type {PersonCopyOutcome} from '../../contract/personal-data.ts';
import type {QueryContext} from '../context.ts';
import type {JobWork} from '../jobs.ts';
import {fileNameOf} from '../paper-file-name.ts';
import {readableInstant} from '../readable-instant.ts';
import {makeArchive} from '../zip.ts';
import {filesOf} from './files.ts';
import type {HeldOnPerson} from './gather.ts';
import {machineReadable} from './machine-readable.ts';
import {changeEntries, factEntries, lookEntries, wordingOf} from './readable.ts';

/** The copy of all that is held on a person: readable, machine-readable, and the files (docs/decisions/0029). */

type CopyContext = Pick<QueryContext, 'db' | 'pdf' | 'attachments' | 'account' | 'now' | 'today'>;

const names = {
  copy: text('Барлық деректер', 'Все данные'),
  facts: text('1 Деректер', '1 Данные'),
  changes: text('2 Өзгерістер', '2 Изменения'),
  looks: text('3 Кім қарады', '3 Кто смотрел'),
  // For programs: they ask for it by one name in all languages.
  machine: 'data',
} as const;

const titles = {
  facts: text('Адам туралы барлық деректер', 'Все данные о человеке'),
  changes: text('Деректердің өзгерістері', 'Изменения данных'),
  looks: text('Деректерді кім қарады, басып шығарды, өзгертті', 'Кто смотрел, печатал и менял данные'),
} as const;

const about = {
  organisation: text('Ұйым', 'Организация'),
  person: text('Адам', 'Человек'),
  made: text('Жасалған уақыты, кім жасады', 'Когда и кем сделано'),
  machine: text(
    'Осы деректердің бәрі бағдарламалар оқитын түрде data.json файлында тұр. Сканерленген құжаттар мен бекітілген қағаздар жеке файлдармен берілді.',
    'Все эти данные в машиночитаемом виде лежат в файле data.json. Сканы и утвержденные бумаги приложены отдельными файлами.',
  ),
  open: text(
    'Бұл файлдар шифрланбаған: бөгде адамға бермеңіз.',
    'Эти файлы не зашифрованы: не передавайте их посторонним.',
  ),
  onThisPc: text(
    'Тізімде осы көшірме жасалған компьютердегі әрекеттер тұр.',
    'В списке действия на том компьютере, где сделана эта копия.',
  ),
} as const;

/** So many records in one PDF: the maker of prints keeps a whole document in memory, and an old PC has little. */
const mostEntries = 400;

/** What was gathered is of one moment; the files are fetched one by one. Nothing is written to the disk. */
export function copyPerson(context: CopyContext, held: HeldOnPerson, language: Language): JobWork {
  const {db, pdf, account, now, today} = context;
  const say = (words: Text): string => words[language];
  const wording = wordingOf(db, language);
  const parts = [
    ...inParts(names.facts, titles.facts, factEntries(held.records, wording)),
    ...inParts(names.changes, titles.changes, changeEntries(held.changes, wording)),
    ...inParts(names.looks, titles.looks, lookEntries(held.links, wording)),
  ];
  const files = filesOf(context, held, language);
  const facility = findFacility(db);
  const head = [
    `${say(about.organisation)}: ${say(text(facility?.nameKk ?? '', facility?.nameRu ?? ''))}`,
    `${say(about.person)}: ${fullName(held.person)}`,
    `${say(about.made)}: ${readableInstant(now)}, ${account.name}`,
  ];
  return {
    total: parts.length + files.length + 1,
    async run(onDone, signal) {
      const archive = makeArchive(new Date(`${today}T12:00:00`));
      for (const {name, title, entries} of parts) {
        const note = title === titles.facts ? about.machine : title === titles.looks ? about.onThisPc : null;
        const lines = [...head, ...(note === null ? [] : [say(note)]), say(about.open)];
        const definition = listing({title: say(title), about: lines, entries, language, madeAt: now});
        archive.add(say(name), 'pdf', await pdf.render(definition, {signal}));
        onDone();
      }
      const copied: CopiedFile[] = [];
      for (const {folder, name, ending, read, ...file} of files) {
        const found = await read(signal);
        const path = 'bytes' in found ? archive.add(`${say(folder)}/${name}`, ending, found.bytes) : null;
        copied.push({...file, path, state: 'bytes' in found ? 'included' : found.missing});
        onDone();
      }
      const data = machineReadable(db, held, {at: now, by: account.name, files: copied});
      archive.add(names.machine, 'json', new TextEncoder().encode(`${JSON.stringify(data, null, 1)}\n`));
      const bytes = archive.finish();
      onDone();
      return {
        fileName: fileNameOf([say(names.copy), shortName(held.person), formatDate(today)], 'zip'),
        bytes,
        outcome: outcomeOf(copied),
      };
    },
  };
}

interface Part {
  readonly name: Text;
  readonly title: Text;
  readonly entries: readonly ListingEntry[];
}

function inParts(name: Text, title: Text, entries: readonly ListingEntry[]): Part[] {
  const count = Math.max(1, Math.ceil(entries.length / mostEntries));
  return Array.from({length: count}, (_, index) => ({
    name: count === 1 ? name : text(`${name.kk} (${index + 1})`, `${name.ru} (${index + 1})`),
    title,
    entries: entries.slice(index * mostEntries, (index + 1) * mostEntries),
  }));
}

function outcomeOf(files: readonly CopiedFile[]): PersonCopyOutcome {
  const [scans, papers] = [files.filter(({kind}) => kind === 'scan'), files.filter(({kind}) => kind !== 'scan')];
  const count = (of: readonly CopiedFile[], state: CopiedFile['state']): number =>
    of.filter(file => file.state === state).length;
  return {
    scans: count(scans, 'included'),
    scansMissing: count(scans, 'not-here'),
    scansTooLarge: count(scans, 'too-large'),
    papers: count(papers, 'included'),
    papersMissing: count(papers, 'not-made'),
  };
}
