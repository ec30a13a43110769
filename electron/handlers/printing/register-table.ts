import {accountNames} from '../../../db/queries/facility.ts';
import {countPrints, findPrints, printingAccounts, type PrintFilter} from '../../../db/queries/print-register.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {compareKazakh} from '../../../domain/collation.ts';
import {addDays, formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import {formNames, paperStateNames, printLanguageNames, printWayNames} from '../../../domain/record-value-words.ts';
import {text, type Language, type Text} from '../../../domain/text.ts';
import type {RegisterLine} from '../../contract/printing.ts';
import {workbook} from '../../excel/workbook.ts';
import type {QueryContext} from '../context.ts';
import {fileNameOf} from '../paper-file-name.ts';
import {formOf} from '../paper-sheet.ts';
import {readableInstant} from '../readable-instant.ts';
import {orderRefusals, refuseIf} from '../refusals.ts';

/** The register of prints as lines and as a workbook. */

/** Nobody reads more, and a PC with 4 GB is to make it. */
const exportedLines = 50_000;

export interface WantedPrints {
  readonly from: string | null;
  readonly to: string | null;
  readonly accountId: string | null;
  readonly form: string | null;
  readonly recipientId: string | null;
}

/** Days where the person sits. */
function filterOf({from, to, ...rest}: WantedPrints): PrintFilter {
  if (from !== null && to !== null) refuseIf(orderRefusals('to', from, to));
  const midnight = (day: string): string => new Date(`${day}T00:00:00`).toISOString();
  return {...rest, since: from && midnight(from), until: to && midnight(addDays(to, 1))};
}

export function registerPage(
  db: ReadableDb,
  wanted: WantedPrints,
  page: {readonly offset: number; readonly limit: number},
): {total: number; lines: RegisterLine[]} {
  const filter = filterOf(wanted);
  return {total: countPrints(db, filter), lines: linesOf(db, filter, page)};
}

function linesOf(db: ReadableDb, filter: PrintFilter, page: {readonly offset: number; readonly limit: number}) {
  const names = accountNames(db);
  return findPrints(db, filter, page).map(
    ({id, form, language, how, state, printedAt, accountId, paperId, recipientId, person}): RegisterLine => ({
      id,
      form: formOf(form),
      language,
      how,
      state,
      printedAt,
      accountName: names.get(accountId) ?? '',
      paperId,
      recipientId: person === null ? null : recipientId,
      name: person,
    }),
  );
}

export function printers(db: ReadableDb): {id: string; name: string}[] {
  const names = accountNames(db);
  return printingAccounts(db)
    .map(id => ({id, name: names.get(id) ?? ''}))
    .filter(({name}) => name !== '')
    .sort((a, b) => compareKazakh(a.name, b.name));
}

const sheetTitle = text('Басылымдар тізілімі', 'Реестр печати');
const heads = {
  at: text('Қашан', 'Когда'),
  account: text('Кім', 'Кто'),
  recipient: text('Қызмет алушы', 'Получатель услуг'),
  form: text('Нысан', 'Форма'),
  state: text('Күйі', 'Вид'),
  language: text('Тілі', 'Язык'),
  how: text('Қалай', 'Как'),
} satisfies Record<string, Text>;

export async function registerWorkbook(
  {db, today}: Pick<QueryContext, 'db' | 'today'>,
  {language, ...wanted}: WantedPrints & {readonly language: Language},
): Promise<{bytes: Uint8Array; fileName: string}> {
  const lines = linesOf(db, filterOf(wanted), {offset: 0, limit: exportedLines});
  const bytes = await workbook([
    {
      name: sheetTitle[language],
      head: Object.values(heads).map(head => head[language]),
      rows: lines.map(line => [
        readableInstant(line.printedAt),
        line.accountName,
        line.name === null ? '' : fullName(line.name),
        formNames[line.form][language],
        paperStateNames[line.state][language],
        printLanguageNames[line.language][language],
        printWayNames[line.how][language],
      ]),
      widths: [20, 30, 40, 36, 24, 16, 22],
    },
  ]);
  return {bytes, fileName: fileNameOf([sheetTitle[language], formatDate(today)], 'xlsx')};
}
