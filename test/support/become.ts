import {must} from '../../domain/assert.ts';
import type {AccountRole} from '../../domain/roles.ts';
import type {Office} from './office.ts';

/** Whoever is signed in is another one from now on: of this role, and this member of staff. */
export function become({application}: Office, role: AccountRole, staffId: string | null = null): void {
  const {connection} = must(application.session());
  connection.transact(
    db => {
      // Both hold text or null.
      db.execute('UPDATE account SET role = ?', role);
      db.execute('UPDATE account SET staff_id = ?', staffId);
    },
    {accountId: null},
  );
  application.refreshAccount();
}
