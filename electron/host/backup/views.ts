import {lateAfterDays, type BackupPlace, type BackupProblem, type BackupView} from '../../contract/backup.ts';
import {goodOnes} from './maker.ts';
import {parts} from './manifest.ts';
import type {FoundBackup} from './place.ts';

/** Backups as the screen is told of them. */

export interface Own {
  readonly installation: string | undefined;
  readonly node: string | undefined;
}

export function backupView({name, place, manifest, problem}: FoundBackup, own: Own): BackupView {
  const sizes = manifest === undefined ? [] : parts.map(part => manifest.parts[part].size);
  return {
    folder: place,
    name,
    madeAt: manifest?.madeAt ?? null,
    kind: manifest?.kind ?? null,
    size: sizes.reduce((sum, size) => sum + size, 0),
    scans: manifest?.scans.count ?? 0,
    problem: problem ?? null,
    whose: manifest === undefined ? 'foreign' : whoseIs(manifest, own),
  };
}

function whoseIs({installation, node}: {installation: string; node: string}, own: Own): BackupView['whose'] {
  if (installation !== own.installation) return 'foreign';
  return node === own.node ? 'own' : 'related';
}

export function placeView(
  folder: string,
  {isThere, found}: {isThere: boolean; found: readonly FoundBackup[]},
  {own, problem, now, isExpected}: {own: Own; problem: BackupProblem | null; now: Date; isExpected: boolean},
): BackupPlace {
  const [last] = goodOnes(found, own.node ?? '');
  const lastGoodAt = last?.manifest.madeAt ?? null;
  const isOld = lastGoodAt === null ? isExpected || problem !== null : isLongAgo(lastGoodAt, now);
  return {
    folder,
    isThere,
    backups: found.map(each => backupView(each, own)),
    lastGoodAt,
    problem,
    isLate: isOld,
  };
}

export function isLongAgo(instant: string, now: Date): boolean {
  return now.getTime() - Date.parse(instant) > lateAfterDays * 86_400_000;
}
