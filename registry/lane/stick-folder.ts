import {mkdir, readdir, readFile, stat} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {peekParcelFile} from '../parcel/open.ts';
import type {ParcelHead} from '../parcel/layout.ts';
import {isDiskError, ParcelError, type DiskError} from '../parcel/parcel-error.ts';
import {stop, type Problem} from './outcome.ts';

/**
 * What stands on a stick:
 *
 *   <chosen folder>/Tirek/enrolment/<node>.<request|answer>.json     a PC that a registry takes in (enrolment-folder.ts)
 *   <chosen folder>/Tirek/<facility>/<from>-<to>-<number>.tirek      parcels
 *                                    .<…>.part                       being written, or cut: never read
 *                                    blobs/<name>                    files, covered (blob-cover.ts)
 *
 * A name is for people; what counts is the head of the file. Whoever saves an answer of the registry by hand may put it
 * anywhere between the chosen folder and that of the facility.
 */

const top = 'Tirek';
const parcelEnd = '.tirek';
const partEnd = '.part';
export const blobFolder = 'blobs';
export const enrolmentFolder = 'enrolment';

/** The folder of a facility. People choose the stick, or what they see on it. */
function facilityFolder(chosen: string, facility: string): string {
  if (basename(chosen) === facility && basename(dirname(chosen)) === top) return chosen;
  return basename(chosen) === top ? join(chosen, facility) : join(chosen, top, facility);
}

/** Whether other facilities have folders beside ours. */
export async function hasOtherFacilities({folder}: Stick): Promise<boolean> {
  const beside = await entries(dirname(folder));
  const own = [basename(folder), enrolmentFolder];
  return beside.some(entry => entry.isDirectory() && !own.includes(entry.name) && !entry.name.startsWith('.'));
}

/** The folder with all that Tirek keeps on a stick. */
function topFolder(chosen: string): string {
  const above = [chosen, dirname(chosen)].find(folder => basename(folder) === top);
  return above ?? join(chosen, top);
}

/** Where parcels for a facility may lie. */
export function parcelFolders({chosen, folder}: Pick<Stick, 'chosen' | 'folder'>): string[] {
  const folders = [folder];
  for (let level = folder; level !== chosen; level = dirname(level)) folders.push(dirname(level));
  return folders;
}

/** The same for whoever serves many facilities. */
export async function allParcelFolders(chosen: string): Promise<string[]> {
  const home = topFolder(chosen);
  const inside = await entries(home);
  const own = inside.filter(({name}) => name !== enrolmentFolder && name !== blobFolder && !name.startsWith('.'));
  const facilities = own.filter(entry => entry.isDirectory()).map(({name}) => join(home, name));
  return [...new Set([...facilities, home, chosen])];
}

export function parcelName({from, to, number}: ParcelHead, copy = 0): string {
  return `${from}-${to}-${String(number).padStart(8, '0')}${copy === 0 ? '' : `-${copy}`}${parcelEnd}`;
}

/** What else ends so: the file of a hand-over. */
const parcelShape = /^[0-9a-f]{16}-[0-9a-f]{16}-\d+.*\.tirek$/iu;
const facilityShape = /^[0-9a-f]{8}-[0-9a-f]{4}-/u;

/** What a file is called while it is written. */
export function partName(name: string): string {
  return `.${name}${partEnd}`;
}

/** Parts that a node has begun and not brought to an end. */
export async function partsOf(folder: string, node: string): Promise<string[]> {
  const names = (await entries(folder)).filter(entry => entry.isFile()).map(entry => entry.name);
  return names.filter(name => name.startsWith(`.${node}-`) && name.endsWith(partEnd)).map(name => join(folder, name));
}

export interface FoundParcel {
  readonly path: string;
  /** Unproven. */
  readonly head: ParcelHead;
}

/** A file of the folder that was not taken in, and why. */
export interface Refused {
  /** Of the file, as it stands on the stick. */
  readonly name: string;
  readonly problem: Problem;
}

/** The parcels of folders by sender and number, and what is called a parcel and is none. A folder that is not there is empty. */
export async function parcelsIn(folders: readonly string[]): Promise<{parcels: FoundParcel[]; refused: Refused[]}> {
  const parcels: FoundParcel[] = [];
  const refused: Refused[] = [];
  for (const path of (await Promise.all(folders.map(parcelPaths))).flat()) {
    try {
      parcels.push({path, head: await peekParcelFile(path)});
    } catch (error) {
      refused.push({name: basename(path), problem: await fileProblem(error, dirname(path))});
    }
  }
  parcels.sort((a, b) => compare(a.head.from, b.head.from) || a.head.number - b.head.number || compare(a.path, b.path));
  return {parcels, refused};
}

