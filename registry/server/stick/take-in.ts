import {basename} from 'node:path';
import {syncBlobsOverFolder} from '../../lane/blob-folder.ts';
import {putAnswer, requestsIn} from '../../lane/enrolment-folder.ts';
import {LaneStop, type Problem} from '../../lane/outcome.ts';
import {allParcelFolders, diskStop, findChosen, findStick, parcelsIn, type Chosen} from '../../lane/stick-folder.ts';
import {readParcels, type Read} from '../../lane/stick-read.ts';
import {tidy, writeParcelFor} from '../../lane/stick-write.ts';
import {publicKeysOf} from '../../parcel/keys.ts';
import type {ExchangeError} from '../../protocol/errors.ts';
import type {ParcelHeader} from '../../protocol/header.ts';
import {enrolByProof, type TakenIn} from '../../store/enrolment.ts';
import {labelsOf, type Label} from '../../store/labels.ts';
import {Refusal} from '../../store/refusal.ts';
import type {Context} from '../context.ts';
import {stickBlobStore} from './blob-store.ts';
import {stickStore} from './stick-store.ts';

/**
 * The registry's end of a stick, behind the officer's page and the command line alike:
 *
 *   requests ─▶ taken in | refused          parcels for us ─▶ log | waits | refused          ─▶ an answer for each PC
 *
 * What is wrong with one file stops no other.
 */

/** What became of one file. */
export type FileOutcome =
  | {readonly kind: 'taken'; readonly accepted: number; readonly known: number; readonly quarantined: number}
  /** It begins behind what is known here: the answer says from where the PC is to go on. */
  | {readonly kind: 'waits'}
  | {readonly kind: 'for-another'}
  | {readonly kind: 'enrolled'}
  | {readonly kind: 'not-enrolled'; readonly problem: ExchangeError}
  | {readonly kind: 'refused'; readonly problem: Problem['code']};

export interface FileReport {
  readonly file: string;
  /** Node id; null: it cannot be read. */
  readonly from: string | null;
  readonly outcome: FileOutcome;
}

export interface StickReport {
  /** What the stick itself does not do; null: all was looked at. */
  readonly problem: Problem | null;
  readonly files: readonly FileReport[];
  /** PCs for which there is an answer: of their request, and a parcel. */
  readonly enrolled: readonly string[];
  readonly answered: readonly string[];
  /** Scans that are whole here now, and that stand on the stick now. */
  readonly scans: {readonly taken: number; readonly given: number};
  /** Who they are, by node id. */
  readonly labels: ReadonlyMap<string, Label>;
}

export type StickContext = Pick<Context, 'registry' | 'identity' | 'name' | 'program'>;

