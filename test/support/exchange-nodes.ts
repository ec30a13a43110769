import {copyFileSync} from 'node:fs';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import {openDatabase, type Connection} from '../../db/connection.ts';
import {writeFacilityId} from '../../db/exchange/identity.ts';
import {incoming, type Incoming} from '../../db/exchange/incoming.ts';
import {outgoing} from '../../db/exchange/outgoing.ts';
import {acquaint} from '../../db/exchange/partners.ts';
import {exchangeTables} from '../../db/exchange/tables.ts';
import {isSealedChange} from '../../registry/parcel/reference-seal.ts';
import type {Change} from '../../registry/protocol/change.ts';
import type {ParcelHeader} from '../../registry/protocol/header.ts';
import {temporaryFolder, testNow} from './test-database.ts';
import {testKey} from './test-key.ts';

/** PCs of one facility that exchange by hand: real databases, and parcels that a test may lose, repeat or carry late. */

export interface Parcel {
  readonly header: ParcelHeader;
  readonly changes: readonly Change[];
}

export const testFacility = '0190f6a0-0000-4000-8000-00000000f001';
const nobody = {accountId: null};

export class TestNode {
  readonly id: string;
  #file: string;
  #connection: Connection;
  /** Milliseconds that the wall clock of this PC is wrong by. */
  skew = 0;
  readonly #folder = temporaryFolder();
  #copies = 0;
  static #now = testNow;

  constructor(number: number, file?: string) {
    this.id = `${number}`.padStart(16, '0');
    this.#file = file ?? join(this.#folder, 'tirek.db');
    this.#connection = this.#open();
    onTestFinished(() => this.#connection.close());
    this.#connection.transact(db => writeFacilityId(db, testFacility), nobody);
  }

  #open(): Connection {
    return openDatabase({
      file: this.#file,
      key: testKey,
      node: `${this.id}-0000`,
      now: () => (TestNode.#now += 7) + this.skew,
    });
  }

  get connection(): Connection {
    return this.#connection;
  }

  meets(others: readonly TestNode[]): void {
    this.#connection.transact(db => {
      for (const {id} of others) {
        if (id === this.id) continue;
        acquaint(db, {id, kind: 'pc', name: id, keys: {box: `age1${'q'.repeat(58)}`, sign: 'a'.repeat(43)}});
      }
    }, nobody);
  }

  write(sql: string, ...values: (string | number | null)[]): void {
    this.#connection.transact(db => db.execute(sql, ...values), {accountId: `a${this.id}`});
  }

  parcelTo(other: TestNode, changes = 1_000): Parcel {
    const limit = {changes, characters: 1_000_000};
    // What is carried must not change with the database afterwards.
    return structuredClone(outgoing(this.#connection, other.id, 'test', limit));
  }

  receive({header, changes}: Parcel): Promise<Incoming> {
    return incoming(this.#connection, header, [changes], {today: () => '2026-01-05', isSealed: isSealedChange});
  }

  /** A copy of the file as it is on the disk now. */
  copy(): string {
    this.#connection.close();
    this.#copies += 1;
    const to = join(this.#folder, `copy-${this.#copies}.db`);
    copyFileSync(this.#file, to);
    this.#connection = this.#open();
    return to;
  }

  restore(copy: string): void {
    this.#connection.close();
    copyFileSync(copy, this.#file);
    this.#connection = this.#open();
  }

  rows(table: string): Record<string, unknown>[] {
    return this.#connection.readable.prepare<Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY id`).all();
  }

  /** All rows of all exchanged tables. */
  state(): Record<string, Record<string, unknown>[]> {
    const tables = [...exchangeTables.keys()].map(table => [table, this.rows(table)] as const);
    return Object.fromEntries(tables.filter(([, rows]) => rows.length > 0));
  }

  stamps(): string[] {
    return this.#connection.readable
      .prepare<{stamp: string}>('SELECT stamp FROM change ORDER BY stamp')
      .all()
      .map(({stamp}) => stamp);
  }

  count(sql: string): number {
    return this.#connection.readable.prepare<{count: number}>(sql).get()?.count ?? -1;
  }
}

/** So many PCs, each of which knows the others. */
export function testNodes(count: number): TestNode[] {
  const nodes = Array.from({length: count}, (_, index) => new TestNode(index + 1));
  for (const node of nodes) node.meets(nodes);
  return nodes;
}

/** Parcels both ways between all until nobody has anything left to say. */
export async function settle(nodes: readonly TestNode[]): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    const before = nodes.map(node => node.stamps().length).join();
    for (const one of nodes) {
      for (const other of nodes) if (one !== other) await other.receive(one.parcelTo(other));
    }
    // A restore is found in one round, told in the next, and healed in the third.
    if (round > 3 && nodes.map(node => node.stamps().length).join() === before) return;
  }
}
