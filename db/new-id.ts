import {randomUUID} from 'node:crypto';

/** The key of a new record: random, so that two PCs never give the same one. */
export function newId(): string {
  return randomUUID();
}
