import {must} from '../../domain/assert.ts';
import {newClock, receive, stamp} from '../../domain/hybrid-clock.ts';
import type {ExchangeStore} from '../../electron/exchange/store.ts';
import type {Incoming} from '../../registry/lane/store.ts';
import type {Change, ChangeOp} from '../../registry/protocol/change.ts';
import type {NodeKeys} from '../../registry/protocol/enrolment.ts';
import {parcelFormat, type ParcelHeader, type Point} from '../../registry/protocol/header.ts';
import {
  goesBack,
  integratedUpTo,
  newPartner,
  receiveHeader,
  tell,
  type Partner,
} from '../../registry/protocol/partner.ts';
import {testFacility, type TestNode} from './parcels.ts';

interface Logged extends Change {
  readonly via: string | null;
  readonly viaSeq: number;
}

/** A node that keeps its log in memory, by the protocol alone: what the lanes carry, without what a database does to it. */
export class MemoryStore implements ExchangeStore {
  readonly node: string;
  readonly facility: string;
  readonly log: Logged[] = [];
  readonly partners = new Map<string, Partner>();
  readonly #keys = new Map<string, NodeKeys>();
  readonly #numbers = new Map<string, number>();
  #clock = newClock;
  #now: number;
  #epoch: string;
  /** Throws here instead of taking a page in: what a full disk does. */
  failing: Error | undefined;

  constructor(node: string, {facility = testFacility, now = Date.parse('2026-03-02T04:00:00Z')} = {}) {
    this.node = node;
    this.facility = facility;
    this.#now = now;
    this.#epoch = `e${node.slice(1)}`;
  }

  know(other: TestNode): void {
    this.#keys.set(other.id, other.keys);
  }

  keysOf(partner: string): NodeKeys | undefined {
    return this.#keys.get(partner);
  }

  #stamp(): string {
    this.#now += 1;
    const next = stamp(this.#clock, this.#now, this.node);
    this.#clock = next.clock;
    return next.stamp;
  }

  write(table: string, rowId: string, patch: Readonly<Record<string, unknown>>, op?: ChangeOp): Change {
    const before = this.log.findLast(change => change.rowId === rowId);
    return this.#append(
      {
        stamp: this.#stamp(),
        table,
        rowId,
        patch: JSON.stringify(patch),
        author: null,
        op: op ?? (before === undefined ? 'insert' : 'update'),
        base: before === undefined ? [] : [before.stamp],
        recordedAt: new Date(this.#now).toISOString(),
      },
      null,
      0,
    );
  }

  /** Changes that were made elsewhere with stamps of this node: a day's work. */
  load(changes: readonly Change[]): void {
    for (const change of changes) this.#append(change, null, 0);
  }

