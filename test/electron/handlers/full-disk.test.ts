import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {writeAtomically} from '../../../electron/host/atomic-file.ts';
import {admit, event, failureOf, furnish, openOffice, password, person} from '../../support/office.ts';
import {fillPlan} from '../../support/plans.ts';
import {smallDisk} from '../../support/small-disk.ts';
import {lacks} from '../../support/lacks.ts';

/** A disk without room, and one that cannot be written: what was saved stays, what was typed is kept, no halves. */

const full = {code: 'storage', detail: 'full'};
const readOnly = {code: 'storage', detail: 'read-only'};
const longText = 'ұзақ мәтін '.repeat(1_500);

describe.skipIf(lacks.smallDisk())('a disk without room', () => {
  test.each([0, 2048, 4096, 8192, 12_288, 16_384, 65_536])(
    'at set-up, with %i bytes left: told, and begun anew when there is room',
    async free => {
      const disk = smallDisk(3);
      disk.fill(free);
      const {client} = await openOffice('2026-02-02', {folder: disk.folder, account: false});
      const started = await client.session.state({});
      if (started.phase === 'problem') expect(started.problem).toBe('disk-full');
      else expect(await failureOf(client.session.createAccount({name: 'Басшы', password}))).toEqual(full);
      expect(readdirSync(disk.folder).filter(file => file.endsWith('.new'))).toEqual([]);
      for (const keys of readdirSync(disk.folder).filter(file => file.startsWith('keyring'))) {
        // Whole or not at all.
        JSON.parse(readFileSync(join(disk.folder, keys), 'utf8'));
      }
      disk.clear();
      await client.session.lookAgain({});
      // However far it came, the same button goes on.
      await client.session.createAccount({name: 'Басшы', password});
      expect(await client.session.state({})).toMatchObject({phase: 'open', setupStep: 'organisation'});
    },
  );

  test('while people are entered: what was answered is there, the next one is told, and nothing is in halves', async () => {
    const disk = smallDisk(4);
    const opened = await openOffice('2026-02-02', {folder: disk.folder});
    const {client} = opened;
    await furnish(opened, 'stationary');
    disk.fill(200_000);
    let entered = 0;
    let failed: unknown = null;
    while (failed === null) {
      const name = {...person.name, surname: `Ким${'а'.repeat(entered % 20)}`};
      const call = admit(opened, '2026-02-02', {...person, name, address: longText.slice(0, 480)});
      failed = await call.then(
        () => null,
        () => failureOf(call),
      );
      if (failed === null) entered += 1;
    }
    expect(failed).toEqual(full);
    const page = {journalId: null, statuses: [], after: null, limit: 500};
    expect((await client.journal.rows(page)).total).toBe(entered);
    disk.fill(0);
    const draft = {key: 'journal:new', values: {text: longText.repeat(8)}, base: null};
    expect(await failureOf(client.draft.save(draft))).toEqual(full);
    disk.clear();
    await client.draft.save(draft);
    const again = await client.journal.enter({
      journalId: null,
      recipientId: null,
      person: {...person, name: {...person.name, surname: 'Соңғы'}},
      event: event('admitted', '2026-02-02'),
    });
    expect(again.rowNumber).toBe(entered + 1);
    expect((await client.journal.rows(page)).total).toBe(entered + 1);
  });

  test('at the approval: no paper and no approval, and both when there is room', async () => {
    const disk = smallDisk(4);
    const opened = await openOffice('2026-02-02', {folder: disk.folder});
    const {client} = opened;
    const staff = await furnish(opened, 'stationary');
    const {planId, recipientId, stamp} = await fillPlan(opened, staff);
    disk.fill(0);
    const approve = () => client.plan.approve({id: planId, seen: stamp, approvedOn: '2026-02-02'});
    expect(await failureOf(approve())).toEqual(full);
    expect(await client.paper.list({recipientId})).toEqual([]);
    expect(await client.plan.get({id: planId})).toMatchObject({status: 'filled', approvedOn: null, stamp});
    disk.clear();
    const {paperId} = await approve();
    expect((await client.paper.list({recipientId})).map(({id}) => id)).toEqual([paperId]);
  });

  test('one can still sign in to read, lock, and sign in again', async () => {
    const disk = smallDisk(3);
    const opened = await openOffice('2026-02-02', {folder: disk.folder});
    const {client} = opened;
    await furnish(opened, 'stationary');
    expect(await client.session.signIn({name: 'Басшы', password}).catch(() => 'open')).toBe('open');
    await client.session.lock({});
    expect(await client.session.signIn({name: 'Басшы', password: 'қате құпиясөз'})).toMatchObject({result: 'wrong'});
    disk.fill(40_000);
    expect(await client.session.signIn({name: 'Басшы', password})).toEqual({result: 'ok'});
    expect((await client.facility.staff({withFormer: true})).length).toBe(6);
  });

  test('where a paper is saved: neither half a file nor half of the one that stood there', async () => {
    const disk = smallDisk(1);
    const target = join(disk.folder, 'жоспар.pdf');
    const opened = await openOffice('2026-02-02', {
      saveFile: (_name, bytes) =>
        Promise.resolve().then(() => {
          writeAtomically(target, Buffer.concat([bytes, Buffer.alloc(200_000)]));
          return {saved: true};
        }),
    });
    const {client} = opened;
    await furnish(opened, 'stationary');
    const blank = {source: {kind: 'blank', form: 'appendix-4'}, language: 'kk'} as const;
    writeFileSync(target, 'бұрынғы');
    disk.fill(50_000);
    expect(await failureOf(client.paper.saveAs(blank))).toEqual({code: 'storage', detail: 'elsewhere'});
    expect(readdirSync(disk.folder)).toEqual(['жоспар.pdf']);
    expect(readFileSync(target, 'utf8')).toBe('бұрынғы');
    disk.clear();
    expect(await client.paper.saveAs(blank)).toEqual({saved: true});
  });
});

describe.skipIf(lacks.smallDisk())('a disk that can only be read', () => {
  test('at the start: told, and looked at again', async () => {
    const disk = smallDisk(3);
    disk.readOnly(true);
    const {client} = await openOffice('2026-02-02', {folder: disk.folder, account: false});
    expect(await client.session.state({})).toMatchObject({phase: 'problem', problem: 'read-only'});
    // The language of the words can be chosen, but not kept.
    expect(await failureOf(client.session.setLanguage({language: 'ru'}))).toEqual(readOnly);
    disk.readOnly(false);
    await client.session.lookAgain({});
    expect(await client.session.state({})).toMatchObject({phase: 'fresh', problem: null});
    await client.session.createAccount({name: 'Басшы', password});
  });
});
