import {setImmediate} from 'node:timers/promises';
import {formatDate} from '../../../domain/dates.ts';
import {text, type Language} from '../../../domain/text.ts';
import {countRows, rowsAfter} from '../../../db/queries/all-records.ts';
import {findFacility} from '../../../db/queries/facility.ts';
import {recordsFormat, recordsVersion} from '../../contract/exporting.ts';
import type {QueryContext} from '../context.ts';
import type {JobWork} from '../jobs.ts';
import {fileNameOf} from '../paper-file-name.ts';
import {wordingOf} from '../person-copy/readable.ts';
import {readableInstant} from '../readable-instant.ts';
import {makeArchive} from '../zip.ts';
import {readmeOf} from './readme.ts';
import {exportedTables, fieldsOf, tableName} from './records.ts';
import {Sheets} from './sheets.ts';

const names = {
  archive: text('Барлық деректер', 'Все данные'),
  readme: text('ОҚЫҢЫЗ', 'ПРОЧИТАЙТЕ'),
} as const;

const rowsAtOnce = 2_000;

/** Part by part, so that the memory holds one workbook and the ZIP, and others are let in. Nothing is written to the disk. */
export function exportEverything(
  {db, account, now, today}: Pick<QueryContext, 'db' | 'account' | 'now' | 'today'>,
  language: Language,
): JobWork {
  const parts = exportedTables.map(table => Math.max(1, Math.ceil(countRows(db, table) / rowsAtOnce)));
  const facility = findFacility(db);
  const title = names.archive[language];
  return {
    total: parts.reduce((sum, count) => sum + count, 1),
    async run(onDone, signal) {
      const archive = makeArchive(new Date(`${today}T12:00:00`));
      const encoder = new TextEncoder();
      const sheets = new Sheets(wordingOf(db, language), account.role);
      const keep = (book: Uint8Array | undefined): void => {
        if (book !== undefined) archive.add(title, 'xlsx', book);
      };
      const maker = {
        organisation: text(facility?.nameKk ?? '', facility?.nameRu ?? ''),
        made: `${readableInstant(now)}, ${account.name}`,
        role: account.role,
      };
      archive.add(`${names.readme.kk} - ${names.readme.ru}`, 'txt', encoder.encode(readmeOf(maker, language)));
      for (const [index, table] of exportedTables.entries()) {
        const fields = fieldsOf(table, account.role);
        const columns = fields.map(({name, words}) => ({name, words}));
        const head = {
          format: recordsFormat,
          version: recordsVersion,
          madeAt: now,
          table,
          words: tableName(table),
          columns,
        };
        const file = archive.open(`data/${table}`, 'json');
        file.push(encoder.encode(`${JSON.stringify(head).slice(0, -1)},"rows":[`));
        let after = 0;
        for (let part = 0, first = true; ; part += 1) {
          await setImmediate(undefined, {signal});
          const found = rowsAfter(db, table, after, rowsAtOnce);
          after = found.last;
          const told = found.rows.map(row =>
            JSON.stringify(Object.fromEntries(fields.map(({name}) => [name, row[name]]))),
          );
          if (told.length > 0) file.push(encoder.encode(`${first ? '' : ','}\n${told.join(',\n')}`));
          first &&= told.length === 0;
          keep(await sheets.add(table, found.rows));
          if (part < (parts[index] ?? 0)) onDone();
          if (found.rows.length < rowsAtOnce) break;
        }
        file.push(encoder.encode('\n]}\n'), true);
      }
      signal.throwIfAborted();
      keep(await sheets.end());
      onDone();
      return {fileName: fileNameOf([title, formatDate(today)], 'zip'), bytes: archive.finish()};
    },
  };
}