  #append(change: Omit<Change, 'seq'>, via: string | null, viaSeq: number): Logged {
    const logged = {...change, seq: this.log.length + 1, via, viaSeq};
    this.log.push(logged);
    return logged;
  }

  #point(seq: number): Point {
    return seq === 0 ? {seq: 0, stamp: null} : {seq, stamp: must(this.log[seq - 1]).stamp};
  }

  holds({seq, stamp: there}: Point): boolean {
    return seq === 0 || this.log[seq - 1]?.stamp === there;
  }

  #header(to: string, upTo: number, more: boolean, count: number): ParcelHeader {
    const partner = this.partners.get(to) ?? newPartner;
    const number = (this.#numbers.get(to) ?? 0) + 1;
    this.#numbers.set(to, number);
    return {
      format: parcelFormat,
      facility: this.facility,
      from: this.node,
      to,
      number,
      made: this.#stamp(),
      schema: 1,
      program: 'test',
      log: {epoch: this.#epoch, after: this.#point(partner.acked), upTo: this.#point(upTo), more},
      ...tell(partner),
      refused: [],
      report: null,
      count,
    };
  }

  #for(to: string, from: number): Change[] {
    const partner = this.partners.get(to) ?? newPartner;
    return this.log
      .slice(from)
      .filter(({via, viaSeq}) => via !== to || goesBack(partner, viaSeq))
      .map(({seq, stamp, table, rowId, op, patch, base, author, recordedAt}) => ({
        seq,
        stamp,
        table,
        rowId,
        op,
        patch,
        base,
        author,
        recordedAt,
      }));
  }

  outgoing(to: string, limit: {changes: number; characters: number}): {header: ParcelHeader; changes: Change[]} {
    const all = this.#for(to, (this.partners.get(to) ?? newPartner).acked);
    let characters = 0;
    const changes: Change[] = [];
    for (const change of all) {
      characters += change.patch.length;
      if (changes.length > 0 && (changes.length >= limit.changes || characters > limit.characters)) break;
      changes.push(change);
    }
    const more = changes.length < all.length;
    const upTo = more ? must(changes.at(-1)).seq : this.log.length;
    return {header: this.#header(to, upTo, more, changes.length), changes};
  }

  outgoingPages(to: string, size: number): {header: ParcelHeader; pages: Iterable<Change[]>} {
    const all = this.#for(to, (this.partners.get(to) ?? newPartner).acked);
    const pages = Array.from({length: Math.ceil(all.length / size)}, (_, page) =>
      all.slice(page * size, (page + 1) * size),
    );
    return {header: this.#header(to, this.log.length, false, all.length), pages};
  }

  async incoming(header: ParcelHeader, pages: AsyncIterable<Change[]> | Iterable<Change[]>): Promise<Incoming> {
    if (this.failing !== undefined) throw this.failing;
    const before = this.partners.get(header.from) ?? newPartner;
    const {verdict, partner, moves, restored} = receiveHeader(before, header, {
      epoch: this.#epoch,
      head: this.log.length,
      stampAt: seq => this.log[seq - 1]?.stamp,
    });
    this.#clock = receive(this.#clock, header.made, this.#now);
    const none = {integrated: 0, known: 0, quarantined: 0, conflicts: 0, restored, verdict};
    if (verdict === 'copied') return none;
    this.partners.set(header.from, partner);
    if (restored) this.#epoch = `f${(Number.parseInt(this.#epoch.slice(1), 16) + 1).toString(16).padStart(15, '0')}`;
    if (verdict === 'gap') return none;
    const known = new Set(this.log.map(each => each.stamp));
    const tally = {integrated: 0, known: 0, conflicts: 0};
    const move = (point: Point): void => {
      const now = this.partners.get(header.from) ?? newPartner;
      if (moves) this.partners.set(header.from, integratedUpTo(now, point));
    };
    for await (const page of pages) {
      for (const change of page) {
        if (known.has(change.stamp)) {
          tally.known += 1;
          continue;
        }
        if (this.#isConflict(change)) tally.conflicts += 1;
        this.#append(change, header.from, change.seq);
        tally.integrated += 1;
      }
      const last = page.at(-1);
      if (last !== undefined) move({seq: last.seq, stamp: last.stamp});
      await new Promise(resolve => setImmediate(resolve));
    }
    move(header.log.upTo);
    return {...none, ...tally};
  }

  /** Somebody else has written one of the same fields since what this change knew. */
  #isConflict(change: Change): boolean {
    const fields = Object.keys(JSON.parse(change.patch));
    return this.log.some(
      other =>
        other.rowId === change.rowId &&
        change.base.every(base => other.stamp > base) &&
        Object.keys(JSON.parse(other.patch)).some(field => fields.includes(field)),
    );
  }

  /** Rows by id, per field the latest by stamp; a row with a tombstone is none. */
  rows(): Record<string, Record<string, unknown>> {
    const rows = new Map<string, Record<string, unknown>>();
    for (const change of this.log.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))) {
      if (change.op === 'delete') rows.delete(change.rowId);
      else rows.set(change.rowId, {...rows.get(change.rowId), ...JSON.parse(change.patch)});
    }
    return Object.fromEntries([...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  stamps(): string[] {
    return this.log.map(each => each.stamp).toSorted();
  }

  /** As it would be after a restore from a copy of now, when it is put back. */
  save(): () => void {
    const [log, partners, numbers, epoch] = [[...this.log], [...this.partners], [...this.#numbers], this.#epoch];
    return () => {
      this.log.splice(0, this.log.length, ...log);
      this.partners.clear();
      for (const [id, partner] of partners) this.partners.set(id, partner);
      this.#numbers.clear();
      for (const [id, number] of numbers) this.#numbers.set(id, number);
      this.#epoch = epoch;
    };
  }
}
