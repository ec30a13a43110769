import {randomBytes} from 'node:crypto';
import type {Change} from '../../registry/protocol/change.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const millisecondsOfYear = 365 * 86_400_000;

/**
 * The log of a facility over some years, made of one that was really lived: each year the same work with other ids, stamps and
 * times, the last one when it was lived; `firstYear` says otherwise. Ids are other random ones everywhere, because nothing weighs more in a parcel; texts are the same.
 */
export function inventYears(lived: readonly Change[], years: number, node: string, firstYear = 1 - years): Change[] {
  const changes: Change[] = [];
  const stamps = new Map<string, string>();
  for (let year = 0; year < years; year += 1) {
    const ids = new Map<string, string>();
    const other = (id: string): string => {
      const made = ids.get(id) ?? inventId();
      ids.set(id, made);
      return made;
    };
    const later = (firstYear + year) * millisecondsOfYear;
    for (const change of lived) {
      const stamp = restamped(change.stamp, later, node);
      stamps.set(change.stamp, stamp);
      changes.push({
        ...change,
        seq: changes.length + 1,
        stamp,
        rowId: change.rowId.replace(uuid, other),
        patch: change.patch.replace(uuid, other),
        base: change.base.map(each => stamps.get(each) ?? restamped(each, later, node)),
        author: change.author?.replace(uuid, other) ?? null,
        recordedAt: new Date(Date.parse(change.recordedAt) + later).toISOString(),
      });
    }
  }
  return changes;
}

function inventId(): string {
  const hex = randomBytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** The same time so much later, by another node and the same opening of its database. */
function restamped(stamp: string, later: number, node: string): string {
  const milliseconds = (Number.parseInt(stamp.slice(0, 12), 16) + later).toString(16).padStart(12, '0');
  return `${milliseconds}${stamp.slice(12, 18)}${node}${stamp.slice(34)}`;
}