export interface TakeIn {
  readonly folder: string;
  /** Whether the answers are to stand on it afterwards, and what they make needless is to go. */
  readonly isAnswered: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Rejects with what the database says; what was taken in before stays. */
export async function takeInStick(context: StickContext, {folder, isAnswered, signal}: TakeIn): Promise<StickReport> {
  const files: FileReport[] = [];
  const answered = new Set<string>();
  const enrolled = new Set<string>();
  const scans = {taken: 0, given: 0};
  let problem: Problem | null = null;
  try {
    const stick = await findChosen(folder);
    for (const {file, to, hasData} of await takeRequests(context, stick, isAnswered)) {
      files.push(file);
      if (to !== undefined) enrolled.add(to);
      if (to !== undefined && hasData) answered.add(to);
    }
    const read = await takeParcels(context, stick, signal, files);
    for (const node of sendersOf(read)) answered.add(node);
    if (isAnswered) await answer(context, {stick, read, to: answered, signal});
    problem = await carryScans(context, {stick, to: answered, isAnswered, signal}, scans);
  } catch (error) {
    const cause = diskStop(error);
    if (!(cause instanceof LaneStop)) throw cause;
    ({problem} = cause);
  }
  const nodes = new Set([...files.flatMap(({from}) => from ?? []), ...enrolled, ...answered]);
  const labels = await labelsOf(context.registry.store, [...nodes]);
  return {problem, files, enrolled: [...enrolled], answered: [...answered], scans, labels};
}

interface TakenRequest {
  readonly file: FileReport;
  readonly to?: string;
  readonly hasData?: boolean;
}

async function takeRequests(context: StickContext, stick: Chosen, isAnswered: boolean): Promise<TakenRequest[]> {
  const taken: TakenRequest[] = [];
  for (const {path, request} of await requestsIn(stick.chosen)) {
    const file = basename(path);
    if (request === undefined) {
      taken.push({file: {file, from: null, outcome: {kind: 'refused', problem: 'altered'}}});
      continue;
    }
    const {ask, isProved} = request;
    const end = await enrolOne(context, ask, isProved);
    if (isAnswered) await putAnswer(stick, ask, 'problem' in end ? end : await enrolAnswer(context, end));
    const outcome: FileOutcome = 'problem' in end ? {kind: 'not-enrolled', problem: end.problem} : {kind: 'enrolled'};
    const report = {file, from: ask.node, outcome};
    taken.push('problem' in end ? {file: report} : {file: report, to: ask.node, hasData: end.hasData});
  }
  return taken;
}

async function enrolOne(
  {registry}: StickContext,
  ...[ask, isProved]: [Parameters<typeof enrolByProof>[1], Parameters<typeof enrolByProof>[2]]
): Promise<Awaited<ReturnType<typeof enrolByProof>> | {readonly problem: ExchangeError}> {
  try {
    return await enrolByProof(registry.store, ask, isProved, registry.now);
  } catch (error) {
    if (error instanceof Refusal) return {problem: error.code};
    throw error;
  }
}

/** What a PC that was taken in is told. */
export async function enrolAnswer(
  {identity, name}: StickContext,
  {hash, facility, hasData}: TakenIn & {readonly hash: string},
) {
  const keys = await publicKeysOf(identity.secrets);
  return {codeHash: hash, reply: {facility, hasData, registry: {node: identity.node, keys, name}}};
}

async function takeParcels(
  {registry, identity, program}: StickContext,
  {chosen}: Chosen,
  signal: AbortSignal | undefined,
  files: FileReport[],
): Promise<Read> {
  const folders = await allParcelFolders(chosen);
  const read: Read = {applied: [], refused: [], waiting: []};
  const {parcels} = await parcelsIn(folders);
  const from = new Map(parcels.map(({path, head}) => [basename(path), head.from]));
  const store = stickStore(registry, program);
  try {
    await readParcels(folders, {store, secrets: identity.secrets, signal, onIncoming: () => undefined}, read);
  } finally {
    for (const {path, header, incoming} of read.applied) {
      const {integrated: accepted, known, quarantined} = incoming;
      files.push({file: basename(path), from: header.from, outcome: {kind: 'taken', accepted, known, quarantined}});
    }
    for (const {path, head} of read.waiting) {
      files.push({file: basename(path), from: head.from, outcome: {kind: 'waits'}});
    }
    for (const {name, problem} of read.refused) {
      files.push({file: name, from: from.get(name) ?? null, outcome: {kind: 'refused', problem: problem.code}});
    }
    for (const {path, head} of parcels) {
      if (head.to === identity.node || head.from === identity.node) continue;
      files.push({file: basename(path), from: head.from, outcome: {kind: 'for-another'}});
    }
  }
  return read;
}

function sendersOf({applied, waiting}: Read): string[] {
  return [...applied.map(({header}) => header.from), ...waiting.map(({head}) => head.from)];
}

interface Answering {
  readonly stick: Chosen;
  readonly read: Read;
  readonly to: ReadonlySet<string>;
  readonly signal: AbortSignal | undefined;
}

async function answer(context: StickContext, {stick, read, to, signal}: Answering): Promise<void> {
  const {registry, identity, program} = context;
  const store = stickStore(registry, program);
  const writing = {store, secrets: identity.secrets, signal};
  const labels = await labelsOf(registry.store, [...to]);
  const written: ParcelHeader[] = [];
  for (const [node, {facilityId}] of labels) {
    written.push(await writeParcelFor(node, await findStick(stick.chosen, facilityId), writing));
  }
  await tidy(await allParcelFolders(stick.chosen), writing, {written, applied: read.applied});
}

/** Scans go after the records, as everywhere: what the stick has of those that the log speaks of, and what the PCs lack. */
async function carryScans(
  {registry}: StickContext,
  {stick, to, isAnswered, signal}: Omit<Answering, 'read'> & Pick<TakeIn, 'isAnswered'>,
  scans: {taken: number; given: number},
): Promise<Problem | null> {
  const byFacility = Map.groupBy(await labelsOf(registry.store, [...to]), ([, {facilityId}]) => facilityId);
  for (const [facility, nodes] of byFacility) {
    const partners = isAnswered ? nodes.map(([node]) => node) : [];
    const store = stickBlobStore(registry, facility);
    const {problem, tally} = await syncBlobsOverFolder({store, facility, folder: stick.chosen, partners, signal});
    scans.taken += tally.received;
    scans.given += tally.sent;
    if (problem !== null) return problem;
  }
  return null;
}
