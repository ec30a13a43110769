import {must} from '../../domain/assert.ts';
import {serviceTypes} from '../../domain/vocabulary.ts';
import type {Office, Staff} from './office.ts';

/** A round of a plan in which nothing has changed, entered into the journal on its day. */
export async function closeUnchangedRound(
  {client}: Office,
  staff: Staff,
  {planId, on, reason}: {readonly planId: string; readonly on: string; readonly reason: string},
): Promise<void> {
  const {id} = await client.monitoring.start({planId});
  const {entries, ...round} = await client.monitoring.get({id});
  const marked = serviceTypes.map(serviceType => ({
    ...must(entries.find(entry => entry.serviceType === serviceType)),
    noneOrWorse: 'none' as const,
    reason,
    monitoredOn: on,
    staffId: staff['social-work-specialist'],
  }));
  const {observedFrom, specialistId, consultantId, consultantSignedOn} = round;
  const saved = await client.monitoring.save({
    id,
    seen: round.stamp,
    observedFrom,
    observedTo: on,
    monitoredOn: on,
    specialistId,
    specialistSignedOn: on,
    consultantId,
    consultantSignedOn,
    entries: marked,
  });
  await client.monitoring.close({id, seen: saved.stamp, enteredOn: on});
}
