import type {SessionState} from '../../electron/contract/session.ts';
import type {HelpTarget} from './help-contents.ts';
import {patterns, settingsSections, type SettingsSection} from './paths.ts';

/** Which page of help each screen opens: a new screen does not compile before it has one. */
const ofScreen: Record<Exclude<keyof typeof patterns, 'settings'>, HelpTarget> = {
  today: 'today',
  month: 'today#month',
  journal: 'recipient-year#journal',
  newEntry: 'recipient-year#queue',
  queue: 'recipient-year#queue',
  portal: 'recipient-year#portal',
  transfers: 'transfer',
  openTransfer: 'transfer#take-over',
  transfer: 'transfer#hand-over',
  people: 'search',
  duplicates: 'duplicates',
  compare: 'duplicates#compare',
  groupMeasure: 'recipient-year#plan',
  importing: 'import',
  recipient: 'recipient-year',
  file: 'recipient-year#file',
  newPlan: 'recipient-year#plan',
  plan: 'recipient-year#plan',
  rounds: 'recipient-year#monitoring',
  round: 'recipient-year#monitoring',
  blankPaper: 'printing#blank',
  livingPaper: 'printing',
  frozenPaper: 'printing',
  yearPaper: 'printing#binding',
  pilePaper: 'printing#pile',
  monthPaper: 'today#month',
  lifePaper: 'recipient-year#line',
  transferPaper: 'transfer#hand-over',
  scan: 'scans',
  papers: 'printing#blank',
  printing: 'printing#pile',
  printRegister: 'printing#register',
  binding: 'printing#binding',
  statistics: 'statistics',
  norms: 'staff-norms',
  exchangeConflicts: 'several-computers#conflicts',
  exchangeHeld: 'several-computers#quarantine',
};

const ofSettings: Record<SettingsSection, HelpTarget> = {
  'facility': 'settings#facility',
  'staff': 'settings#staff',
  'calendar': 'settings#calendar',
  'terms': 'settings#terms',
  'numbering': 'settings#numbering',
  'phrases': 'settings#phrases',
  'accounts': 'roles',
  'history': 'settings#history',
  'personal-data': 'personal-data',
  'audit': 'settings#audit',
  'exchange': 'exchange-network',
  'backup': 'backup',
  'update': 'update',
  'this-computer': 'settings#this-computer',
};

const ofPhase: Record<SessionState['phase'], HelpTarget | null> = {
  problem: 'errors-data#start',
  rotating: 'password#key-change',
  locked: 'password',
  fresh: 'first-day',
  open: null,
};

/** The page of help for what stands on the screen. */
export function helpOfScreen(
  session: Pick<SessionState, 'phase' | 'setupStep'> | undefined,
  location: string,
): HelpTarget {
  if (session === undefined) return 'first-day';
  const known = ofPhase[session.phase];
  if (known !== null) return known;
  return session.setupStep === 'done' ? helpOfPlace(location) : 'first-day';
}

export function helpOfPlace(location: string): HelpTarget {
  const [, first, section, question] = location.split('/');
  if (first === 'settings' && question === 'stick') return 'exchange-stick';
  const screen = screens.find(({fits}) => fits.test(location));
  if (screen) return screen.target;
  return ofSettings[settingsSections.find(name => name === section) ?? 'facility'];
}

/** The names that stand in an address come before those that anything may stand for. */
const screens = (Object.keys(ofScreen) as (keyof typeof ofScreen)[])
  .map(name => ({pattern: patterns[name], target: ofScreen[name]}))
  .sort((one, other) => parameters(one.pattern) - parameters(other.pattern))
  .map(({pattern, target}) => ({target, fits: expression(pattern)}));

function parameters(pattern: string): number {
  return pattern.split(':').length;
}

function expression(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/\/:\w+\?/gu, '(?:/[^/]+)?').replaceAll(/:\w+/gu, '[^/]+')}$`, 'u');
}
