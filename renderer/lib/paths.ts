import type {ImportKind} from '../../domain/importing/kinds.ts';
import type {PaperForm, PaperSource} from '../../electron/contract/paper.ts';

/**
 * Where the screens are. Features link to each other through these and never import one another;
 * renderer/app/routes.tsx says which page stands where. All are below `#` in the address.
 */
export const settingsSections = [
  'facility',
  'staff',
  'calendar',
  'terms',
  'numbering',
  'phrases',
  'accounts',
  'personal-data',
  'history',
  'audit',
  'exchange',
  'backup',
  'update',
  'this-computer',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

export const paths = {
  today: () => '/',
  journal: () => '/journal',
  /** A new row of the journal. */
  newEntry: () => '/journal/new',
  /** The queue in its order, with the ground of each place. */
  queue: () => '/journal/queue',
  /** What is typed into the state portal. */
  portal: () => '/journal/portal',
  /** Recipients handed over to other organisations, and taken over from them. */
  transfers: () => '/journal/transfers',
  /** A file from another organisation that is yet to be opened. */
  openTransfer: () => '/journal/transfers/open',
  transfer: (transferId: string) => `/journal/transfers/${encodeURIComponent(transferId)}`,
  people: () => '/people',
  /** Who may have been entered twice. */
  duplicates: () => '/people/duplicates',
  /** One measure for many. */
  groupMeasure: () => '/people/measure',
  /** Two entries beside each other. */
  compare: (firstId: string, secondId: string) =>
    `${paths.duplicates()}/${encodeURIComponent(firstId)}/${encodeURIComponent(secondId)}`,
  recipient: (recipientId: string) => `/people/${encodeURIComponent(recipientId)}`,
  file: (recipientId: string) => `${paths.recipient(recipientId)}/file`,
  /** A plan that is yet to be begun. */
  newPlan: (recipientId: string) => `${paths.recipient(recipientId)}/plans/new`,
  plan: (recipientId: string, planId: string) => `${paths.recipient(recipientId)}/plans/${encodeURIComponent(planId)}`,
  /** The monitoring of a plan. */
  rounds: (recipientId: string, planId: string) => `${paths.plan(recipientId, planId)}/rounds`,
  /** Null: the round that is yet to be begun. */
  round: (recipientId: string, planId: string, roundId: string | null) =>
    `${paths.plan(recipientId, planId)}/rounds/${roundId === null ? 'new' : encodeURIComponent(roundId)}`,
  paper: paperPath,
  /** The month as a calendar. */
  month: () => '/calendar',
  /** A scan or a picture. */
  scan: (attachmentId: string) => `/paper/scan/${encodeURIComponent(attachmentId)}`,
  /** The print centre: the papers of many people as one pile. */
  printing: () => '/papers',
  /** What was printed, when, by whom; of one person, or of everybody. */
  printRegister: (recipientId?: string) =>
    `/papers/register${recipientId === undefined ? '' : `/${encodeURIComponent(recipientId)}`}`,
  /** The blank forms. */
  papers: () => '/papers/blank',
  /** Binding a year's papers together. */
  binding: () => '/papers/binding',
  /** Taking people, staff or plans from a table of the facility's own. */
  importing: (kind: ImportKind) => `/import/${kind}`,
  statistics: () => '/reports',
  norms: () => '/reports/norms',
  settings: (section?: SettingsSection) => (section ? `/settings/${section}` : '/settings'),
  /** The exchange, and the question where the stick is. */
  exchangeByStick: () => `${paths.settings('exchange')}/stick`,
  /** Where edits of two PCs have met; of one person, or of everybody. */
  exchangeConflicts: (recipientId?: string) =>
    `/settings/exchange/conflicts${recipientId === undefined ? '' : `/${encodeURIComponent(recipientId)}`}`,
  /** What came and could not be taken in. */
  exchangeHeld: () => '/settings/exchange/held',
} as const;

/** The patterns of the paths above, for the router. */
export const patterns = {
  today: '/',
  journal: '/journal',
  newEntry: '/journal/new',
  queue: '/journal/queue',
  portal: '/journal/portal',
  transfers: '/journal/transfers',
  openTransfer: '/journal/transfers/open',
  transfer: '/journal/transfers/:transferId',
  people: '/people',
  duplicates: '/people/duplicates',
  groupMeasure: '/people/measure',
  compare: '/people/duplicates/:firstId/:secondId',
  recipient: '/people/:recipientId',
  file: '/people/:recipientId/file',
  newPlan: '/people/:recipientId/plans/new',
  plan: '/people/:recipientId/plans/:planId',
  rounds: '/people/:recipientId/plans/:planId/rounds',
  round: '/people/:recipientId/plans/:planId/rounds/:roundId',
  month: '/calendar',
  blankPaper: '/paper/blank/:form',
  livingPaper: '/paper/living/:form/:subjectId',
  frozenPaper: '/paper/frozen/:paperId',
  yearPaper: '/paper/year/:year/:recipientId',
  transferPaper: '/paper/transfer/:transferId',
  pilePaper: '/paper/pile/:jobId',
  monthPaper: '/paper/month/:month/:recipientId/:staffId/:unitId',
  lifePaper: '/paper/life/:year/:recipientId',
  scan: '/paper/scan/:attachmentId',
  printing: '/papers',
  printRegister: '/papers/register/:recipientId?',
  papers: '/papers/blank',
  binding: '/papers/binding',
  importing: '/import/:kind',
  statistics: '/reports',
  norms: '/reports/norms',
  exchangeConflicts: '/settings/exchange/conflicts/:recipientId?',
  exchangeHeld: '/settings/exchange/held',
  settings: '/settings/:section?/:question?',
} as const;

/** In the place of an id: all of them. */
const everybody = '-';

/** What an id in the address of a month names; null: everybody. */
export function namedId(part: string): string | null {
  return part === everybody ? null : part;
}

function paperPath(source: PaperSource): string {
  if (source.kind === 'blank') return `/paper/blank/${source.form}`;
  if (source.kind === 'living') return `/paper/living/${source.form}/${encodeURIComponent(source.subjectId)}`;
  if (source.kind === 'year') return `/paper/year/${source.year}/${encodeURIComponent(source.recipientId)}`;
  if (source.kind === 'transfer') return `/paper/transfer/${encodeURIComponent(source.transferId)}`;
  if (source.kind === 'life') return `/paper/life/${source.year}/${encodeURIComponent(source.recipientId)}`;
  if (source.kind === 'month') {
    const whose = [source.recipientId, source.staffId, source.unitId].map(id =>
      id === null ? everybody : encodeURIComponent(id),
    );
    return `/paper/month/${source.month}/${whose.join('/')}`;
  }
  if (source.kind === 'pile') return `/paper/pile/${encodeURIComponent(source.jobId)}`;
  return `/paper/frozen/${encodeURIComponent(source.paperId)}`;
}

/** The form named in an address; null when there is none of that name. */
export function paperForm(named: string, forms: readonly PaperForm[]): PaperForm | null {
  return forms.find(form => form === named) ?? null;
}
