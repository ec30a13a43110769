import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import {languages, type Language} from '../../domain/text.ts';
import {writeAtomically} from './atomic-file.ts';

/** What must be known before anybody signs in: nothing but the language of the screen. */
const preferences = z.object({language: z.enum(languages).nullable()});

export function readLanguage(folder: string): Language | null {
  const file = join(folder, 'preferences.json');
  if (!existsSync(file)) return null;
  try {
    return preferences.parse(JSON.parse(readFileSync(file, 'utf8'))).language;
  } catch {
    // A damaged choice is asked again.
    return null;
  }
}

export function writeLanguage(folder: string, language: Language): void {
  writeAtomically(join(folder, 'preferences.json'), `${JSON.stringify({language})}\n`);
}
