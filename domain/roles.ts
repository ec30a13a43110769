import {text, type Text} from './text.ts';

/**
 * What an account may do: the one table of it. It is enforced behind the contract for every call; a screen only follows.
 * `worker` is the social work specialist: the name is as old as the first databases, and stays.
 */
export const accountRoles = [
  'head',
  'worker',
  'consultant',
  'psychologist',
  'medical',
  'specialist',
  'registrar',
  'administrator',
  'auditor',
] as const;
export type AccountRole = (typeof accountRoles)[number];

export const accountRoleNames: Record<AccountRole, Text> = {
  head: text('басшы', 'руководитель'),
  worker: text('әлеуметтік жұмыс жөніндегі маман', 'специалист по социальной работе'),
  consultant: text('әлеуметтік жұмыс жөніндегі консультант', 'консультант по социальной работе'),
  psychologist: text('психолог', 'психолог'),
  medical: text('медицина қызметкері', 'медицинский работник'),
  specialist: text('маман', 'специалист'),
  registrar: text('тіркеуші', 'регистратор'),
  administrator: text('бағдарлама әкімшісі', 'администратор программы'),
  auditor: text('тексеруші (тек көру)', 'проверяющий (только просмотр)'),
};

/**
 * - records: sees people, plans, the journal, statistics.   - diagnosis, ethnicity: sees these words, on a paper too.
 * - journal: keeps the electronic journal and the queue.    - person: keeps a person's card.
 * - file: keeps the personal file, scans, duplicates, hand-overs, bound folders.
 * - plan: keeps whole plans and monitoring.                 - own-services: writes what stands under the own service types.
 * - approve: approves plans, signs files, closes what only the head decides.
 * - papers: prints, saves and issues papers.                - export: takes tables and files out of the program.
 * - export-all: takes out everything at once.
 * - person-copy: takes out all that is held on one person, diagnosis and ethnicity too.
 * - organisation: name, staff, units, norms, numbering.     - terms: calendar and terms that the organisation decides itself.
 * - accounts: who may come in.                              - keys: the recovery key, and the key of the data.
 * - exchange: starts an exchange.
 * - conflicts: decides between two values, and what waits.  - connection: with whom is exchanged.
 * - backup: makes backups and puts one back.                - audit: reads who did what.
 * - update: puts another version of the program in place.
 * - erase: erases a person for good.
 */
export const rights = [
  'records',
  'diagnosis',
  'ethnicity',
  'journal',
  'person',
  'file',
  'plan',
  'own-services',
  'approve',
  'papers',
  'export',
  'export-all',
  'person-copy',
  'organisation',
  'terms',
  'accounts',
  'keys',
  'exchange',
  'conflicts',
  'connection',
  'backup',
  'update',
  'audit',
  'erase',
] as const;
export type Right = (typeof rights)[number];

/** The order says who fills and signs which form (Appendices 2 to 5); who needs what beyond that is our reading of it. */
const rightsOf: Readonly<Record<AccountRole, ReadonlySet<Right>>> = {
  head: new Set(rights),
  worker: new Set([
    'records',
    'diagnosis',
    'ethnicity',
    'journal',
    'person',
    'file',
    'plan',
    'own-services',
    'papers',
    'export',
    'person-copy',
    'exchange',
    'conflicts',
  ]),
  consultant: new Set(['records', 'diagnosis', 'plan', 'own-services', 'papers', 'exchange']),
  psychologist: new Set(['records', 'diagnosis', 'own-services', 'papers', 'exchange']),
  medical: new Set(['records', 'diagnosis', 'person', 'own-services', 'papers', 'exchange']),
  specialist: new Set(['records', 'diagnosis', 'own-services', 'papers', 'exchange']),
  registrar: new Set(['records', 'journal', 'person', 'papers', 'export', 'exchange']),
  administrator: new Set(['organisation', 'accounts', 'exchange', 'connection', 'backup', 'update']),
  auditor: new Set(['records', 'diagnosis', 'ethnicity', 'audit']),
};

export function may(role: AccountRole, right: Right): boolean {
  return rightsOf[role].has(right);
}
