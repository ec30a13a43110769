import {verifyAudit} from '../../db/audit/verify.ts';
import {nodeOf} from '../../db/exchange/identity.ts';
import {findLinks, lastLink, type AuditFilter, type FoundLink} from '../../db/queries/audit.ts';
import {accountNames, findFacility} from '../../db/queries/facility.ts';
import {detailWords} from '../../domain/audit-detail-words.ts';
import {auditAction, auditKindNames, programName} from '../../domain/audit-words.ts';
import type {AuditKind} from '../../domain/audit.ts';
import {compareKazakh} from '../../domain/collation.ts';
import {addDays, formatDate} from '../../domain/dates.ts';
import {fullName} from '../../domain/person.ts';
import {text, type Language, type Text} from '../../domain/text.ts';
import {auditEndPage} from '../../templates/print/audit-end.ts';
import type {auditCalls} from '../contract/audit.ts';
import {encodeBytes} from '../contract/bytes.ts';
import {workbook} from '../excel/workbook.ts';
import type {AreaHandlers, QueryContext} from './context.ts';
import {fileNameOf} from './paper-file-name.ts';
import {orderRefusals, refuseIf} from './refusals.ts';
import {readableInstant} from './readable-instant.ts';
import {saveFile} from './save-file.ts';

/** A sheet of Excel holds 1,048,576 rows; more than that nobody reads, and a PC with 4 GB is to make it. */
const exportedLines = 50_000;

export const auditHandlers: AreaHandlers<typeof auditCalls> = {
  list({db}, {before, limit, ...wanted}) {
    const found = findLinks(db, filterOf(wanted), {before, limit: limit + 1});
    return {lines: found.slice(0, limit), more: found.length > limit};
  },

  about({db}) {
    const accounts = [...accountNames(db)].map(([id, name]) => ({id, name}));
    return {accounts: accounts.sort((a, b) => compareKazakh(a.name, b.name)), end: lastLink(db)};
  },

  async verify({db}) {
    const {end: _end, ...verified} = await verifyAudit(db);
    return verified;
  },

  async print(context) {
    const {bytes, fileName} = await printed(context);
    return {file: encodeBytes(bytes), fileName};
  },

  async savePrint(context) {
    const {bytes, fileName} = await printed(context);
    return saveFile(context.platform, fileName, bytes);
  },

  async excel(context, wanted) {
    const {bytes, fileName} = await tabulated(context, wanted);
    return {file: encodeBytes(bytes), fileName};
  },

  async saveExcel(context, wanted) {
    const {bytes, fileName} = await tabulated(context, wanted);
    return saveFile(context.platform, fileName, bytes);
  },
};

interface Wanted {
  readonly from: string | null;
  readonly to: string | null;
  readonly accountId: string | null;
  readonly kind: AuditKind | null;
  readonly recipientId: string | null;
}

/** Days where the person sits. */
function filterOf({from, to, ...rest}: Wanted): AuditFilter {
  if (from !== null && to !== null) refuseIf(orderRefusals('to', from, to));
  const midnight = (day: string): string => new Date(`${day}T00:00:00`).toISOString();
  return {...rest, since: from && midnight(from), until: to && midnight(addDays(to, 1))};
}

interface Made {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

const endTitle = text('Аудит тізбегінің соңы', 'Конец цепочки аудита');

async function printed({db, pdf}: QueryContext): Promise<Made> {
  const facility = findFacility(db);
  const end = lastLink(db);
  const definition = auditEndPage({
    ...end,
    organisation: text(facility?.nameKk ?? '', facility?.nameRu ?? ''),
    node: nodeOf(db),
    readAt: readableInstant(end.at),
  });
  const name = `${endTitle.kk} - ${endTitle.ru}`;
  return {bytes: await pdf.render(definition), fileName: fileNameOf([name, String(end.seq)], 'pdf')};
}

const sheetTitle = text('Аудит', 'Аудит');
const heads = {
  seq: text('№', '№'),
  at: text('Уақыты', 'Время'),
  account: text('Кім', 'Кто'),
  kind: text('Түрі', 'Вид'),
  what: text('Не істеді', 'Что сделано'),
  recipient: text('Қызмет алушы', 'Получатель'),
  detail: text('Толығырақ', 'Подробно'),
} satisfies Record<string, Text>;

async function tabulated(
  {db, today}: QueryContext,
  {language, ...wanted}: Wanted & {language: Language},
): Promise<Made> {
  const found = findLinks(db, filterOf(wanted), {before: null, limit: exportedLines});
  const bytes = await workbook([
    {
      name: sheetTitle[language],
      head: Object.values(heads).map(head => head[language]),
      rows: found.map(link => cellsOf(link, language)),
      widths: [10, 20, 30, 16, 50, 40, 40],
    },
  ]);
  return {bytes, fileName: fileNameOf([sheetTitle[language], formatDate(today)], 'xlsx')};
}

function cellsOf({seq, at, accountName, kind, what, name, detail}: FoundLink, language: Language): (string | number)[] {
  return [
    seq,
    readableInstant(at),
    accountName ?? programName[language],
    auditKindNames[kind][language],
    auditAction(what)[language],
    name === null ? '' : fullName(name),
    detailWords(detail)
      .map(words => words[language])
      .join(', '),
  ];
}
