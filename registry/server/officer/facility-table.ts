import type {Language} from '../../../domain/text.ts';
import {organisationTypeNames} from '../../../domain/vocabulary.ts';
import type {ListedFacility} from '../../store/facilities.ts';
import {words} from './words.ts';

/** So many days without an exchange are remarked. */
export const silentDays = 30;

const day = 86_400_000;

/** What the page, the CSV and the JSON tell of a facility. No personal data. */
export interface FacilityRow {
  readonly id: string;
  readonly nameKk: string;
  readonly nameRu: string;
  readonly type: ListedFacility['type'];
  readonly lastExchangeAt: string | null;
  /** Null: never. */
  readonly daysSinceExchange: number | null;
  /** That may exchange. */
  readonly pcs: number;
  /** Of the PCs, the newest exchange first, each once. */
  readonly versions: readonly string[];
  readonly quarantinedHere: number;
  readonly quarantinedThere: number;
  readonly receiving: number | null;
  readonly queued: number | null;
  readonly freePlaces: number | null;
}

export function rowOf(facility: ListedFacility, now: number): FacilityRow {
  const active = facility.nodes.filter(({status}) => status === 'active');
  const byExchange = active.toSorted((a, b) => Number(b.lastExchangeAt ?? 0) - Number(a.lastExchangeAt ?? 0));
  const last = facility.lastExchangeAt;
  return {
    id: facility.id,
    nameKk: facility.nameKk,
    nameRu: facility.nameRu,
    type: facility.type,
    lastExchangeAt: last?.toISOString() ?? null,
    daysSinceExchange: last === null ? null : Math.max(0, Math.floor((now - last.getTime()) / day)),
    pcs: active.length,
    versions: [...new Set(byExchange.map(({program}) => program).filter(program => program !== ''))],
    quarantinedHere: facility.quarantined,
    quarantinedThere: active.reduce((sum, {quarantined}) => sum + quarantined, 0),
    receiving: facility.report?.receiving ?? null,
    queued: facility.report?.queued ?? null,
    freePlaces: facility.report?.freePlaces ?? null,
  };
}

export function isSilent({daysSinceExchange}: FacilityRow): boolean {
  return daysSinceExchange === null || daysSinceExchange > silentDays;
}

const columns = (language: Language): [string, (row: FacilityRow) => string | number | null][] => [
  [words.facility[language], row => (language === 'kk' ? row.nameKk : row.nameRu)],
  [words.type[language], row => organisationTypeNames[row.type][language]],
  [words.lastExchange[language], row => row.lastExchangeAt],
  [words.pcs[language], row => row.pcs],
  [words.version[language], row => row.versions.join(', ')],
  [
    `${words.quarantine[language]}: ${words.quarantineHint[language]}`,
    row => `${row.quarantinedHere} / ${row.quarantinedThere}`,
  ],
  [words.receiving[language], row => row.receiving],
  [words.queued[language], row => row.queued],
  [words.freePlaces[language], row => row.freePlaces],
];

/** For a spreadsheet of either language: a mark of UTF-8 first, columns parted by a semicolon (RFC 4180 for the rest). */
export function toCsv(rows: readonly FacilityRow[], language: Language): string {
  const shown = columns(language);
  const lines = [shown.map(([title]) => title), ...rows.map(row => shown.map(([, value]) => value(row)))];
  return `\uFEFF${lines.map(line => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  const plain = String(value ?? '');
  // A name that a spreadsheet would take for a formula stays a name.
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
