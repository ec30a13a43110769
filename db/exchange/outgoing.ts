import {must} from '../../domain/assert.ts';
import type {Change} from '../../registry/protocol/change.ts';
import {parcelFormat, type ParcelHeader, type Point} from '../../registry/protocol/header.ts';
import {goesBack, tell} from '../../registry/protocol/partner.ts';
import type {Connection, ReadableDb} from '../connection.ts';
import {isErasedRow} from '../erasure/erased.ts';
import {migrations} from '../migrations/list.ts';
import {ensureEpoch, ensureFacilityId} from './identity.ts';
import {head, logAfter, pointAt, type Logged} from './log.ts';
import {changePartner, findPartner, type PartnerRow} from './partners.ts';
import {reportOf} from './report.ts';

/** What goes out: the own log behind what a partner has confirmed, without what came from that partner or was erased. */

export interface Limit {
  readonly changes: number;
  /** Of the patches, before they are packed. */
  readonly characters: number;
}

/** Rows of the log that are read at once. */
const step = 500;

export class UnknownPartner extends Error {}

interface Begun {
  readonly partner: PartnerRow;
  readonly header: Omit<ParcelHeader, 'log' | 'count'>;
  readonly epoch: string;
  readonly after: Point;
  readonly head: number;
}

function begin(connection: Connection, id: string, program: string): Begun {
  return connection.integrate(log => {
    const partner = findPartner(log.db, id);
    if (partner === undefined) throw new UnknownPartner(id);
    const number = partner.parcels + 1;
    changePartner(log.db, id, {parcels: number});
    return {
      partner,
      epoch: ensureEpoch(log.db),
      after: pointAt(log.db, partner.knowledge.acked),
      head: head(log.db),
      header: {
        format: parcelFormat,
        facility: ensureFacilityId(log.db),
        from: connection.node,
        to: id,
        number,
        made: log.stamp(),
        schema: migrations.length,
        program,
        ...tell(partner.knowledge),
        refused: refusedOf(log.db, id),
        report: partner.kind === 'registry' ? reportOf(log.db) : null,
      },
    };
  });
}

function refusedOf(db: ReadableDb, via: string): ParcelHeader['refused'] {
  return db
    .prepare<ParcelHeader['refused'][number]>(
      'SELECT stamp, reason FROM quarantine WHERE via = ? ORDER BY id LIMIT 1000',
    )
    .all(via);
}

/** What was erased goes nowhere: whoever has it learns of the erasure. */
function isFor(db: ReadableDb, partner: PartnerRow, change: Logged): boolean {
  if (change.patch === '{}' && isErasedRow(db, change)) return false;
  return change.via !== partner.id || goesBack(partner.knowledge, must(change.viaSeq));
}

/** The pages between two places of the log, as far as the partner lacks them. */
function* pages(db: ReadableDb, partner: PartnerRow, after: number, upTo: number, size: number): Generator<Change[]> {
  let page: Change[] = [];
  let read = after;
  for (;;) {
    const rows = logAfter(db, read, step);
    for (const row of rows) {
      if (row.seq > upTo) continue;
      if (isFor(db, partner, row)) page.push(row);
      if (page.length >= size) {
        yield page;
        page = [];
      }
    }
    const last = rows.at(-1)?.seq;
    if (last === undefined || last >= upTo) break;
    read = last;
  }
  if (page.length > 0) yield page;
}

/** The next parcel over a line that may break: no more than the limit, but at least one change where there is one. */
export function outgoing(
  connection: Connection,
  id: string,
  program: string,
  limit: Limit,
): {header: ParcelHeader; changes: Change[]} {
  const {partner, header, epoch, after, head: end} = begin(connection, id, program);
  const changes: Change[] = [];
  let characters = 0;
  let upTo = after;
  read: for (;;) {
    const rows = logAfter(connection.readable, upTo.seq, step);
    for (const row of rows) {
      if (isFor(connection.readable, partner, row)) {
        characters += row.patch.length;
        if (changes.length > 0 && (changes.length >= limit.changes || characters > limit.characters)) break read;
        changes.push(row);
      }
      upTo = {seq: row.seq, stamp: row.stamp};
    }
    if (rows.length < step) break;
  }
  noteSent(connection, partner.id, upTo.seq);
  const log = {epoch, after, upTo, more: upTo.seq < end};
  return {header: {...header, log, count: changes.length}, changes};
}

/** All that a partner lacks, for a stick: counted first, so that the header can say it; then page after page. */
export function outgoingPages(
  connection: Connection,
  id: string,
  program: string,
  size: number,
): {header: ParcelHeader; pages: Iterable<Change[]>} {
  const {partner, header, epoch, after, head: end} = begin(connection, id, program);
  const db = connection.readable;
  const upTo = pointAt(db, end);
  let count = 0;
  for (const page of pages(db, partner, after.seq, upTo.seq, size)) count += page.length;
  noteSent(connection, partner.id, upTo.seq);
  return {
    header: {...header, log: {epoch, after, upTo, more: false}, count},
    pages: pages(db, partner, after.seq, upTo.seq, size),
  };
}

function noteSent(connection: Connection, id: string, seq: number): void {
  connection.integrate(({db}) => {
    if (seq > must(findPartner(db, id)).sent) changePartner(db, id, {sent: seq});
  });
}
