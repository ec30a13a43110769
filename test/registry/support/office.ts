import {randomBytes} from 'node:crypto';
import {newClock, stamp, type HybridClock} from '../../../domain/hybrid-clock.ts';
import type {Change} from '../../../registry/protocol/change.ts';
import type {ParcelHeader, Point} from '../../../registry/protocol/header.ts';
import {
  beginning,
  bringsAnother,
  gettingBack,
  goesBack,
  integratedUpTo,
  newPartner,
  receiveHeader,
  tell,
  type Partner,
} from '../../../registry/protocol/partner.ts';

/** The columns of a change that a test says; the rest is made up. */
export type Written = Partial<Omit<Change, 'seq' | 'stamp'>>;

interface Logged extends Change {
  readonly via: string | null;
  readonly viaSeq: number;
}

/** A PC of a facility as the registry sees it: a log, and what it knows of the registry. No rows. */
export class Office {
  readonly node: string;
  readonly facility: string;
  readonly registry: string;
  epoch = randomBytes(8).toString('hex');
  log: Logged[] = [];
  partner: Partner = newPartner;
  copied = false;
  #clock: HybridClock = newClock;
  #parcels = 0;

  constructor({
    facility,
    registry,
    node = randomBytes(8).toString('hex'),
  }: {
    facility: string;
    registry: string;
    node?: string;
  }) {
    this.facility = facility;
    this.registry = registry;
    this.node = node;
  }

  stamp(): string {
    const next = stamp(this.#clock, Date.now(), `${this.node}${randomBytes(4).toString('hex')}`);
    this.#clock = next.clock;
    return next.stamp;
  }

  write(written: Written = {}, made = this.stamp()): Change {
    const change: Change = {
      seq: this.log.length + 1,
      stamp: made,
      table: 'recipient',
      rowId: randomBytes(8).toString('hex'),
      op: 'insert',
      patch: '{"note":"қ"}',
      base: [],
      author: null,
      recordedAt: new Date().toISOString(),
      ...written,
    };
    this.log.push({...change, via: null, viaSeq: 0});
    return change;
  }

  parcel(most = 1_000): {header: ParcelHeader; changes: Change[]} {
    const {acked} = this.partner;
    const upTo = Math.min(this.log.length, acked + most);
    const changes = this.log
      .filter(({seq}) => seq > acked && seq <= upTo)
      .filter(({via, viaSeq}) => via === null || goesBack(this.partner, viaSeq))
      .map(({via: _via, viaSeq: _viaSeq, ...change}) => change);
    const header: ParcelHeader = {
      format: 1,
      facility: this.facility,
      from: this.node,
      to: this.registry,
      number: (this.#parcels += 1),
      made: this.stamp(),
      schema: 3,
      program: '0.1.0',
      log: {epoch: this.epoch, after: this.#point(acked), upTo: this.#point(upTo), more: upTo < this.log.length},
      ...tell(this.partner),
      refused: [],
      report: {receiving: 12, queued: 3, freePlaces: null, quarantined: 0},
      count: changes.length,
    };
    return {header, changes};
  }

  receive({header, changes}: {header: ParcelHeader; changes: readonly Change[]}): void {
    const {verdict, partner, moves, restored} = receiveHeader(this.partner, header, {
      epoch: this.epoch,
      head: this.log.length,
      stampAt: seq => this.log[seq - 1]?.stamp,
    });
    if (verdict === 'copied') {
      this.copied = true;
      return;
    }
    this.partner = moves ? integratedUpTo(partner, header.log.upTo) : partner;
    if (restored) this.epoch = randomBytes(8).toString('hex');
    if (verdict === 'gap') return;
    const known = new Set(this.log.map(({stamp: each}) => each));
    const fresh = changes.filter(change => !known.has(change.stamp));
    for (const change of fresh) {
      this.log.push({...change, seq: this.log.length + 1, via: header.from, viaSeq: change.seq});
    }
    if (bringsAnother(partner, moves, fresh, () => false))
      this.partner = gettingBack(this.partner, header.log.after.seq, this.log.length);
  }

  /** As a backup of it would be: the same identity, the state of now. */
  copy(): Office {
    const made = new Office(this);
    Object.assign(made, {epoch: this.epoch, log: [...this.log], partner: this.partner});
    return made;
  }

  #point(seq: number): Point {
    return seq === 0 ? beginning : {seq, stamp: this.log[seq - 1]?.stamp ?? null};
  }
}
