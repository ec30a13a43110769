import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import type {auditCalls} from '../../../electron/contract/audit.ts';
import {decodeBytes} from '../../../electron/contract/bytes.ts';
import type {InputOf} from '../../../electron/contract/kernel.ts';
import {admit, failureOf, furnish, openOffice, password, person} from '../../support/office.ts';

const all = {from: null, to: null, accountId: null, kind: null, recipientId: null};
const first = {...all, before: null, limit: 50};

describe('the audit, for the head', () => {
  test('lists the newest first, a page at a time, with the names of now', async () => {
    const office = await openOffice();
    await furnish(office, 'stationary');
    const {recipientId} = await admit(office, '2026-01-05');
    await office.client.recipient.get({id: recipientId});
    const {lines, more} = await office.client.audit.list({...first, limit: 2});
    expect(lines).toMatchObject([
      {what: 'recipient.get', kind: 'view', accountName: 'Басшы', recipientId, name: person.name},
      {what: 'journal.enter', kind: 'change'},
    ]);
    expect(more).toBe(true);
    const next = await office.client.audit.list({...first, before: must(lines.at(-1)).seq});
    expect(must(next.lines[0]).seq).toBe(must(lines.at(-1)).seq - 1);
    expect(next.more).toBe(false);
  });

  test('filters by day, person, kind and recipient', async () => {
    const office = await openOffice('2026-01-05');
    const {client} = office;
    await furnish(office, 'stationary');
    const {recipientId} = await admit(office, '2026-01-05');
    await admit(office, '2026-01-05', {...person, name: {...person.name, surname: 'Ким'}});
    office.at('2026-01-06');
    await client.recipient.get({id: recipientId});
    const whats = async (filter: Partial<InputOf<typeof auditCalls.list>>) =>
      (await client.audit.list({...first, ...filter})).lines.map(({what}) => what);
    expect(await whats({from: '2026-01-06'})).toEqual(['recipient.get']);
    expect(await whats({from: '2026-01-05', to: '2026-01-05', kind: 'view'})).toEqual([]);
    expect(await whats({recipientId})).toEqual(['recipient.get', 'journal.enter']);
    expect(await whats({kind: 'session'})).toEqual(['session.signIn', 'session.createAccount']);
    const {accounts} = await client.audit.about({});
    expect(await whats({accountId: must(accounts[0]).id, kind: 'view'})).toEqual(['recipient.get']);
    expect(await failureOf(client.audit.list({...first, from: '2026-01-06', to: '2026-01-05'}))).toMatchObject({
      code: 'invalid',
      issues: [{field: 'to', problem: 'period-reversed'}],
    });
  });

  test('says that it is whole, and that it was asked', async () => {
    const office = await openOffice();
    await furnish(office, 'stationary');
    const {end} = await office.client.audit.about({});
    expect(await office.client.audit.verify({})).toMatchObject({links: end.seq, broken: null});
    expect((await office.client.audit.list({...first, limit: 1})).lines).toMatchObject([{what: 'audit.verify'}]);
  });

  test('prints its end with the number and the code, and gives out a workbook; both leave their links', async () => {
    const office = await openOffice();
    await furnish(office, 'stationary');
    const {end} = await office.client.audit.about({});
    const printed = await office.client.audit.print({});
    expect(printed.fileName).toBe(`Аудит тізбегінің соңы - Конец цепочки аудита - ${end.seq}.pdf`);
    const page = JSON.stringify(must(office.printed.at(-1)));
    expect(page).toContain(`"${end.hash.slice(0, 4)}"`);
    expect(page).toContain(`"${end.hash.slice(-4)}"`);
    expect(page).toContain('«Тірек» орталығы');
    const {file, fileName} = await office.client.audit.excel({...all, kind: 'session', language: 'ru'});
    expect(fileName).toBe('Аудит - 05.01.2026.xlsx');
    // A ZIP.
    expect(decodeBytes(file).slice(0, 2)).toEqual(Uint8Array.of(0x50, 0x4b));
    expect((await office.client.audit.list({...first, limit: 2})).lines).toMatchObject([
      {kind: 'export', what: 'audit.excel', detail: {language: 'ru'}},
      {kind: 'print', what: 'audit.print'},
    ]);
  });

  test('is for the head alone', async () => {
    const office = await openOffice();
    await office.client.session.addAccount({
      name: 'Маман',
      password: 'тағы бір құпия сөйлем',
      role: 'worker',
      staffId: null,
    });
    await office.client.session.lock({});
    await office.client.session.signIn({name: 'Маман', password: 'тағы бір құпия сөйлем'});
    for (const call of [
      office.client.audit.list(first),
      office.client.audit.verify({}),
      office.client.audit.about({}),
    ]) {
      expect(await failureOf(call)).toEqual({code: 'denied'});
    }
    await office.client.session.lock({});
    await office.client.session.signIn({name: 'Басшы', password});
    expect((await office.client.audit.verify({})).broken).toBeNull();
  });
});
