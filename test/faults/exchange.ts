import {mkdtempSync, existsSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createHash, randomBytes} from 'node:crypto';
import {ne} from 'drizzle-orm';
import {must} from '../../domain/assert.ts';
import type {Acquaintance} from '../../db/exchange/partners.ts';
import {makeRandom, type Random} from '../../electron/demo/random.ts';
import {makeNodeSecrets, publicKeysOf} from '../../registry/parcel/keys.ts';
import type {NodeKeys} from '../../registry/protocol/enrolment.ts';
import {enrol} from '../../registry/store/enrolment.ts';
import {addCode, addFacility} from '../../registry/store/facilities.ts';
import {listPublished} from '../../registry/store/reference-publishing.ts';
import {receive} from '../../registry/store/receive.ts';
import {change} from '../../registry/store/schema/log.ts';
import {Refusal} from '../../registry/store/refusal.ts';
import {makeReply} from '../../registry/store/reply.ts';
import type {Campaign} from './campaign.ts';
import {CampaignTime, FaultyOffice, type Parcel, type Place} from './office.ts';
import {publishOne} from './publishing.ts';
import type {CampaignRegistry} from './registry.ts';

/**
 * Randomised exchanges between the PCs of one facility and the registry, by network and by stick, with everything that can
 * go wrong on the way and on the disks. In the end everybody must hold what anybody held.
 */

export interface Options {
  readonly exchanges: number;
  readonly seed: string;
  /** PCs of the facility; the last one has no network and lives by the stick. */
  readonly nodes: number;
  /** How many times likelier the rare faults are than by default. */
  readonly rate?: number;
  /** After each exchange. */
  readonly onProgress?: () => void;
}

/** Chances in ten thousand. */
const chances = {
  'answer lost': 600,
  'request lost': 600,
  'repeated': 500,
  'late': 500,
  'power cut': 100,
  'restored': 200,
  'copied database': 15,
  'clock set wrong': 60,
  'reference published': 150,
} as const;
export type Fault = keyof typeof chances;
const rare: ReadonlySet<Fault> = new Set(['power cut', 'restored', 'copied database', 'clock set wrong']);

interface Carried {
  readonly to: FaultyOffice;
  readonly parcel: Parcel;
}

interface Surroundings {
  readonly registry: CampaignRegistry;
  readonly facility: string;
  readonly keys: NodeKeys;
  readonly folder: string;
  readonly rate?: number | undefined;
  readonly seed: string;
}

class Run {
  readonly random: Random;
  readonly registry: CampaignRegistry;
  readonly facility: string;
  readonly keys: NodeKeys;
  readonly faults = new Map<string, number>();
  offices: FaultyOffice[] = [];
  carried: Carried[] = [];
  readonly #place: Place;
  readonly #everybody = new Set<string>();
  readonly rate: number;
  readonly #prefix: string;
  #names = 0;
  /** What a disk that was put back had and its copy has not, by stamp, with the row that it was of. */
  readonly #takenBack = new Map<string, string>();

  constructor({seed, registry, facility, keys, folder, rate = 1}: Surroundings) {
    this.random = makeRandom(seed);
    this.#prefix = createHash('sha256').update(seed).digest('hex').slice(0, 12);
    this.rate = rate;
    this.registry = registry;
    this.facility = facility;
    this.keys = keys;
    this.#place = {folder, facility, time: new CampaignTime()};
  }

