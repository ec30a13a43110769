import {copyFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {openDatabase, type Connection} from '../../db/connection.ts';
import {becomeAnother, ensureFacilityId, writeFacilityId} from '../../db/exchange/identity.ts';
import {incoming, type Incoming} from '../../db/exchange/incoming.ts';
import {outgoing} from '../../db/exchange/outgoing.ts';
import {retryHeld} from '../../db/exchange/retry.ts';
import {heldChanges, type Held} from '../../db/exchange/quarantine.ts';
import {acquaint, type Acquaintance} from '../../db/exchange/partners.ts';
import {exchangeTables} from '../../db/exchange/tables.ts';
import {erasePerson} from '../../db/commands/erasure.ts';
import type {Random} from '../../electron/demo/random.ts';
import {isSealedChange} from '../../registry/parcel/reference-seal.ts';
import type {Change} from '../../registry/protocol/change.ts';
import type {ParcelHeader} from '../../registry/protocol/header.ts';
import {besideTheLog} from '../support/told-by-log.ts';

export interface Parcel {
  readonly header: ParcelHeader;
  readonly changes: readonly Change[];
}

const nobody = {accountId: null};
const key = new Uint8Array(32).fill(0x2c);

/** The campaign has a time of its own, so that one seed does the same again: each look at it is some milliseconds later. */
export class CampaignTime {
  #now = Date.UTC(2026, 0, 5);

  next(): number {
    return (this.#now += 3);
  }
}

/** Where a facility's PCs stand. */
export interface Place {
  readonly folder: string;
  readonly facility: string;
  readonly time: CampaignTime;
}

/** A PC of a facility: a real encrypted database in a file that can be copied and put back. */
export class FaultyOffice {
  readonly #place: Place;
  readonly #file: string;
  readonly #given: string;
  #connection: Connection;
  #people = 0;
  skew = 0;
  saved: string;

  constructor(place: Place, name: string, from?: {file: string; node: string}) {
    this.#place = place;
    this.#file = join(place.folder, `${name}.db`);
    this.#given = from?.node ?? name;
    if (from !== undefined) copyFileSync(from.file, this.#file);
    this.#connection = this.#open();
    if (from === undefined) this.#connection.transact(db => writeFacilityId(db, place.facility), nobody);
    this.saved = this.copy();
  }

  #open(): Connection {
    const now = (): number => this.#place.time.next() + this.skew;
    return openDatabase({file: this.#file, key, node: this.#given, now});
  }

  get id(): string {
    return this.#connection.node;
  }

  get facility(): string {
    return this.#connection.transact(db => ensureFacilityId(db), nobody);
  }

  meets(others: readonly Acquaintance[]): void {
    this.#connection.transact(db => {
      for (const other of others) if (other.id !== this.id) acquaint(db, other);
    }, nobody);
  }

  /** The program ends without a word and is started again. */
  reopen(): void {
    this.#connection.close();
    this.#connection = this.#open();
  }

  /** The backup of today instead of the one before. */
  save(): void {
    rmSync(this.saved);
    this.saved = this.copy();
  }

  /** The file as it is on the disk. */
  copy(): string {
    const to = join(this.#place.folder, `${this.#given}-${this.#place.time.next()}.copy`);
    this.#connection.close();
    copyFileSync(this.#file, to);
    this.#connection = this.#open();
    return to;
  }

  restore(from: string): void {
    this.#connection.close();
    copyFileSync(from, this.#file);
    this.#connection = this.#open();
  }

  becomeAnother(): void {
    this.#connection.transact(db => becomeAnother(db), nobody);
    this.reopen();
  }

  /** Some edits as people make them: new people, corrections of those whom everybody has, relatives in and out. */
  work(random: Random): void {
    for (let edits = random.int(1, 4); edits > 0; edits -= 1) {
      const known = this.#ids('recipient');
      // Of two who write without knowing of each other, both mostly have to do with those who came last.
      const person = known.length > 0 ? random.pick(random.percent(50) ? known.slice(0, 3) : known) : undefined;
      const text = `${this.id.slice(-4)}-${this.#place.time.next()}`;
      const kind = random.int(1, 100);
      if (person === undefined || kind <= 35) this.#addPerson(text);
      else if (kind <= 74) {
        const column = random.pick(['phone', 'address', 'diagnosis']);
        this.#write(`UPDATE recipient SET ${column} = ? WHERE id = ?`, text, person);
      } else if (kind <= 90) this.#addRelative(text, person);
      else if (kind <= 98) this.#removeSome(random, person);
      else this.#erase(random.pick(known));
    }
  }

  #addPerson(text: string): void {
    this.#people += 1;
    const id = `${this.id}-${this.#place.time.next()}-${this.#people}`;
    this.#write("INSERT INTO recipient (id, surname, first_name) VALUES (?, ?, 'Әлия')", id, text);
  }

  #addRelative(text: string, person: string): void {
    this.#write(
      "INSERT INTO relative (id, recipient_id, position, kinship, surname, first_name) VALUES (?, ?, 0, 'mother', 'А', ?)",
      `${this.id}-r${this.#place.time.next()}`,
      person,
      text,
    );
  }

  #removeSome(random: Random, person: string): void {
    const relatives = this.#ids('relative');
    if (relatives.length > 0 && random.percent(70)) {
      this.#write('DELETE FROM relative WHERE id = ?', random.pick(relatives));
      return;
    }
    this.#write(
      'DELETE FROM recipient WHERE id = ? AND NOT EXISTS (SELECT 1 FROM relative WHERE recipient_id = ?)',
      person,
      person,
    );
  }

  #erase(recipientId: string): void {
    const erasure = {recipientId, reason: 'mistake', erasedOn: '2026-01-05'} as const;
    this.#connection.transact(db => erasePerson(db, erasure), {accountId: 'somebody'});
  }

  #write(sql: string, ...values: string[]): void {
    this.#connection.transact(db => db.execute(sql, ...values), {accountId: 'somebody'});
  }

  #ids(table: string): string[] {
    return this.#connection.readable
      .prepare<{id: string}>(`SELECT id FROM "${table}" ORDER BY rowid DESC LIMIT 40`)
      .all()
      .map(({id}) => id);
  }

  parcelTo(partner: string, changes: number): Parcel {
    // What is carried must not change with the database afterwards.
    return structuredClone(outgoing(this.#connection, partner, 'faults', {changes, characters: 1_000_000}));
  }

  receive({header, changes}: Parcel, page = 1_000): Promise<Incoming> {
    const pages = Array.from({length: Math.ceil(changes.length / page)}, (_, index) =>
      changes.slice(index * page, (index + 1) * page),
    );
    return incoming(this.#connection, header, pages, {today: () => '2026-01-05', isSealed: isSealedChange});
  }

  /** A person lets the deletions through that were so many that they wait for one (rule 10). Answers how many waited. */
  approveDeletions(): number {
    const waiting = this.count('SELECT count(*) AS count FROM quarantine');
    if (waiting > 0) retryHeld(this.#connection, {today: '2026-01-05', withDeletions: true, isSealed: isSealedChange});
    return waiting;
  }

  /** The log: each change by its stamp, and the row that it is of. */
  log(): Map<string, string> {
    const changes = this.#connection.readable
      .prepare<{stamp: string; row: string}>("SELECT stamp, table_name || ' ' || row_id AS row FROM change")
      .all();
    return new Map(changes.map(({stamp, row}) => [stamp, row]));
  }

  /** The rows of people who were erased, as `log` names them. */
  erased(): string[] {
    return this.#connection.readable
      .prepare<{row: string}>("SELECT table_name || ' ' || row_id AS row FROM erased_row")
      .all()
      .map(({row}) => row);
  }

  /** Whether the log has a word left of whom it knows to be erased. */
  tellsOfErased(): boolean {
    const sql = `SELECT count(*) AS count FROM change c JOIN erased_row e ON e.row_id = c.row_id AND e.table_name = c.table_name
      WHERE c.patch <> '{}'`;
    return this.count(sql) > 0;
  }

  /** Every row of every exchanged table, as one text. */
  state(): string {
    const rows = [...exchangeTables.keys()].map(table =>
      this.#connection.readable.prepare(`SELECT * FROM "${table}" ORDER BY id`).all(),
    );
    return JSON.stringify(rows);
  }

  /** Which version of the reference data stands here, by kind. */
  inForce(): string {
    const rows = this.#connection.readable
      .prepare<{row: string}>("SELECT kind || ' ' || version AS row FROM reference ORDER BY row")
      .all();
    return rows.map(({row}) => row).join();
  }

  count(sql: string): number {
    return this.#connection.readable.prepare<{count: number}>(sql).get()?.count ?? -1;
  }

  /** What lies in quarantine. */
  aside(): readonly Held[] {
    return heldChanges(this.#connection.readable, 10_000);
  }

  /** What its rows and conflicts say beside what all changes in its log say. */
  besideItsLog(): readonly string[] {
    return besideTheLog(this.#connection.readable);
  }

  isSound(): boolean {
    const check = this.#connection.readable.prepare<{integrity_check: string}>('PRAGMA integrity_check').get();
    const broken = this.count('SELECT count(*) AS count FROM pragma_foreign_key_check');
    return check?.integrity_check === 'ok' && broken === 0;
  }

  close(): void {
    this.#connection.close();
  }
}
