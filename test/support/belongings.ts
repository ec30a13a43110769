import * as fc from 'fast-check';
import {getTableName} from 'drizzle-orm';
import type {Connection, WritableDb} from '../../db/connection.ts';
import {syncedTables} from '../../db/synced-tables.ts';
import {refreshPlacementState} from '../../db/placement-state.ts';
import {consent} from '../../db/schema/consent.ts';
import {attachment} from '../../db/schema/exchange.ts';
import {personalFile, fileDocument} from '../../db/schema/file.ts';
import {admissionCheck, journal, placement, placementEvent, portalEntry} from '../../db/schema/journal.ts';
import {monitoringEntry, monitoringRound} from '../../db/schema/monitoring.ts';
import {paper, print, yearBinding} from '../../db/schema/paper.ts';
import {measure, plan} from '../../db/schema/plan.ts';
import {recipient, relative} from '../../db/schema/recipient.ts';
import {transfer} from '../../db/schema/transfer.ts';

/** People with some of everything that can belong to one. */

export interface Having {
  readonly phone: string | null;
  readonly address: string | null;
  readonly programmeTo: string | null;
  readonly placements: number;
  readonly plans: number;
  readonly file: boolean;
  readonly boundYears: readonly number[];
  readonly mother: string | null;
  readonly transfer: boolean;
  readonly attachment: boolean;
  readonly consent: boolean;
}

export const havings: fc.Arbitrary<Having> = fc.record({
  phone: fc.option(fc.constantFrom('1', '2'), {nil: null}),
  address: fc.option(fc.constantFrom('Орал', 'Ақтау'), {nil: null}),
  programmeTo: fc.option(fc.constantFrom('2027-01-01', '2028-01-01'), {nil: null}),
  placements: fc.integer({min: 0, max: 2}),
  plans: fc.integer({min: 0, max: 2}),
  file: fc.boolean(),
  boundYears: fc.subarray([2024, 2025]),
  mother: fc.option(fc.constantFrom('Мәдина', 'Роза'), {nil: null}),
  transfer: fc.boolean(),
  attachment: fc.boolean(),
  consent: fc.boolean(),
});

let made = 0;
function id(kind: string): string {
  made += 1;
  return `${kind}-${made}`;
}

export function addJournal(db: WritableDb): string {
  const journalId = id('journal');
  db.insert(journal).values({id: journalId, begunOn: '2024-01-01'}).run();
  return journalId;
}

/** Answers the person's id. */
export function addPersonHaving(db: WritableDb, journalId: string, having: Having): string {
  const recipientId = id('person');
  const {phone, address, programmeTo} = having;
  db.insert(recipient)
    .values({id: recipientId, surname: 'Оспанова', firstName: 'Әлия', phone, address, programmeTo})
    .run();
  if (having.mother !== null)
    db.insert(relative)
      .values({
        id: id('relative'),
        recipientId,
        position: 0,
        kinship: 'mother',
        surname: 'Оспанова',
        firstName: having.mother,
      })
      .run();
  const placements = Array.from({length: having.placements}, (_, index) => addRow(db, journalId, recipientId, index));
  for (let index = 0; index < (having.placements > 0 ? having.plans : 0); index += 1)
    addPlanTo(db, recipientId, placements[index % placements.length] ?? '');
  if (having.file) addFileTo(db, recipientId);
  for (const year of having.boundYears)
    db.insert(yearBinding)
      .values({id: id('binding'), recipientId, year, boundOn: '2026-01-05', sheets: 3})
      .run();
  if (having.attachment)
    db.insert(attachment)
      .values({
        id: id('attachment'),
        recipientId,
        title: 'анықтама',
        mediaType: 'image/jpeg',
        sha256: 'ff',
        size: 1,
        addedOn: '2026-01-05',
      })
      .run();
  if (having.consent)
    db.insert(consent)
      .values({id: id('consent'), recipientId, givenOn: '2026-01-05', givenBy: 'person'})
      .run();
  if (having.transfer)
    db.insert(transfer)
      .values({
        id: id('transfer'),
        direction: 'outgoing',
        state: 'prepared',
        recipientId,
        placementId: placements[0] ?? null,
        otherNameKk: 'Үміт',
        otherNameRu: 'Надежда',
        inventory: [],
      })
      .run();
  refreshPlacementState(db, recipientId);
  return recipientId;
}