  happens(fault: Fault): boolean {
    const chance = chances[fault] * (rare.has(fault) ? this.rate : 1);
    const does = this.random.int(1, 10_000) <= chance;
    if (does) this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1);
    return does;
  }

  /** A registry knows no two PCs of one name, whatever their facilities. */
  #name(): string {
    this.#names += 1;
    return `${this.#prefix}${String(this.#names).padStart(4, '0')}`;
  }

  async addOffice(networked: boolean): Promise<FaultyOffice> {
    const office = new FaultyOffice(this.#place, this.#name());
    this.offices.push(office);
    if (networked) await this.enrol(office);
    this.introduce();
    return office;
  }

  async enrol(office: FaultyOffice): Promise<void> {
    const {code} = await addCode(this.registry.store, this.facility, this.registry.now);
    const request = {code, node: office.id, keys: this.keys, name: office.id, facility: null};
    await enrol(this.registry.store, request, this.registry.now);
    office.meets([this.#card]);
  }

  get #card(): Acquaintance {
    return {id: this.registry.self, kind: 'registry', name: 'registry', keys: this.registry.keys};
  }

  /** Everybody knows the card of every PC that there ever was, also under its earlier name. */
  introduce(): void {
    for (const {id} of this.offices) this.#everybody.add(id);
    const cards = [...this.#everybody].map(id => ({id, kind: 'pc' as const, name: id, keys: this.keys}));
    for (const office of this.offices) office.meets(cards);
  }

  isNetworked(office: FaultyOffice): boolean {
    return office.count("SELECT count(*) AS count FROM partner WHERE kind = 'registry' AND state = 'active'") > 0;
  }

  /** A copied database was found: its owner makes it another PC, and goes on. */
  async settleCopy(office: FaultyOffice): Promise<void> {
    this.faults.set('copy found', (this.faults.get('copy found') ?? 0) + 1);
    const networked = office.count("SELECT count(*) AS count FROM partner WHERE kind = 'registry'") > 0;
    office.becomeAnother();
    if (networked) await this.enrol(office);
    this.introduce();
  }

  async overNetwork(office: FaultyOffice): Promise<void> {
    for (let pages = 0; pages < 60; pages += 1) {
      const size = this.random.int(1, 40);
      const parcel = office.parcelTo(this.registry.self, size);
      if (this.happens('request lost')) return;
      const sender = {facilityId: this.facility, node: office.id};
      try {
        const receipt = await receive(this.registry, sender, parcel.header, parcel.changes);
        if (receipt.verdict === 'copied') return await this.settleCopy(office);
        if (this.happens('repeated')) await receive(this.registry, sender, parcel.header, parcel.changes);
        const reply = await makeReply(this.registry, sender, {rows: size, bytes: 1_000_000}, 'faults');
        if (this.happens('answer lost')) return;
        const answer = structuredClone({header: reply.header, changes: reply.changes});
        if (this.happens('late')) this.carried.push({to: office, parcel: answer});
        const {verdict} = await office.receive(answer);
        if (this.happens('power cut')) office.reopen();
        if (verdict === 'copied') return;
        if (!parcel.header.log.more && !reply.header.log.more && parcel.changes.length + reply.changes.length === 0)
          return;
      } catch (error) {
        if (error instanceof Refusal && error.code === 'copied') return this.settleCopy(office);
        throw error;
      }
    }
  }

  async byStick(from: FaultyOffice, to: FaultyOffice): Promise<void> {
    const parcel = from.parcelTo(to.id, this.random.percent(70) ? 10_000 : this.random.int(1, 20));
    if (this.happens('late')) this.carried.push({to, parcel});
    if (this.happens('request lost')) return;
    const {verdict} = await to.receive(parcel, this.random.int(1, 50));
    if (verdict === 'copied') return this.settleCopy(from);
    if (this.happens('power cut')) to.reopen();
    if (this.happens('repeated')) await to.receive(parcel);
    if (this.carried.length > 40) this.carried.splice(0, 10);
  }

  /** What only this disk holds is gone when it is put back; nobody can bring that again. */
  restore(office: FaultyOffice): void {
    const before = office.log();
    const networked = this.isNetworked(office);
    office.restore(office.saved);
    if (networked) office.meets([this.#card]);
    // Whoever was met since the copy was made shows its card again.
    this.introduce();
    const after = office.log();
    for (const [stamp, row] of before) if (!after.has(stamp)) this.#takenBack.set(stamp, row);
  }

  /** All that anybody holds now, by stamp with its row: offices, registry, and the sticks that are still on their way. */
  async held(): Promise<Map<string, string>> {
    const arriving = this.carried.filter(({to, parcel}) => parcel.header.to === to.id);
    const sticks = arriving.flatMap(({parcel}) =>
      parcel.changes.map(({stamp, table, rowId}): [string, string] => [stamp, `${table} ${rowId}`]),
    );
    const logs = this.offices.flatMap(office => [...office.log()]);
    return new Map([...(await this.registryLog()), ...sticks, ...logs]);
  }

  /** What was taken back with a disk and is nowhere any more, by stamp, with the row that it was of. */
  gone(held: ReadonlyMap<string, string>): Map<string, string> {
    return new Map([...this.#takenBack].filter(([stamp]) => !held.has(stamp)));
  }

  async registryLog(): Promise<[string, string][]> {
    const rows = await this.registry.store.asFacility(this.facility, db =>
      db.select({stamp: change.stamp, table: change.tableName, rowId: change.rowId}).from(change),
    );
    return rows.map(({stamp, table, rowId}) => [stamp, `${table} ${rowId}`]);
  }

  /** Whether the log of the registry has a word left of one of these rows. */
  async registryTellsOf(rows: ReadonlySet<string>): Promise<boolean> {
    const told = await this.registry.store.asFacility(this.facility, db =>
      db.select({table: change.tableName, rowId: change.rowId}).from(change).where(ne(change.patch, '{}')),
    );
    return told.some(({table, rowId}) => rows.has(`${table} ${rowId}`));
  }

  /** A new version for everybody. */
  async publish(): Promise<void> {
    this.#names += 1;
    const kind = this.random.percent(50) ? 'calendar' : 'labels';
    await publishOne(this.registry, kind, `${this.#prefix} ${this.#names}`);
  }

  /** What is in force, by kind, as every PC must have it in the end. */
  async inForce(): Promise<string> {
    const {published} = await listPublished(this.registry.store);
    return published
      .map(({kind, version}) => `${kind} ${version}`)
      .toSorted()
      .join();
  }

  approve(office: FaultyOffice): void {
    const waited = office.approveDeletions();
    if (waited > 0) this.faults.set('many deletions', (this.faults.get('many deletions') ?? 0) + 1);
  }

  copyDatabase(office: FaultyOffice): void {
    this.#names += 1;
    const from = {file: office.copy(), node: office.id};
    this.offices.push(new FaultyOffice(this.#place, `copy-${this.#names}`, from));
  }
}

async function step(run: Run): Promise<void> {
  const {random} = run;
  const office = random.pick(run.offices);
  office.work(random);
  // A copy from which little is lost is soon written past, and that is harder to find out than one that is long ago.
  if (random.percent(random.percent(50) ? 15 : 2)) office.save();
  if (run.happens('clock set wrong')) office.skew = random.int(-600, 600) * 24 * 3_600_000;
  if (run.happens('restored')) {
    run.restore(office);
    // Nobody notices: they go on, and may write more than was lost before anybody hears of it.
    for (let more = random.int(0, 6); more > 0; more -= 1) office.work(random);
  }
  // One identity twice is found and settled; more than one at a time would only take longer.
  const ids = run.offices.map(({id}) => id);
  if (new Set(ids).size === ids.length && run.isNetworked(office) && run.happens('copied database'))
    run.copyDatabase(office);
  if (run.registry.secrets !== undefined && run.happens('reference published')) await run.publish();
  const late = run.carried.length > 0 && random.percent(10) ? random.pick(run.carried) : undefined;
  if (late !== undefined && late.parcel.header.to === late.to.id) await late.to.receive(late.parcel);
  const others = run.offices.filter(other => other !== office && other.id !== office.id);
  if (run.isNetworked(office) && (others.length === 0 || random.percent(60))) await run.overNetwork(office);
  else if (others.length > 0) await run.byStick(office, random.pick(others));
}

/** Everything goes well from here on, until nobody has anything left to say. */
async function settle(run: Run): Promise<void> {
  await bringSticks(run);
  await talk(run);
  // What came too early before may have its place now.
  await bringSticks(run);
  await talk(run);
}

async function bringSticks(run: Run): Promise<void> {
  for (const {to, parcel} of run.carried) if (parcel.header.to === to.id) await to.receive(parcel);
}

/** Parcels between all, both ways, until nobody writes anything any more. */
async function talk(run: Run): Promise<void> {
  const quiet = new Run({
    seed: 'quiet',
    registry: run.registry,
    facility: run.facility,
    keys: run.keys,
    folder: '',
  });
  quiet.happens = () => false;
  quiet.offices = run.offices;
  let before = '';
  for (let round = 0; round < 40; round += 1) {
    for (const office of run.offices) run.approve(office);
    for (const office of run.offices) {
      if (run.isNetworked(office)) await quiet.overNetwork(office);
      for (const other of run.offices) if (other.id !== office.id) await quiet.byStick(office, other);
    }
    const now = run.offices.map(office => office.count('SELECT count(*) AS count FROM change')).join();
    if (round > 6 && now === before) return;
    before = now;
  }
}

/** Memory instead of a disk where there is some: what is tested is not the disk. */
function folderFor(): string {
  const memory = '/dev/shm';
  return mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'tirek-faults-'));
}

/** One facility at a registry where others may be. */
export async function exchangeCampaign(registry: CampaignRegistry, options: Options): Promise<Campaign> {
  const {exchanges, seed, nodes, rate, onProgress} = options;
  const folder = folderFor();
  const facility = await addFacility(registry.store, {type: 'temporary-stay', nameKk: 'Тірек', nameRu: 'Тирек'});
  const keys = await publicKeysOf(await makeNodeSecrets());
  const run = new Run({seed, registry, facility, keys, folder, rate});
  try {
    for (let index = 0; index < nodes; index += 1) await run.addOffice(index < nodes - 1);
    for (let done = 0; done < exchanges; done += 1) {
      await step(run);
      onProgress?.();
    }
    const held = await run.held();
    await settle(run);
    return {campaign: 'exchange', seed, rounds: exchanges, ...(await judge(run, held))};
  } finally {
    for (const office of run.offices) office.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

async function judge(
  run: Run,
  held: ReadonlyMap<string, string>,
): Promise<Omit<Campaign, 'campaign' | 'seed' | 'rounds'>> {
  const gone = run.gone(held);
  const orphans = orphansOf(run.offices, gone);
  // What was erased is sent no more: whoever had not heard of it never does.
  const erased = new Set(run.offices.flatMap(office => office.erased()));
  run.faults.set('people erased', [...erased].filter(row => row.startsWith('recipient ')).length);
  const wanted = [...held].flatMap(([stamp, row]) => (orphans.has(stamp) || erased.has(row) ? [] : [stamp]));
  const first = must(run.offices[0]).state();
  const newest = await run.inForce();
  const atRegistry = (await run.registryLog()).map(([stamp]) => stamp);
  let lost = missing(wanted, new Set(atRegistry));
  let corrupt = (await run.registryTellsOf(erased)) ? 1 : 0;
  let whole = 0;
  for (const office of run.offices) {
    const lacks = missing(wanted, office.log());
    lost += lacks;
    if (!office.isSound()) corrupt += 1;
    const waits = office.aside().some(({change: {stamp}}) => !orphans.has(stamp));
    const isWhole = lacks === 0 && !waits && !office.tellsOfErased() && office.besideItsLog().length === 0;
    if (isWhole && office.state() === first && office.inForce() === newest) whole += 1;
  }
  return {
    faults: Object.fromEntries(run.faults),
    written: held.size,
    lost,
    // The log of a PC has each stamp once by its index; rows that were doubled show in the states, which are compared.
    doubled: atRegistry.length - new Set(atRegistry).size,
    corrupt,
    converged: `${whole} of ${run.offices.length}`,
    goneWithADisk: gone.size,
    orphans: orphans.size,
  };
}

function missing(wanted: readonly string[], there: {has(stamp: string): boolean}): number {
  return wanted.filter(stamp => !there.has(stamp)).length;
}

/**
 * What lies in quarantine because the row that it changes, or belongs to, is gone with a disk and only a stick still had this
 * of it. Nobody can make a row of it; it is shown with its reason, as it should be.
 */
function orphansOf(offices: readonly FaultyOffice[], gone: ReadonlyMap<string, string>): Set<string> {
  const rows = new Set(gone.values());
  const orphans = new Set<string>();
  for (const {change} of offices.flatMap(office => office.aside())) {
    const {recipient_id: parent}: {recipient_id?: unknown} = JSON.parse(change.patch);
    const causes = [`${change.table} ${change.rowId}`, `recipient ${String(parent)}`];
    const followsGone = change.base.some(stamp => gone.has(stamp) || orphans.has(stamp));
    if (followsGone || causes.some(row => rows.has(row))) orphans.add(change.stamp);
  }
  return orphans;
}

export function freshSeed(): string {
  return randomBytes(6).toString('hex');
}
