import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import {writeAtomically} from '../atomic-file.ts';

/** What this PC must know of its last update when another version of the program runs. */
const memory = z.object({
  /** The version that was to be put in place. */
  to: z.string(),
  /** The version that it replaced, and the version of its database. */
  from: z.string(),
  schema: z.int(),
  replacedAt: z.string(),
  /** Made just before. */
  backup: z.object({folder: z.string(), name: z.string()}),
  /** A person has gone back since. */
  isUndone: z.boolean().default(false),
});
export type UpdateMemory = z.output<typeof memory>;

const fileIn = (folder: string): string => join(folder, 'update.json');

export function readUpdateMemory(folder: string): UpdateMemory | undefined {
  try {
    if (existsSync(fileIn(folder))) return memory.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    // Without it nobody can go back by one click; the program and the data are not touched by that.
  }
  return undefined;
}

export function writeUpdateMemory(folder: string, remembered: UpdateMemory): void {
  writeAtomically(fileIn(folder), `${JSON.stringify(remembered)}\n`);
}
