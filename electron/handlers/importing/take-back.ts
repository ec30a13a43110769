import {setImmediate} from 'node:timers/promises';
import {fullName} from '../../../domain/person.ts';
import type {ImportKind} from '../../../domain/importing/kinds.ts';
import type {StayReason} from '../../../domain/importing/problems.ts';
import {writeImport} from '../../../db/commands/importing.ts';
import {takeBackRows, type Stays} from '../../../db/commands/take-back.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {findStaff} from '../../../db/queries/facility.ts';
import type {ImportRecord} from '../../../db/queries/importing.ts';
import {findPlan} from '../../../db/queries/plan.ts';
import {findRecipient} from '../../../db/queries/recipient.ts';
import type {Write} from '../jobs.ts';

export interface TookBack {
  readonly removed: number;
  readonly stays: readonly {readonly name: string; readonly recipientId: string | null; readonly why: StayReason}[];
}

const rowsAtOnce = 1_000;

/** Row after row of the table, in parts. A stop leaves the rest as it is: it can be taken back again. */
export function takeImportBack(record: ImportRecord): {
  readonly total: number;
  readonly run: (write: Write, onDone: () => void, signal: AbortSignal) => Promise<TookBack>;
} {
  const {importId, kind, lastRow} = record;
  return {
    total: lastRow + 1,
    async run(write, onDone, signal) {
      const stays: TookBack['stays'][number][] = [];
      let {takenBack} = record;
      for (let from = 0; from <= lastRow; from += rowsAtOnce) {
        await setImmediate(undefined, {signal});
        const count = Math.min(rowsAtOnce, lastRow + 1 - from);
        write(db => {
          const taken = takeBackRows(db, {importId, kind, from, count});
          takenBack += taken.removed;
          writeImport(db, {...record, takenBack, isTakenBack: from + count > lastRow});
          stays.push(...taken.stays.map(stay => named(db, kind, stay)));
        }, count);
        for (let row = 0; row < count; row += 1) onDone();
      }
      return {removed: takenBack - record.takenBack, stays};
    },
  };
}

function named(db: ReadableDb, kind: ImportKind, {id, why}: Stays): TookBack['stays'][number] {
  if (kind === 'staff') {
    const member = findStaff(db, id);
    return {name: member === undefined ? '' : fullName(member), recipientId: null, why};
  }
  const recipientId = kind === 'people' ? id : (findPlan(db, id)?.recipientId ?? null);
  const person = recipientId === null ? undefined : findRecipient(db, recipientId);
  return {name: person === undefined ? '' : fullName(person), recipientId, why};
}
