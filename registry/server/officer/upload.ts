import {createWriteStream} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import type {Readable} from 'node:stream';
import {enrolmentFolder} from '../../lane/stick-folder.ts';
import {Busboy, type BusboyFileStream, type BusboyHeaders} from '@fastify/busboy';

/**
 * The files of a stick as a form sends them, one or a whole folder, written to a folder of ours as they come: nothing is held
 * in memory but a piece. What is none of Tirek's on the stick is passed over.
 */

/** Files in one form: a folder of a facility has a parcel or two for each PC, and its scans. */
const mostFiles = 20_000;
const largestFile = 2 ** 32;

export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: number;
}

/**
 * `isAllowed`: of the fields that stand before the first file. Rejects with what it throws, with what the disk says, and
 * where the form is none or is cut.
 */
export async function takeUpload(
  body: Readable,
  headers: BusboyHeaders,
  folder: string,
  isAllowed: (fields: Readonly<Record<string, string>>) => void,
): Promise<Upload> {
  const fields: Record<string, string> = {};
  const writing: Promise<void>[] = [];
  let files = 0;
  const parser = new Busboy({
    headers,
    preservePath: true,
    limits: {files: mostFiles, fileSize: largestFile, fields: 20, fieldSize: 1_000, fieldNameSize: 100},
  });
  parser.on('field', (name, value) => void (fields[name] = value));
  parser.on('file', (_name, file, path) => {
    const work = keep(file, path);
    writing.push(work);
    work.catch((error: unknown) => parser.destroy(error instanceof Error ? error : new Error('upload')));
  });

  async function keep(file: BusboyFileStream, path: string): Promise<void> {
    isAllowed(fields);
    const place = placeOf(path);
    if (place === undefined) return void file.resume();
    files += 1;
    const into = join(folder, ...place.folders);
    await mkdir(into, {recursive: true});
    await pipeline(file, createWriteStream(join(into, place.name)));
  }

  await pipeline(body, parser);
  await Promise.all(writing);
  isAllowed(fields);
  return {fields, files};
}

const fileShape = /^[\p{L}\p{N} ()._-]{1,200}\.(tirek|json)$/iu;
const facilityShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const blobShape = /^[0-9a-f]{64}$/;
/** Like the folder of a facility, so that a file that was chosen by itself counts whatever it is called. */
const single = '00000000-0000-0000-0000-000000000000';

/** Where a file belongs, from the end of its path alone; undefined: none of ours. Nothing of it leaves the folder. */
function placeOf(path: string): {folders: readonly string[]; name: string} | undefined {
  const parts = path.split(/[/\\]/u);
  const [name = '', above = '', top = ''] = parts.toReversed();
  if (above === 'blobs' && facilityShape.test(top) && blobShape.test(name)) {
    return {folders: ['Tirek', top, above], name};
  }
  if (name.startsWith('.') || !fileShape.test(name)) return undefined;
  if (name.toLowerCase().endsWith('.json')) return {folders: ['Tirek', enrolmentFolder], name};
  return {folders: ['Tirek', facilityShape.test(above) ? above : single], name};
}
