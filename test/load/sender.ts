import {must} from '../../domain/assert.ts';
import type {Change} from '../../registry/protocol/change.ts';
import {
  beginning,
  integratedUpTo,
  newPartner,
  receiveHeader,
  tell,
  type Partner,
} from '../../registry/protocol/partner.ts';
import type {ParcelHeader, Point} from '../../registry/protocol/header.ts';
import {networkLimits, openParcel} from '../../registry/parcel/open.ts';
import {packParcel} from '../../registry/parcel/pack.ts';
import type {NodeSecrets} from '../../registry/parcel/keys.ts';
import type {NodeKeys} from '../../registry/protocol/enrolment.ts';
import type {Office} from '../registry/support/office.ts';

/** Where a sender exchanges, and with whom. */
export interface Line {
  readonly address: string;
  readonly keys: NodeKeys;
  readonly registry: string;
}

/** One PC with a long log that was written before: as test/registry/support/office.ts, but that pages are cut, not searched. */
export class Sender {
  readonly office: Office & {secrets: NodeSecrets};
  readonly #line: Line;
  #changes: readonly Change[] = [];
  /** The log before them. */
  #before: Point = beginning;
  /** Where its parcels ended: of these the registry says what it has seen. */
  readonly #ends = new Map<number, string>();
  #partner: Partner = newPartner;
  #parcels = 0;

  constructor(office: Office & {secrets: NodeSecrets}, line: Line) {
    this.office = office;
    this.#line = line;
  }

  /** More of the log; what was there before must be confirmed. */
  add(changes: readonly Change[]): void {
    const last = this.#changes.at(-1);
    if (last !== undefined) this.#before = {seq: last.seq, stamp: last.stamp};
    this.#changes = changes.map((change, place) => ({...change, seq: this.#before.seq + place + 1}));
  }

  /** Sends all that there is, in pages. Milliseconds that each exchange took, from the packed parcel to the whole answer. */
  async sendAll(page: number): Promise<number[]> {
    const took: number[] = [];
    for (let from = 0; from < this.#changes.length; from += page) {
      took.push(await this.#exchange(this.#changes.slice(from, from + page)));
    }
    const end = this.#before.seq + this.#changes.length;
    if (this.#partner.acked !== end) throw new Error(`${this.#partner.acked} of ${end} were confirmed`);
    return took;
  }

  async #exchange(changes: readonly Change[]): Promise<number> {
    const {office} = this;
    const {keys, registry, address} = this.#line;
    const first = must(changes[0]);
    const last = must(changes.at(-1));
    this.#ends.set(last.seq, last.stamp);
    const header: ParcelHeader = {
      format: 1,
      facility: office.facility,
      from: office.node,
      to: registry,
      number: (this.#parcels += 1),
      made: office.stamp(),
      schema: 3,
      program: '0.1.0',
      log: {
        epoch: office.epoch,
        after: this.#pointAt(first.seq - 1),
        upTo: {seq: last.seq, stamp: last.stamp},
        more: last.seq < this.#before.seq + this.#changes.length,
      },
      ...tell(this.#partner),
      refused: [],
      report: {receiving: 60, queued: 0, freePlaces: null, quarantined: 0},
      count: changes.length,
    };
    const parcel = await packParcel(header, changes, {own: office.secrets, to: keys});
    const begun = performance.now();
    const response = await fetch(`${address}/v1/exchange`, {
      method: 'POST',
      headers: {'content-type': 'application/octet-stream'},
      body: Buffer.from(parcel),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const took = performance.now() - begun;
    if (response.status !== 200) throw new Error(`the registry answered ${response.status}: ${bytes.toString()}`);
    const answer = await openParcel(bytes, {
      own: office.secrets,
      self: office.node,
      keysOf: () => keys,
      limits: networkLimits,
    });
    const received = receiveHeader(this.#partner, answer.header, {
      epoch: office.epoch,
      head: last.seq,
      stampAt: seq => this.#ends.get(seq),
    });
    if (received.verdict !== 'apply') throw new Error(`the answer means ${received.verdict}`);
    this.#partner = received.moves ? integratedUpTo(received.partner, answer.header.log.upTo) : received.partner;
    return took;
  }

  #pointAt(seq: number): Point {
    if (seq === this.#before.seq) return this.#before;
    const change = this.#changes[seq - this.#before.seq - 1];
    return {seq, stamp: change?.stamp ?? null};
  }
}
