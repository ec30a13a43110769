import type {Text} from '../../domain/text.ts';
import {helpText} from '../text/help.ts';

/** The pages of docs/help in the order in which somebody new would read them. A test holds them to the folder. */
export const helpContents = [
  {
    title: helpText.groups.work,
    pages: ['first-day', 'recipient-year', 'today', 'search', 'printing', 'scans', 'import'],
  },
  {title: helpText.groups.beyond, pages: ['transfer', 'duplicates', 'statistics', 'staff-norms', 'personal-data']},
  {
    title: helpText.groups.computers,
    pages: ['exchange-network', 'exchange-stick', 'several-computers', 'backup', 'update', 'password', 'new-computer'],
  },
  {title: helpText.groups.rules, pages: ['roles', 'settings']},
  {
    title: helpText.groups.errors,
    pages: ['errors-typed', 'errors-journal', 'errors-papers', 'errors-exchange', 'errors-data'],
  },
] as const satisfies readonly {title: Text; pages: readonly string[]}[];

export type HelpPageId = (typeof helpContents)[number]['pages'][number];

/** A page, one of its headings, or an answer wherever it stands. */
export type HelpTarget = HelpPageId | `${HelpPageId}#${string}` | `#${string}`;
