import {readdirSync, statSync} from 'node:fs';
import {open, rename, rm} from 'node:fs/promises';
import {basename, join, relative, sep} from 'node:path';
import {assert} from '../../domain/assert.ts';
import type {Text} from '../../domain/text.ts';
import {measurePart, writeUpdate, type UpdateSource} from '../../registry/parcel/update-file.ts';
import type {Packaging, UpdateHeader} from '../../registry/protocol/update.ts';

export interface Release extends Pick<UpdateHeader, 'version' | 'oldest' | 'schema' | 'architecture'> {
  /** An installer, or the folder of an unpacked program. */
  readonly from: string;
  readonly to: string;
  /** Ed25519, PKCS #8, base64url. */
  readonly secret: string;
  readonly news: Text;
  readonly madeAt: string;
}

/** Makes an update file; what is there under its name is replaced only by a whole one. */
export async function signUpdate({from, to, secret, ...said}: Release): Promise<void> {
  const packaging = packagingOf(from);
  const sources = packaging === 'folder' ? await partsIn(from) : [await measurePart(from, basename(from), true)];
  const part = `${to}.part`;
  const handle = await open(part, 'w');
  try {
    const system = packaging === 'nsis' ? 'win32' : 'linux';
    await writeUpdate(handle, {...said, system, packaging}, {sources, secret: {sign: secret}});
    await handle.sync();
  } catch (error) {
    await rm(part, {force: true});
    throw error;
  } finally {
    await handle.close();
  }
  await rename(part, to);
}

function packagingOf(from: string): Packaging {
  if (statSync(from).isDirectory()) return 'folder';
  const packaging = ({exe: 'nsis', AppImage: 'appimage', deb: 'deb'} as const)[from.split('.').at(-1) ?? ''];
  assert(packaging !== undefined, 'an installer is an .exe, an .AppImage or a .deb');
  return packaging;
}

async function partsIn(folder: string): Promise<UpdateSource[]> {
  const parts: UpdateSource[] = [];
  for (const entry of readdirSync(folder, {withFileTypes: true, recursive: true})) {
    if (entry.isDirectory()) continue;
    assert(entry.isFile(), 'a program is made of files and folders alone');
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    parts.push(await measurePart(file, path, (statSync(file).mode & 0o111) !== 0));
  }
  return parts;
}
