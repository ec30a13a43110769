import type {FileHandle} from 'node:fs/promises';
import {open, readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {checkLength, readUpdateHead, updateEnd} from '../parcel/update-file.ts';
import {announcedUpdate, type AnnouncedUpdate} from '../protocol/update.ts';

/**
 * The update files that somebody has put into a folder of the registry. It hands them on as they are: whether they are to be believed, each
 * PC finds out by the signature. A head is read once for each file and each time that it changes.
 */
export class UpdateFolder {
  readonly #folder: string | undefined;
  readonly #known = new Map<string, {stamp: string; update: AnnouncedUpdate | undefined}>();

  /** Undefined: none is handed on. */
  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  async list(): Promise<AnnouncedUpdate[]> {
    if (this.#folder === undefined) return [];
    const names = await readdir(this.#folder).catch(() => [] as string[]);
    const wanted = names.filter(name => name.endsWith(updateEnd) && !name.startsWith('.')).toSorted();
    const found = await Promise.all(wanted.slice(0, 100).map(name => this.#look(name)));
    return found.filter(each => each !== undefined);
  }

  /** Undefined: no such file is handed on. */
  async find(name: string): Promise<{update: AnnouncedUpdate; open: () => Promise<FileHandle>} | undefined> {
    const update = (await this.list()).find(each => each.name === name);
    const folder = this.#folder;
    return update && folder !== undefined ? {update, open: () => open(join(folder, update.name), 'r')} : undefined;
  }

  async #look(name: string): Promise<AnnouncedUpdate | undefined> {
    const file = join(this.#folder ?? '', name);
    const stats = await stat(file).catch(() => undefined);
    if (stats === undefined) return undefined;
    const stamp = `${stats.size} ${stats.mtimeMs}`;
    const known = this.#known.get(name);
    if (known?.stamp === stamp) return known.update;
    const update = await readHead(file, name, stats.size);
    this.#known.set(name, {stamp, update});
    return update;
  }
}

/** Undefined: it is none, or is still being copied there. */
async function readHead(file: string, name: string, size: number): Promise<AnnouncedUpdate | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const head = await readUpdateHead(handle, undefined);
    await checkLength(handle, head);
    const {version, system, architecture, packaging} = head.header;
    return announcedUpdate.parse({name, size, version, system, architecture, packaging});
  } catch {
    return undefined;
  } finally {
    await handle?.close();
  }
}
