import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openDatabase} from '../../db/connection.ts';
import {must} from '../../domain/assert.ts';
import {makeRandom, type Random} from '../../electron/demo/random.ts';
import {readKeyring} from '../../electron/host/keyring.ts';
import {openVault} from '../../electron/host/vault.ts';
import {mountSmallDisk} from '../support/small-disk.ts';
import type {Campaign} from './campaign.ts';
import {Desk} from './desk.ts';
import {Ledger} from './ledger.ts';
import {letPass} from '../support/time.ts';

/**
 * The built program is killed at any moment while several hands write, or its disk is full or cannot be written. What was
 * answered must be there afterwards, once; what was not answered is there whole or not at all, and may be asked for again.
 */

export const powerFaults = ['kills', 'full-disk', 'read-only'] as const;
export type PowerFault = (typeof powerFaults)[number];

const account = {name: 'Басшы', password: 'ұзын құпия сөйлем'};
/** So many write at the same time. */
const hands = 4;
/** Milliseconds after which the power goes at the latest. */
const longest = 400;
/** A whole check of the files after so many rounds. */
const checkEvery = 25;
const megabytes = 48;

interface Options {
  readonly fault: PowerFault;
  readonly rounds: number;
  readonly seed: string;
  readonly onProgress?: () => void;
}

export async function powerCampaign(options: Options): Promise<Campaign> {
  const disk = options.fault === 'kills' ? undefined : mountSmallDisk(megabytes);
  const folder = disk?.folder ?? mkdtempSync(join(tmpdir(), 'tirek-power-'));
  try {
    return await new Run(options, folder, disk).through();
  } finally {
    disk?.unmount();
    rmSync(folder, {recursive: true, force: true});
  }
}

class Run {
  readonly #options: Options;
  readonly #folder: string;
  readonly #disk: ReturnType<typeof mountSmallDisk> | undefined;
  readonly #random: Random;
  readonly #ledger: Ledger;
  readonly #faults = new Map<string, number>();
  #corrupt = 0;

  constructor(options: Options, folder: string, disk: ReturnType<typeof mountSmallDisk> | undefined) {
    this.#options = options;
    this.#folder = folder;
    this.#disk = disk;
    this.#random = makeRandom(options.seed);
    this.#ledger = new Ledger();
  }

