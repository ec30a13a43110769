import {accountRoles, type AccountRole} from '../../../domain/roles.ts';

/** The roles that can be given here: only a head makes heads. */
export function accountRolesFor(withHead: boolean): readonly AccountRole[] {
  return withHead ? accountRoles : accountRoles.filter(role => role !== 'head');
}
