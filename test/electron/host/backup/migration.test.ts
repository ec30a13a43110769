import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {openClient} from '../../../../db/client.ts';
import {migrate} from '../../../../db/migrate.ts';
import {migrations} from '../../../../db/migrations/list.ts';
import {must} from '../../../../domain/assert.ts';
import {backupsOf} from '../../../support/backups.ts';
import {openOffice, password, type Office} from '../../../support/office.ts';

/** An office whose database is of the version before. */
async function outdated(step: (name: string) => void = () => undefined): Promise<{office: Office; key: Uint8Array}> {
  const office = await openOffice('2026-01-05', {step});
  const {key, ring} = must(office.application.vault());
  const copied = Uint8Array.from(key);
  await office.client.session.lock({});
  const file = join(office.folder, 'tirek.db');
  rmSync(file);
  const client = openClient(file, copied, true);
  migrate(client, migrations, () => 0, migrations.length - 1);
  client
    .prepare("INSERT INTO account (id, name, role, disabled) VALUES (?, 'Басшы', 'head', 0)")
    .run(must(ring.accounts[0]).id);
  client.prepare("INSERT INTO local_state (key, value) VALUES ('node', '0123456789abcdef')").run();
  client.close();
  return {office, key: copied};
}

function versionOf(office: Office, key: Uint8Array): number {
  const client = openClient(join(office.folder, 'tirek.db'), key, false);
  try {
    return must(client.prepare<[], number>('SELECT count(*) FROM applied_migration').pluck().get());
  } finally {
    client.close();
  }
}

test('a database of an earlier version is copied before it is migrated', async () => {
  const {office, key} = await outdated();
  expect(await office.client.session.signIn({name: 'Басшы', password})).toEqual({result: 'ok'});
  expect(await backupsOf(office)).toMatchObject([{kind: 'migration', problem: null, whose: 'own'}]);
  await office.client.session.lock({});
  expect(versionOf(office, key)).toBe(migrations.length);
});

test('where that copy cannot be made, nothing is migrated, and the next sign-in tries again', async () => {
  let isCut = true;
  const {office, key} = await outdated(name => {
    if (isCut && name === 'backup-manifest') throw Object.assign(new Error('full'), {code: 'ENOSPC', syscall: 'write'});
  });
  await expect(office.client.session.signIn({name: 'Басшы', password})).rejects.toMatchObject({
    failure: {code: 'storage', detail: 'full'},
  });
  expect(office.application.state().phase).toBe('locked');
  expect(versionOf(office, key)).toBe(migrations.length - 1);
  isCut = false;
  expect(await office.client.session.signIn({name: 'Басшы', password})).toEqual({result: 'ok'});
  expect((await backupsOf(office)).map(({kind}) => kind)).toEqual(['migration']);
});