  async through(): Promise<Campaign> {
    const {rounds, seed, fault, onProgress} = this.#options;
    await this.#setUp();
    for (let round = 1; round <= rounds; round += 1) {
      await (fault === 'kills' ? this.#killed() : this.#starved());
      if (round % checkEvery === 0 || round === rounds) await this.#checkFiles();
      onProgress?.();
    }
    const desk = await this.#signIn();
    await this.#ledger.verifyAll(desk);
    await desk.close();
    const {written, lost, doubled, refusedWrongly} = this.#ledger;
    if (refusedWrongly > 0) this.#count('answered with the wrong words', refusedWrongly);
    const sound = lost + doubled + refusedWrongly + this.#corrupt === 0;
    return {
      campaign: fault,
      seed,
      rounds,
      faults: Object.fromEntries(this.#faults),
      written,
      lost,
      doubled,
      corrupt: this.#corrupt,
      converged: sound ? '1 of 1' : '0 of 1',
      goneWithADisk: 0,
      orphans: 0,
    };
  }

  #count(fault: string, times = 1): void {
    this.#faults.set(fault, (this.#faults.get(fault) ?? 0) + times);
  }

  async #setUp(): Promise<void> {
    const desk = await Desk.open(this.#folder);
    const ask = async (area: string, name: string, input: unknown): Promise<void> => {
      const reply = await desk.call(area, name, input, `set-up-${area}-${name}`);
      if (reply?.ok !== true) throw new Error(`${area}.${name} was not answered: ${JSON.stringify(reply)}`);
    };
    await ask('session', 'createAccount', account);
    await ask('facility', 'save', {
      seen: null,
      type: 'stationary',
      name: {kk: '«Тірек» орталығы', ru: 'Центр «Тирек»'},
      place: {kk: 'Қызылорда қаласы', ru: 'город Кызылорда'},
      headStaffId: null,
    });
    await ask('facility', 'setSetupStep', {step: 'done'});
    await desk.close();
  }

  /** Opens and signs in; what was not answered the last time is asked for again, under the same id. */
  async #signIn(): Promise<Desk> {
    const desk = await Desk.open(this.#folder);
    const reply = await desk.call('session', 'signIn', account, `sign-in-${this.#random.int(1, 1_000_000_000)}`);
    if (reply?.ok !== true) {
      this.#corrupt += 1;
      throw new Error(`nobody comes in any more: ${JSON.stringify(reply)}`);
    }
    await this.#ledger.settle(desk);
    return desk;
  }

  async #killed(): Promise<void> {
    if (this.#random.percent(15)) {
      this.#count('killed while starting');
      const starting = Desk.open(this.#folder).catch(() => undefined);
      await letPass(this.#random.int(0, longest), 'the power fails at any moment');
      // Whatever it has come to by now.
      await (await starting)?.kill();
      return;
    }
    const desk = await this.#signIn();
    await this.#ledger.verifySome(desk, this.#random);
    const writing = Array.from({length: hands}, () => this.#write(desk, () => true));
    await letPass(this.#random.int(0, longest), 'the power fails at any moment');
    await desk.kill();
    this.#count('killed while writing');
    await Promise.all(writing);
  }

  /** The disk fills up, or the folder cannot be written, while the program is open or before it is. */
  async #starved(): Promise<void> {
    const disk = must(this.#disk);
    const {fault} = this.#options;
    if (fault === 'full-disk') {
      const desk = await this.#signIn();
      await this.#writeSome(desk, 8);
      // Pages of 4 KiB: sometimes not one, sometimes room for a while.
      disk.fill(this.#random.int(0, 200) * 4096);
      this.#count('disk full');
      await this.#writeUntilRefused(desk, 'full');
      disk.clear();
      await this.#ledger.settle(desk);
      await this.#ledger.verifySome(desk, this.#random);
      await desk.close();
      return;
    }
    disk.readOnly(true);
    this.#count('folder read-only');
    const desk = await Desk.open(this.#folder);
    const state = await desk.call('session', 'state', {}, 'only-looking');
    if (state?.ok !== true || (state.value as {problem: string | null}).problem !== 'read-only') this.#ledger.wrong();
    await desk.close();
    disk.readOnly(false);
    const again = await this.#signIn();
    await this.#writeSome(again, 12);
    await this.#ledger.verifySome(again, this.#random);
    await again.close();
  }

  async #writeUntilRefused(desk: Desk, detail: string): Promise<void> {
    let isRefused = false;
    let calls = 0;
    const goOn = (): boolean => !isRefused && (calls += 1) < 400;
    await Promise.all(
      Array.from({length: hands}, () =>
        this.#write(desk, goOn, reply => {
          isRefused = true;
          if (reply.code !== 'storage' || reply.detail !== detail) this.#ledger.wrong();
        }),
      ),
    );
    if (isRefused) this.#count('refused with its reason');
  }

  #writeSome(desk: Desk, count: number): Promise<void> {
    let left = count;
    return this.#write(desk, () => (left -= 1) >= 0);
  }

  async #write(
    desk: Desk,
    goOn: () => boolean,
    onRefused?: (failure: {code: string; detail?: string}) => void,
  ): Promise<void> {
    while (goOn()) {
      const reply = await this.#ledger.carryOut(desk, this.#ledger.next(this.#random));
      if (reply === undefined) return;
      if (!reply.ok) onRefused?.(reply.error);
    }
  }

  /** With the key itself, while nobody has the files. */
  async #checkFiles(): Promise<void> {
    const read = readKeyring(this.#folder);
    const ring = read.found === 'keyring' ? read.keyring : undefined;
    const opened = ring && (await openVault(ring, must(ring.accounts[0]).id, account.password));
    if (opened === undefined) {
      this.#corrupt += 1;
      return;
    }
    const connection = openDatabase({
      file: join(this.#folder, 'tirek.db'),
      key: opened.key,
      node: opened.ring.installation,
      now: Date.now,
    });
    const {readable} = connection;
    const check = readable.prepare<{integrity_check: string}>('PRAGMA integrity_check').get();
    const broken = readable.prepare<{count: number}>('SELECT count(*) AS count FROM pragma_foreign_key_check').get();
    connection.close();
    if (check?.integrity_check !== 'ok' || broken?.count !== 0) this.#corrupt += 1;
  }
}
