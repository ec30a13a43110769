import {existsSync, readdirSync, renameSync, rmSync, statSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {join} from 'node:path';
import type {ReadableDb} from '../../../db/connection.ts';
import {nodeOf, secretsOf} from '../../../db/exchange/identity.ts';
import {reachable} from '../../../db/exchange/partners.ts';
import {compareVersions} from '../../../domain/version.ts';
import {LaneStop, stop} from '../../../registry/lane/outcome.ts';
import {updateEnd} from '../../../registry/parcel/update-file.ts';
import {jsonType, parcelType, paths} from '../../../registry/parcel/wire.ts';
import {announcedUpdates, type AnnouncedUpdate, type Installed} from '../../../registry/protocol/update.ts';
import {accept, parse, shortAnswer} from '../../exchange/answer.ts';
import {makeHttp} from '../../exchange/http.ts';
import {patiently, realWait} from '../../exchange/patience.ts';
import {makeSignedFetch, type SignedFetch} from '../../exchange/signed-fetch.ts';
import type {FetchedUpdate} from '../../handlers/update-port.ts';
import {makeFolder} from '../make-folder.ts';
import {updateProblemOf} from './problems.ts';

export interface FetchOptions {
  readonly db: ReadableDb;
  readonly installed: Installed;
  /** Where the file is to lie. */
  readonly folder: string;
  readonly now: () => number;
  readonly onProgress: (share: number) => void;
}

/** Bytes in one request: a minute on an old mobile line. */
const chunk = 1024 * 1024;

/**
 * Brings the newest update that the registry has for this program here, piece by piece, and goes on where a broken line has stopped it.
 * The registry is believed in nothing: what came is looked at like a file from a stick.
 */
export async function fetchUpdate(options: FetchOptions): Promise<FetchedUpdate> {
  const {db, installed, folder, now, onProgress} = options;
  const [registry, secrets] = [reachable(db), secretsOf(db)];
  if (registry === undefined || secrets === undefined) return 'no-registry';
  const http = makeHttp({certificate: registry.certificate ?? undefined});
  const fetch = makeSignedFetch({url: registry.url, node: nodeOf(db), secrets, fetch: http.fetch, now});
  try {
    const wanted = await newest(fetch, installed);
    if (wanted === undefined) return 'none';
    makeFolder(folder);
    dropOthers(folder, wanted.name);
    if (existsSync(join(folder, wanted.name))) return 'fetched';
    await bring(fetch, wanted, folder, onProgress);
    return 'fetched';
  } catch (error) {
    if (error instanceof LaneStop) return 'offline';
    return updateProblemOf(error) === 'full' ? 'full' : 'failing';
  } finally {
    http.close();
  }
}

async function newest(fetch: SignedFetch, installed: Installed): Promise<AnnouncedUpdate | undefined> {
  const answer = await fetch({method: 'GET', path: paths.updates, most: shortAnswer});
  // A registry of before hands out none.
  if (answer.status === 404) return undefined;
  accept(answer, {statuses: [200], type: jsonType});
  const told = announcedUpdates.safeParse(parse(answer.body));
  if (!told.success) throw stop('not-understood', 'updates', 'them');
  return told.data.updates
    .filter(({system, architecture}) => system === installed.system && architecture === installed.architecture)
    .filter(
      ({packaging, version}) => packaging === installed.packaging && compareVersions(version, installed.version) > 0,
    )
    .toSorted((one, other) => compareVersions(other.version, one.version))[0];
}

async function bring(
  fetch: SignedFetch,
  {name, size}: AnnouncedUpdate,
  folder: string,
  onProgress: (share: number) => void,
): Promise<void> {
  const part = partOf(folder, name);
  const held = existsSync(part) ? statSync(part).size : 0;
  const handle = await open(part, held > size ? 'w' : 'a');
  try {
    for (let at = held > size ? 0 : held; at < size;) {
      const last = Math.min(at + chunk, size) - 1;
      const bytes = await patiently(() => piece(fetch, {name, at, last, size}), {signal: undefined, wait: realWait});
      await handle.writeFile(bytes);
      at += bytes.length;
      onProgress(at / size);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  renameSync(part, join(folder, name));
}

async function piece(
  fetch: SignedFetch,
  {name, at, last, size}: {name: string; at: number; last: number; size: number},
): Promise<Uint8Array> {
  const headers = {range: `bytes=${at}-${last}`};
  const answer = await fetch({method: 'GET', path: paths.update(name), headers, most: chunk});
  accept(answer, {statuses: [206, 200], type: parcelType});
  const isAsked = answer.headers['content-range'] === `bytes ${at}-${last}/${size}` || last - at + 1 === size;
  if (!isAsked || answer.body.length !== last - at + 1) throw stop('not-understood', 'another range', 'them');
  return answer.body;
}

const partOf = (folder: string, name: string): string => join(folder, `.${name}.part`);

/** One is enough; what was begun of another is worth nothing. */
function dropOthers(folder: string, name: string): void {
  for (const other of readdirSync(folder)) {
    const isOurs = other.endsWith(updateEnd) || other.endsWith(`${updateEnd}.part`);
    if (isOurs && other !== name && other !== `.${name}.part`) rmSync(join(folder, other), {force: true});
  }
}