export function addRow(db: WritableDb, journalId: string, recipientId: string, index: number): string {
  const placementId = id('placement');
  db.insert(placement).values({id: placementId, recipientId, journalId, rowNumber: made}).run();
  db.insert(placementEvent)
    .values({id: id('event'), placementId, kind: 'admitted', happenedOn: `202${4 + index}-02-01`, position: 0})
    .run();
  db.insert(admissionCheck)
    .values({id: id('check'), placementId, itemId: 'age', answer: 'met'})
    .run();
  db.insert(portalEntry)
    .values({id: placementId, enteredOn: '2026-02-01', columns: ['1']})
    .run();
  return placementId;
}

export function addPlanTo(db: WritableDb, recipientId: string, placementId: string): string {
  const planId = id('plan');
  db.insert(plan).values({id: planId, recipientId, placementId, servicesToReview: [], status: 'draft'}).run();
  db.insert(measure)
    .values({id: id('measure'), planId, serviceType: 'medical', position: 0, text: 'Қарау'})
    .run();
  const roundId = id('round');
  db.insert(monitoringRound).values({id: roundId, planId, number: 1, status: 'open'}).run();
  db.insert(monitoringEntry)
    .values({id: id('entry'), roundId, serviceType: 'medical', positiveGroups: [], servicesToReview: []})
    .run();
  const paperId = addPaper(db, recipientId, planId);
  db.insert(print)
    .values({
      id: id('print'),
      paperId,
      form: 'appendix-4',
      recipientId,
      subjectId: planId,
      language: 'kk',
      how: 'printed',
      state: 'frozen',
      printedAt: '2026-02-01T05:00:00Z',
      accountId: 'account',
    })
    .run();
  return planId;
}

export function addPaper(db: WritableDb, recipientId: string, subjectId: string): string {
  const paperId = id('paper');
  db.insert(paper)
    .values({
      id: paperId,
      form: 'appendix-4',
      editionId: 'e',
      editionShape: 's',
      recipientId,
      subjectId,
      revision: 1,
      legalDate: '2026-02-01',
      frozenAt: '2026-02-01T05:00:00Z',
      values: {name: 'Оспанова Ә.'},
    })
    .run();
  return paperId;
}

export function addFileTo(db: WritableDb, recipientId: string): void {
  const fileId = id('file');
  db.insert(personalFile)
    .values({
      id: fileId,
      recipientId,
      number: String(made),
      openedOn: '2026-02-01',
      placeKk: 'Орал',
      placeRu: 'Уральск',
    })
    .run();
  db.insert(fileDocument)
    .values({id: id('document'), fileId, position: 0, title: 'Куәлік', sheets: 1})
    .run();
}

/** Every synced table, row by row, but the records of merges. */
export function allFacts(connection: Connection): Record<string, unknown[]> {
  return Object.fromEntries(
    Object.values(syncedTables)
      .map(table => getTableName(table))
      .filter(name => name !== 'recipient_merge')
      .map(name => [name, connection.readable.prepare(`SELECT * FROM "${name}" ORDER BY id`).all()]),
  );
}

/** What lists and the search go by. Deadlines are counted by the dispatcher, and compared in its tests. */
export function derivedFacts(connection: Connection): Record<string, unknown[]> {
  const read = (sql: string) => connection.readable.prepare(sql).all();
  return {
    states: read('SELECT * FROM placement_state ORDER BY placement_id'),
    search: read('SELECT recipient_id, name, numbers, file_number FROM search_entry ORDER BY recipient_id'),
  };
}
