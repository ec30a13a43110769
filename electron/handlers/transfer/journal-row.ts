import {must} from '../../../domain/assert.ts';
import {currentPlacement, eventsOf, findPlacement} from '../../../db/queries/journal.ts';
import {recordStamp} from '../../../db/queries/stamps.ts';
import type {TransferHead} from '../../../db/queries/transfer.ts';
import {CallFailure, invalid, type CommandContext} from '../context.ts';
import {journalHandlers} from '../journal.ts';
import {longest} from '../refusals.ts';
import {eitherName, oneLine} from './papers.ts';

/** What a hand-over does to the row of the journal: by the journal's own rules. */

/** The journal's own mark, with what is known already. Where somebody has entered it by hand, it stands. */
export function closeRow(context: CommandContext, row: TransferHead): void {
  const placementId = must(row.placementId);
  const last = eventsOf(context.db, placementId).at(-1);
  if (last?.kind === 'transferred') return;
  const destination = oneLine(eitherName(row), longest.destination);
  renamed({'event.happenedOn': 'dischargeOn', 'event.orderNumber': 'dischargeOrder', 'event.kind': ''}, () =>
    journalHandlers.record(context, {
      placementId,
      event: {
        kind: 'transferred',
        happenedOn: must(row.dischargeOn),
        orderNumber: row.dischargeOrder,
        reason: null,
        destination,
        until: null,
      },
      admission: null,
    }),
  );
}

/** Where the person has come again since, the journal has gone on by itself, and nothing is taken back. */
export function reopenRow(context: CommandContext, {placementId, recipientId}: TransferHead): void {
  const {db} = context;
  const placement = placementId === null ? undefined : findPlacement(db, placementId);
  if (placement === undefined || recipientId === null) return;
  const last = eventsOf(db, placement.id).at(-1);
  if (last?.kind !== 'transferred' || currentPlacement(db, recipientId)?.placementId !== placement.id) return;
  journalHandlers.takeBack(context, {eventId: last.id, seen: recordStamp(db, last.id)});
}

/** The refusals of another area under the names that the fields have here. */
export function renamed<Made>(names: Readonly<Record<string, string>>, act: () => Made): Made {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof CallFailure) || error.failure.issues === undefined) throw error;
    throw invalid(...error.failure.issues.map(issue => ({...issue, field: names[issue.field] ?? issue.field})));
  }
}
