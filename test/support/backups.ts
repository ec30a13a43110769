import {randomBytes} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import {must} from '../../domain/assert.ts';
import type {BackupView} from '../../electron/contract/backup.ts';
import {admit, furnish, openOffice, person, type Office, type OfficeOptions} from './office.ts';

/** Organisations that make backups and go back to them. */

export function emptyFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tirek-${name}-`));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** One that works, with somebody admitted and the recovery key on a sheet. */
export async function workingOffice(options: OfficeOptions = {}): Promise<{office: Office; recoveryKey: string}> {
  const office = await openOffice('2026-01-05', options);
  await furnish(office, 'stationary');
  const {key} = await office.client.session.makeRecoveryKey({});
  await office.client.session.confirmRecoveryKey({});
  await office.client.facility.setSetupStep({step: 'done'});
  await admit(office, '2026-01-05');
  return {office, recoveryKey: key};
}

const surnames = ['Сейітқали', 'Нұрғалиев', 'Тілеубаев', 'Оспанов', 'Жақыпов', 'Ермеков', 'Байдәулет'];
let entered = 0;

export async function admitAnother(office: Office, on = '2026-01-05'): Promise<void> {
  const surname = `${must(surnames[entered % surnames.length])}${'аеоуы'[Math.floor(entered / surnames.length) % 5]}`;
  entered += 1;
  await admit(office, on, {...person, name: {...person.name, surname}, bornOn: `19${40 + (entered % 50)}-01-01`});
}

/** A photograph of so many bytes, with the first person. */
export async function addScan(office: Office, size = 300_000): Promise<Buffer> {
  const [hit] = await office.client.recipient.search({text: '', limit: 1});
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size)]);
  const recipientId = must(hit).recipientId;
  await office.client.attachment.add({
    recipientId,
    title: 'Анықтама',
    documentId: null,
    bytes: bytes.toString('base64'),
  });
  return bytes;
}

export async function people({client}: Office): Promise<number> {
  return (await client.recipient.search({text: '', limit: 50})).length;
}

export async function backupsOf({client}: Office): Promise<BackupView[]> {
  return (await client.backup.state({})).first.backups;
}

export async function newestOf(office: Office): Promise<{folder: string; name: string}> {
  const {folder, name} = must((await backupsOf(office))[0]);
  return {folder, name};
}
