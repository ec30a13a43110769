import type {OwnerConnection} from './migrate.ts';
import {codeOf, StoreError} from './store-error.ts';

/** Under whose eyes a transaction runs; what each may see say the migrations. */
export const roles = ['tirek_exchange', 'tirek_front', 'tirek_officer', 'tirek_backup'] as const;
export type Role = (typeof roles)[number];

/** For an administrator whose program account may not make roles. */
export const rolesScript = `${roles.map(role => `CREATE ROLE ${role} NOLOGIN;`).join(' ')} GRANT ${roles.join(', ')} TO <account>;`;

/**
 * Makes the roles where they are missing. They belong to the whole server, not to one database: two registries that start
 * at once meet here, and that one of them fails then is no failure.
 * Throws `StoreError` 'no-roles' where this account may not make them.
 */
export async function ensureRoles(owner: OwnerConnection): Promise<void> {
  for (const role of roles) {
    if (await isMember(owner, role)) continue;
    await attempt(owner, `CREATE ROLE ${role} NOLOGIN`);
    await attempt(owner, `GRANT ${role} TO CURRENT_USER`);
    if (!(await isMember(owner, role))) throw new StoreError('no-roles');
  }
}

async function isMember(owner: OwnerConnection, role: Role): Promise<boolean> {
  const {rows} = await owner.query(
    'SELECT 1 FROM pg_roles WHERE rolname = $1 AND pg_has_role(current_user, oid, $2) AND NOT rolsuper AND NOT rolbypassrls',
    [role, 'MEMBER'],
  );
  return rows.length === 1;
}

/** There already; made at the same moment; changed at the same moment; not allowed. What is the case, is asked afterwards. */
const expected = new Set(['42710', '23505', 'XX000', '42501']);

async function attempt(owner: OwnerConnection, statement: string): Promise<void> {
  try {
    await owner.query(statement);
  } catch (error) {
    if (!expected.has(codeOf(error) ?? '')) throw error;
  }
}