async function parcelPaths(folder: string): Promise<string[]> {
  const isOurs = facilityShape.test(basename(folder));
  const names = (await entries(folder)).filter(entry => entry.isFile()).map(({name}) => name);
  return (
    names
      // A Mac writes such a shadow beside each file.
      .filter(name => !name.startsWith('.') && name.toLowerCase().endsWith(parcelEnd))
      .filter(name => isOurs || parcelShape.test(name))
      .map(name => join(folder, name))
  );
}

function compare(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

/** The small files of the folders whose names are wanted; what cannot be read is left out. */
export async function smallFilesIn(
  folders: readonly string[],
  wanted: RegExp,
  most: number,
): Promise<{path: string; bytes: Uint8Array}[]> {
  const found: {path: string; bytes: Uint8Array}[] = [];
  for (const folder of folders) {
    for (const entry of await entries(folder)) {
      if (!entry.isFile() || !wanted.test(entry.name)) continue;
      const path = join(folder, entry.name);
      const {size} = await stat(path);
      if (size <= most) found.push({path, bytes: await readFile(path)});
    }
  }
  return found;
}

/** Where the files of an enrolment may lie. */
export function enrolmentFolders(chosen: string): string[] {
  const home = topFolder(chosen);
  return [...new Set([join(home, enrolmentFolder), home, chosen])];
}

async function entries(folder: string) {
  try {
    return await readdir(folder, {withFileTypes: true});
  } catch (error) {
    if (isDiskError(error) && error.code === 'ENOENT') return [];
    throw diskStop(error);
  }
}

/** A chosen folder, and the disk that it was on when it was chosen. */
export interface Chosen {
  readonly chosen: string;
  readonly device: number;
}

export interface Stick extends Chosen {
  /** The folder of our facility, which may not be there yet. */
  readonly folder: string;
}

export async function findStick(folder: string, facility: string): Promise<Stick> {
  const found = await findChosen(folder);
  return {...found, folder: facilityFolder(found.chosen, facility)};
}

/** Throws `LaneStop` unless the chosen folder is there: it is never made, for a stick that is not there has none. */
export async function findChosen(folder: string): Promise<Chosen> {
  const chosen = resolve(folder);
  let isFolder: boolean;
  let device: number;
  try {
    const stats = await stat(chosen);
    [isFolder, device] = [stats.isDirectory(), stats.dev];
  } catch (error) {
    throw stop('no-folder', isDiskError(error) ? error.code : 'unknown');
  }
  if (!isFolder) throw stop('no-folder', 'it is no folder');
  return {chosen, device};
}

/**
 * Where a stick was pulled out, an empty folder of its name may stay behind, on the disk of the PC. Nothing is to be
 * written there. Throws `LaneStop`.
 */
export async function checkStick({chosen, device}: Chosen): Promise<void> {
  const stats = await stat(chosen).catch(() => undefined);
  if (stats?.dev !== device) throw stop('pulled-out', 'another disk, or none');
}

/** The folder of our facility, or one in it; never the chosen one, nor what it stands in. */
export async function makeFolder(stick: Stick, name?: string): Promise<string> {
  const levels: string[] = name === undefined ? [] : [join(stick.folder, name)];
  for (let level = stick.folder; level !== stick.chosen; level = dirname(level)) levels.unshift(level);
  await makeLevels(stick, levels);
  return levels.at(-1) ?? stick.folder;
}

export async function makeEnrolmentFolder(stick: Chosen): Promise<string> {
  const home = topFolder(stick.chosen);
  const folder = join(home, enrolmentFolder);
  await makeLevels(stick, [home, folder]);
  return folder;
}

async function makeLevels(stick: Chosen, levels: readonly string[]): Promise<void> {
  await checkStick(stick);
  for (const level of levels) {
    try {
      await mkdir(level);
    } catch (error) {
      if (!isDiskError(error) || error.code !== 'EEXIST') throw error;
    }
  }
}

/**
 * What is wrong with one file, where the others may still be read. Throws `LaneStop` where the stick is gone, and what is
 * neither of a parcel nor of a disk as it is.
 */
export async function fileProblem(cause: unknown, folder: string): Promise<Problem> {
  if (cause instanceof ParcelError) return {code: cause.code, by: 'us', detail: cause.detail};
  if (!isDiskError(cause)) throw cause;
  const isThere = await isReadable(folder);
  if (!isThere || isGone(cause)) throw stop('pulled-out', cause.code);
  return {code: 'unreadable', by: 'us', detail: cause.code};
}

async function isReadable(folder: string): Promise<boolean> {
  try {
    await readdir(folder);
    return true;
  } catch {
    return false;
  }
}

function isGone({code}: DiskError): boolean {
  return code === 'ENODEV' || code === 'ENXIO' || code === 'ENOTCONN';
}

/** What the disk said, as the end of the lane; anything else as it is. */
export function diskStop(error: unknown): unknown {
  if (!isDiskError(error)) return error;
  const {code} = error;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return stop('full', code);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return stop('read-only', code);
  if (code === 'ENOENT' || isGone(error)) return stop('pulled-out', code);
  return stop('unreadable', code);
}
