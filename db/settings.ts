import {eq, sql} from 'drizzle-orm';
import type {ReadableDb, WritableDb} from './connection.ts';
import {readOwn, writeOwn} from './own-state.ts';
import {prepared} from './prepared.ts';
import {setting} from './schema/facility.ts';

const byId = prepared(db =>
  db
    .select({value: setting.value})
    .from(setting)
    .where(eq(setting.id, sql.placeholder('id')))
    .prepare(),
);

/** A choice of the facility, of the type that it was written with; undefined while nobody has chosen. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the one place that trusts what was written
export function readSetting<Value>(db: ReadableDb, id: string): Value | undefined {
  return byId(db).get({id})?.value as Value | undefined;
}

/** `value` is JSON. Writing what stands there already changes nothing. */
export function writeSetting(db: WritableDb, id: string, value: unknown): void {
  db.insert(setting).values({id, value}).onConflictDoUpdate({target: setting.id, set: {value}}).run();
}

/** Back to where nobody has chosen. */
export function dropSetting(db: WritableDb, id: string): void {
  db.delete(setting).where(eq(setting.id, id)).run();
}

/** How far the first run has come (the contract's `setupSteps`). */
export type SetupStep = 'organisation' | 'joining' | 'names' | 'head' | 'staff' | 'recovery-key' | 'done';

/**
 * Null before the first account. Of this PC alone: a further PC of the facility has a first run of its own. Where only the
 * setting of earlier versions says it, that counts.
 */
export function readSetupStep(db: ReadableDb): SetupStep | null {
  const own = readOwn(db, 'setup') as SetupStep | undefined;
  return own ?? readSetting<SetupStep>(db, 'setup') ?? null;
}

export function writeSetupStep(db: WritableDb, step: SetupStep): void {
  writeOwn(db, 'setup', step);
}

/** The step that follows the first load: where set-up was when it began. */
export function readStepAfterJoining(db: ReadableDb): SetupStep | null {
  return (readOwn(db, 'setup-after-joining') as SetupStep | undefined) ?? null;
}

export function writeStepAfterJoining(db: WritableDb, step: SetupStep): void {
  writeOwn(db, 'setup-after-joining', step);
}

const automatic = 'exchange-automatic';

/** Whether the exchange over the network also begins by itself. Of the whole facility. */
export function isExchangeAutomatic(db: ReadableDb): boolean {
  return readSetting<boolean>(db, automatic) ?? true;
}

export function writeExchangeAutomatic(db: WritableDb, on: boolean): void {
  writeSetting(db, automatic, on);
}

const idle = 'lock-after-minutes';
const usualIdle = 10;

/** Minutes after which a PC that nobody touches is locked. */
export function idleMinutes(db: ReadableDb): number {
  return readSetting<number>(db, idle) ?? usualIdle;
}

export function writeIdleMinutes(db: WritableDb, minutes: number): void {
  writeSetting(db, idle, minutes);
}

const consentMark = 'consent-mark';

/** Whether a card remarks that no consent to the processing of data is recorded. */
export function isConsentMarked(db: ReadableDb): boolean {
  return readSetting<boolean>(db, consentMark) ?? true;
}

export function writeConsentMark(db: WritableDb, on: boolean): void {
  writeSetting(db, consentMark, on);
}

const keepYears = 'keep-years';

/** Years after the last leaving, after which a person's data are to be looked at; null: kept for ever. */
export function keepingYears(db: ReadableDb): number | null {
  return readSetting<number>(db, keepYears) ?? null;
}

export function writeKeepingYears(db: WritableDb, years: number | null): void {
  if (years === null) dropSetting(db, keepYears);
  else writeSetting(db, keepYears, years);
}
