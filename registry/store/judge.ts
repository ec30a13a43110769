import {createHash} from 'node:crypto';
import {originOf, toLine, type Change} from '../protocol/change.ts';
import type {NodeKeys} from '../protocol/enrolment.ts';
import {isErasure, readErasure} from '../protocol/erasure.ts';
import type {RefusalReason} from '../protocol/header.ts';
import {isExchanged, ownershipRefusal} from '../protocol/ownership.ts';
import {isOwnReference} from './reference-keeping.ts';

/** The registry, as it knows what is its own. */
export interface Self {
  /** Its node id. */
  readonly self: string;
  readonly keys: NodeKeys;
}

/**
 * Why a change from a PC does not go into the log; undefined: it does. One of a table that is not known here comes from a
 * newer program and is kept as it is (rule 13). What bears the registry's own name was given back, or is forged.
 */
export function judge(change: Change, {self, keys}: Self): RefusalReason | undefined {
  if ([change.table, change.rowId, change.author ?? ''].some(text => text.includes('\0'))) return 'malformed';
  if (originOf(change.stamp) === self) return isOwnReference(change, keys) ? undefined : 'not-yours';
  if (isErasure(change) && readErasure(change.patch) === undefined) return 'malformed';
  return isExchanged(change.table) ? ownershipRefusal('facility', change) : undefined;
}

/** Whether two changes under one stamp are the same one; the number and the way it took may differ. */
export function isSame(left: Change, right: Change): boolean {
  return content(left) === content(right);
}

export function digestOf(change: Change): string {
  return createHash('sha256').update(content(change)).digest('hex');
}

function content(change: Change): string {
  return toLine({...change, seq: 1});
}
