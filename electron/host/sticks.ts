import {readdir, stat} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';

/**
 * Folders that look like a stick, for a person to choose from: what is mounted where systems mount sticks. A help, never a
 * limit: any folder may be named. What cannot be looked at is left out; a network drive that hangs is not waited for.
 */
export async function findSticks(): Promise<string[]> {
  return sticksIn(usualPlaces);
}

export async function sticksIn(places: Places): Promise<string[]> {
  const looking = process.platform === 'win32' ? drives() : mounts(places);
  const found = await Promise.race([looking.catch(() => []), sleep(longestLook, [] as string[], {ref: false})]);
  return found.toSorted((one, other) => (one < other ? -1 : 1)).slice(0, mostSticks);
}

interface Places {
  /** In each of its folders stands a stick, or a folder of a person with sticks in it. */
  readonly ofPeople: readonly string[];
  /** In it stand sticks. */
  readonly ofAll: readonly string[];
}

const usualPlaces: Places = {ofPeople: ['/media', '/run/media'], ofAll: ['/mnt', '/Volumes']};

/** Milliseconds. */
const longestLook = 1_000;
const mostSticks = 20;

/** C: is the PC itself, A: and B: are of another time. */
async function drives(): Promise<string[]> {
  const letters = Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', letter => `${letter}:\\`);
  return only(letters, isThere);
}

async function mounts({ofPeople, ofAll}: Places): Promise<string[]> {
  const people = await inAll(ofPeople);
  return only([...people, ...(await inAll(people)), ...(await inAll(ofAll))], isMountPoint);
}

async function inAll(folders: readonly string[]): Promise<string[]> {
  return (await Promise.all(folders.map(foldersIn))).flat();
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, {withFileTypes: true});
    return entries.filter(entry => entry.isDirectory()).map(entry => join(folder, entry.name));
  } catch {
    return [];
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    stats => stats.isDirectory(),
    () => false,
  );
}

/** Another disk than the folder that it stands in. */
async function isMountPoint(path: string): Promise<boolean> {
  try {
    const [own, above] = await Promise.all([stat(path), stat(dirname(path))]);
    return own.dev !== above.dev;
  } catch {
    return false;
  }
}

async function only(paths: readonly string[], check: (path: string) => Promise<boolean>): Promise<string[]> {
  const checked = await Promise.all(paths.map(async path => ((await check(path)) ? [path] : [])));
  return checked.flat();
}
