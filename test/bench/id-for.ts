import {newId} from '../../db/new-id.ts';

const made = new Map<string, string>();

/** The key of an invented row, made as the application makes keys; asked again, the same one. */
export function idFor(what: string, index: number): string {
  const key = `${what} ${index}`;
  const id = made.get(key) ?? newId();
  made.set(key, id);
  return id;
}
