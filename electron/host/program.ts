import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';

const about = z.object({version: z.string(), publisherKey: z.string().optional()});
export type Program = z.output<typeof about>;

/** What the program is, as it was packed: electron-builder writes it into the archive. `built`: where main/ lies. */
export function readProgram(built: string): Program {
  return about.parse(JSON.parse(readFileSync(join(built, '..', 'package.json'), 'utf8')));
}
