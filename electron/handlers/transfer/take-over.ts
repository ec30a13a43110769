import {must} from '../../../domain/assert.ts';
import {writeDocuments} from '../../../db/commands/file.ts';
import {writeRecipient, writeRelatives} from '../../../db/commands/recipient.ts';
import type {WritableDb} from '../../../db/connection.ts';
import {documentsOf, fileOf} from '../../../db/queries/file.ts';
import {findRecipient, relativesOf, type RecipientRow} from '../../../db/queries/recipient.ts';
import type {ArchiveContent} from '../../contract/archive.ts';
import type {CommandContext} from '../context.ts';
import {fileHandlers} from '../file.ts';
import {journalHandlers} from '../journal.ts';
import {longest} from '../refusals.ts';
import {oneLine} from './papers.ts';

export interface TakenOver {
  /** Null: somebody who is new here. */
  readonly recipientId: string | null;
  readonly status: 'queued' | 'admitted';
  readonly happenedOn: string;
  readonly orderNumber: string | null;
}

/**
 * A row of the journal and a personal file of our own for one who was handed over to us. Plans and monitoring of the
 * sender stay what they were, papers: ours are drawn up here.
 */
export function takeOver(
  context: CommandContext,
  content: ArchiveContent,
  {recipientId, status, happenedOn, orderNumber}: TakenOver,
): {recipientId: string; placementId: string} {
  const {db} = context;
  const {diagnosis, ethnicity, socialStatus, disabilityGroup, relatives, ...journalFacts} = content.person;
  const entered = journalHandlers.enter(context, {
    journalId: null,
    recipientId,
    person: recipientId === null ? journalFacts : null,
    event: {kind: status, happenedOn, orderNumber, reason: null, destination: null, until: null},
    // Who takes over looks at the conditions on the person's page, where the answers are kept.
    admission: null,
    archive: false,
  });
  const row = must(findRecipient(db, entered.recipientId));
  const {name: _name, ...plainFacts} = journalFacts;
  fillEmpty(db, row, {...plainFacts, diagnosis, ethnicity, socialStatus, disabilityGroup});
  if (relativesOf(db, row.id).length === 0) {
    writeRelatives(
      db,
      row.id,
      relatives.map(({name, ...relative}) => ({...relative, ...name})),
    );
  }
  takeFile(context, content, row.id, happenedOn);
  return {recipientId: entered.recipientId, placementId: entered.placementId};
}

/** What stands here already is ours, and stays. An IIN was looked at when the person was entered. */
function fillEmpty(db: WritableDb, row: RecipientRow, facts: Partial<Omit<RecipientRow, 'id'>>): void {
  const stands: Readonly<Record<string, unknown>> = row;
  const lacking = Object.entries(facts).filter(
    ([field, value]) => value !== null && stands[field] === null && !field.startsWith('iin'),
  );
  writeRecipient(db, row, Object.fromEntries(lacking));
}

/** The file is opened, or goes on where there is one (paragraph 35 3) part 2); the papers that came are listed in it. */
function takeFile(context: CommandContext, content: ArchiveContent, recipientId: string, openedOn: string): void {
  const {db} = context;
  const existing = fileOf(db, recipientId);
  const {id} = fileHandlers.open(context, {
    recipientId,
    openedOn,
    cameFrom: oneLine(content.sender.name, longest.cameFrom),
  });
  const own = existing === undefined ? [] : documentsOf(db, id);
  const titles = new Set(own.map(document => document.title));
  const sent = new Map((content.file?.documents ?? []).map(document => [document.title, document]));
  const came = content.inventory
    .filter(({title}) => title !== '' && !titles.has(title))
    .map(({title, sheets, copies}) => ({
      title,
      sheets,
      copies,
      original: sent.get(title)?.original ?? false,
      consentOn: sent.get(title)?.consentOn ?? null,
      receivedOn: openedOn,
      returnedOn: null,
    }));
  if (came.length === 0) return;
  writeDocuments(db, id, [
    ...own.map(({id: _id, fileId: _file, position: _position, ...document}) => document),
    ...came,
  ]);
}
