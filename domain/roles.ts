import {text, type Text} from './text.ts';

/** What an account may do. One table, enforced behind the contract; the screen only follows it. */
export const accountRoles = ['head', 'worker', 'auditor'] as const;
export type AccountRole = (typeof accountRoles)[number];

export const accountRoleNames: Record<AccountRole, Text> = {
  head: text('басшы', 'руководитель'),
  worker: text('маман', 'специалист'),
  auditor: text('тексеруші (тек көру)', 'проверяющий (только просмотр)'),
};

/** Whether a role may make calls of this kind at all; finer grains are the subject of the roles issue. */
export function mayCall(role: AccountRole, kind: 'query' | 'command'): boolean {
  return kind === 'query' || role !== 'auditor';
}

/** Only the head approves plans and signs personal files (Appendices 3 and 4). */
export function mayApprove(role: AccountRole): boolean {
  return role === 'head';
}
