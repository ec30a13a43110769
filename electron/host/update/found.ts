import {open, readdir, type FileHandle} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {whyUnfit, type Installed} from '../../../registry/protocol/update.ts';
import {checkLength, readUpdateHead, updateEnd, type UpdateHead} from '../../../registry/parcel/update-file.ts';
import type {FoundUpdateView} from '../../contract/update.ts';
import {updateProblemOf} from './problems.ts';

export interface Taker {
  readonly installed: Installed;
  readonly publisherKey: string;
}

/** The folder itself, and what Tirek makes on a stick. */
const places = ['.', 'Tirek'];
const mostFiles = 20;
/** Milliseconds: a drive that hangs holds nothing up. */
const longestLook = 5_000;

/** Update files in and around a folder, by name; one that is for nobody here too, so that it is said why. */
export async function updatesAround(folder: string, taker: Taker): Promise<FoundUpdateView[]> {
  const looking = Promise.all(places.map(place => updatesIn(join(folder, place), taker)));
  return (await Promise.race([looking, sleep(longestLook, [], {ref: false})])).flat();
}

async function updatesIn(folder: string, taker: Taker): Promise<FoundUpdateView[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const wanted = names.filter(name => name.endsWith(updateEnd) && !name.startsWith('.')).toSorted();
  return Promise.all(wanted.slice(0, mostFiles).map(name => lookAt(folder, name, taker)));
}

async function lookAt(folder: string, name: string, taker: Taker): Promise<FoundUpdateView> {
  const unread = {folder, name, size: 0, said: null};
  let handle: FileHandle | undefined;
  try {
    handle = await open(join(folder, name), 'r');
    const {size} = await handle.stat();
    const head = await readUpdateHead(handle, taker.publisherKey);
    const said = sayingOf(head);
    try {
      await checkLength(handle, head);
    } catch (error) {
      return {folder, name, size, said, problem: updateProblemOf(error)};
    }
    return {folder, name, size, said, problem: whyUnfit(head.header, taker.installed)};
  } catch (error) {
    return {...unread, problem: updateProblemOf(error)};
  } finally {
    await handle?.close();
  }
}

function sayingOf({header: {version, madeAt, news}}: UpdateHead): NonNullable<FoundUpdateView['said']> {
  return {version, madeAt, news};
}
