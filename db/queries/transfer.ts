import {and, asc, desc, eq, getTableColumns, inArray, isNull, or, sql} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import {isUnderWay, transferStates} from '../../domain/transfer.ts';
import type {ReadableDb} from '../connection.ts';
import {plan} from '../schema/plan.ts';
import {recipient} from '../schema/recipient.ts';
import {transfer} from '../schema/transfer.ts';

export type TransferRow = typeof transfer.$inferSelect;

/** What a file held is long: it is read alone. */
export type TransferHead = Omit<TransferRow, 'content'>;

const {content: _content, ...head} = getTableColumns(transfer);

export function findTransfer(db: ReadableDb, id: string): TransferHead | undefined {
  return db.select(head).from(transfer).where(eq(transfer.id, id)).get();
}

/** What the file held that was received; null for a hand-over of our own. */
export function transferContent(db: ReadableDb, id: string): unknown {
  return db.select({content: transfer.content}).from(transfer).where(eq(transfer.id, id)).get()?.content ?? null;
}

export type TransferCard = TransferHead & {
  /** As the recipient's card has it, or, before one is accepted, as the file has it; null: neither. */
  readonly person: {readonly surname: string; readonly firstName: string; readonly patronymic: string | null} | null;
};

/** The newest first; the ids are in the order of time. `recipientId` null: everybody's. */
export function transferCards(db: ReadableDb, recipientId: string | null): TransferCard[] {
  return db
    .select({
      ...head,
      surname: sql<
        string | null
      >`coalesce(${recipient.surname}, ${transfer.content} ->> '$.content.person.name.surname')`,
      firstName: sql<
        string | null
      >`coalesce(${recipient.firstName}, ${transfer.content} ->> '$.content.person.name.firstName')`,
      patronymic: sql<
        string | null
      >`iif(${recipient.id} IS NULL, ${transfer.content} ->> '$.content.person.name.patronymic', ${recipient.patronymic})`,
    })
    .from(transfer)
    .leftJoin(recipient, eq(recipient.id, transfer.recipientId))
    .where(recipientId === null ? undefined : eq(transfer.recipientId, recipientId))
    .orderBy(desc(sql`${transfer}.rowid`))
    .all()
    .map(({surname, firstName, patronymic, ...row}) => ({
      ...row,
      person: surname === null || firstName === null ? null : {surname, firstName, patronymic},
    }));
}

const underWay = transferStates.filter(state => isUnderWay('outgoing', state));

/** The hand-over of a person on which somebody is still to act. */
export function transferUnderWay(db: ReadableDb, recipientId: string): TransferHead | undefined {
  return db
    .select(head)
    .from(transfer)
    .where(
      and(
        eq(transfer.recipientId, recipientId),
        eq(transfer.direction, 'outgoing'),
        inArray(transfer.state, [...underWay]),
      ),
    )
    .get();
}

/** The plans of one row of the journal, in the order in which they followed each other. */
export function plansOfPlacement(db: ReadableDb, placementId: string): (typeof plan.$inferSelect)[] {
  return db
    .select()
    .from(plan)
    .where(eq(plan.placementId, placementId))
    .orderBy(asc(plan.periodFrom), asc(plan.drawnUpOn), asc(plan.revision), asc(plan.id))
    .all();
}

/** Those whose card bears this number or this day of birth; entries that were made one with another are left out. */
export function peopleLike(
  db: ReadableDb,
  {iin, bornOn}: {readonly iin: string | null; readonly bornOn: string | null},
): (typeof recipient.$inferSelect)[] {
  return db
    .select()
    .from(recipient)
    .where(
      and(
        isNull(recipient.mergedIntoId),
        or(
          iin === null ? sql`0` : eq(recipient.iin, iin),
          bornOn === null ? isNull(recipient.bornOn) : eq(recipient.bornOn, bornOn),
        ),
      ),
    )
    .all();
}

/** What the file of a received hand-over told, as JSON, without the papers that came with it. */
export function receivedContentOf(db: ReadableDb, id: string): string | null {
  const found = db.prepare<{content: string | null}>(
    "SELECT content -> '$.content' AS content FROM transfer WHERE id = ?",
  );
  return found.get(id)?.content ?? null;
}

/** When the row was last changed (UTC, ISO with Z). */
export function transferChangedAt(db: ReadableDb, id: string): string {
  const found = db
    .prepare<{at: string}>('SELECT recorded_at AS at FROM change WHERE row_id = ? ORDER BY seq DESC LIMIT 1')
    .get(id);
  return must(found, 'the change log has every row').at;
}
