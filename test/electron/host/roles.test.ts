import {beforeEach, describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {accountRoles, may, type AccountRole} from '../../../domain/roles.ts';
import {contract} from '../../../electron/contract/contract.ts';
import type {AnyCall} from '../../../electron/contract/kernel.ts';
import {openOffice, type Office} from '../../support/office.ts';

/** Every call of the contract as it is asked for by every role: the way through the real dispatcher, never the table alone. */

const calls = Object.entries(contract).flatMap(([area, areaCalls]) =>
  Object.entries(areaCalls as Readonly<Record<string, AnyCall>>).map(([name, call]) => ({area, name, call})),
);

/** An input that no call takes: a call that is allowed says `invalid`, and nothing happens. */
const nonsense = {nobodyAsksThis: true};

let office: Office;

beforeEach(async () => {
  office = await openOffice();
});

function become(role: AccountRole): void {
  const {connection} = must(office.application.session());
  connection.transact(db => db.execute('UPDATE account SET role = ?', role), {accountId: null});
  office.application.refreshAccount();
}

describe('rights', () => {
  test('are asked for by every call', () => {
    expect(calls.filter(({call}) => call.access === 'nobody').map(({area, name}) => `${area}.${name}`)).toEqual([]);
  });

  test('of each call and each role are those that were last looked at', async () => {
    const byAccess = Map.groupBy(calls, ({call}) => call.access);
    const lines = [...byAccess].map(([access, of]) => {
      const who =
        access === 'anyone' || access === 'self' || access === 'nobody'
          ? ''
          : accountRoles.filter(role => may(role, access)).join(', ');
      const names = of.map(({area, name}) => `    ${area}.${name}`).toSorted();
      return [`${access}: ${who}`, ...names].join('\n');
    });
    await expect(`${lines.toSorted().join('\n')}\n`).toMatchFileSnapshot('../../golden/rights.txt');
  });

  test.each(accountRoles)('%s is answered where the table says so, and nowhere else', async role => {
    become(role);
    const answers: string[] = [];
    for (const {area, name, call} of calls) {
      const reply = await office.send({area, call: name, input: nonsense, commandId: `${role}-${area}-${name}`});
      const allowed =
        call.access === 'anyone' || call.access === 'self' || (call.access !== 'nobody' && may(role, call.access));
      const expected = allowed ? 'invalid' : 'denied';
      const said = reply.ok ? 'ok' : reply.error.code;
      if (said !== expected) answers.push(`${area}.${name}: ${said} instead of ${expected}`);
    }
    expect(answers).toEqual([]);
  });

  test('of somebody whose account another PC has closed are gone at once', async () => {
    const {connection} = must(office.application.session());
    connection.transact(db => db.execute('UPDATE account SET disabled = 1'), {accountId: null});
    office.application.refreshAccount();
    await expect.poll(() => office.application.state().phase).toBe('locked');
  });
});
