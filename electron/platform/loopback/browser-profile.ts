import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {writeAtomically} from '../../host/atomic-file.ts';
import {makeFolder} from '../../host/make-folder.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * What a browser would keep of what is typed, in files that are not ours: passwords, addresses, names of fields and their
 * values. No switch of the command line turns these off.
 */
const keptByNobody: Json = {
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  profile: {password_manager_enabled: false},
  autofill: {enabled: false, profile_enabled: false, credit_card_enabled: false},
  search: {suggest_enabled: false},
  translate: {enabled: false},
  browser: {enable_spellchecking: false},
};

/**
 * A profile of its own for the window, so that no history, extensions or saved passwords of somebody's browser meet
 * personal data. Written before each start: the browser keeps what it finds, and adds its own. What cannot be written is
 * left: the window opens all the same.
 */
export function prepareProfile(profile: string): void {
  const folder = join(profile, 'Default');
  const file = join(folder, 'Preferences');
  try {
    makeFolder(folder);
    writeAtomically(file, JSON.stringify(merged(read(file), keptByNobody)));
  } catch {
    // A full or read-only disk, of which the application itself tells.
  }
}

function read(file: string): Json {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function merged(before: Json, wanted: Json): Json {
  const entries = Object.entries(wanted).map(([name, value]): [string, unknown] => {
    const old = before[name];
    return [name, isObject(value) ? merged(isObject(old) ? old : {}, value) : value];
  });
  return {...before, ...Object.fromEntries(entries)};
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
