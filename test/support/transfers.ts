import type {TransferView} from '../../electron/contract/transfer.ts';
import type {Office} from './office.ts';
import {until} from './time.ts';

/** The hand-over as the screen saves it. */
export function transferValues(view: TransferView) {
  const {other, outside, otherFacilityId, dischargeOn, dischargeOrder, actNumber, actOn, contractNumber, contractOn} =
    view;
  const {handedBy, receivedBy, inventory} = view;
  const papers = {dischargeOn, dischargeOrder, actNumber, actOn, contractNumber, contractOn};
  return {other, outside, otherFacilityId, ...papers, handedBy, receivedBy, inventory};
}

export const wholeTransfer = {
  other: {kk: '«Үміт» орталығы', ru: 'Центр «Умит»'},
  dischargeOn: '2026-07-01',
  dischargeOrder: '44-ж',
  actNumber: '3',
  actOn: '2026-07-01',
  contractNumber: '17',
  contractOn: '2026-02-02',
  receivedBy: 'Оспанова Әлия',
} as const;

/** A hand-over with all that it needs, prepared. */
export async function prepareTransfer(
  {client}: Office,
  recipientId: string,
  more: Partial<ReturnType<typeof transferValues>> = {},
): Promise<{id: string; stamp: string}> {
  const {id} = await client.transfer.prepare({recipientId});
  const view = await client.transfer.get({id});
  return client.transfer.save({id, seen: view.stamp, ...transferValues(view), ...wholeTransfer, ...more});
}

/** The file of a hand-over and its passphrase. */
export async function sealedFile(
  {client}: Office,
  id: string,
): Promise<{file: string; passphrase: string; name: string}> {
  const {jobId} = await client.transfer.seal({id});
  await ended(client, jobId);
  const {groups} = await client.transfer.passphrase({jobId});
  const {file, fileName} = await client.job.take({jobId});
  return {file, passphrase: groups.join('-'), name: fileName};
}

/** The job that has made what goes through the registry. */
export async function packedJob({client}: Office, id: string): Promise<string> {
  const {jobId} = await client.transfer.pack({id});
  await ended(client, jobId);
  return jobId;
}

async function ended(client: Office['client'], jobId: string): Promise<void> {
  const state = await until(async () => {
    const job = await client.job.state({jobId});
    return job.state === 'running' ? undefined : job.state;
  });
  if (state !== 'done') throw new Error(`the work did not end well: ${state}`);
}
