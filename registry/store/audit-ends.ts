import {keepEnd, type AuditEnd} from '../protocol/audit-end.ts';
import {activeNode, isNode, lockFacility, type Registry, type Sender} from './receive.ts';
import {node} from './schema/facility.ts';

/** Keeps the end of a PC's audit. A warning stays: whoever put data back goes on from there, and is to be asked why. */
export async function keepAuditEnd({store, now}: Registry, sender: Sender, end: AuditEnd): Promise<void> {
  await store.asFacility(sender.facilityId, async db => {
    await lockFacility(db, sender.facilityId);
    const {auditEnds} = await activeNode(db, sender);
    const {ends, warning} = keepEnd(auditEnds, end);
    const warned = warning === null ? {} : {auditWarning: warning, auditWarnedAt: new Date(now())};
    await db
      .update(node)
      .set({auditEnds: ends, ...warned})
      .where(isNode(sender));
  });
}
