/** What a screen keeps in memory for whoever comes back to it. */
export interface Kept<T> {
  value: T;
}

const ofSession = new Set<() => void>();
const ofAccount = new Set<() => void>();

/** What was typed or chosen: kept as long as somebody is signed in. */
export function keptWhileSignedIn<T>(first: T): Kept<T> {
  return keptUntil(ofSession, first);
}

/**
 * Work that a lock interrupts: the same person finds it again, and nobody else. It names nobody: ids alone may stand here.
 */
export function keptForAccount<T>(first: T): Kept<T> {
  return keptUntil(ofAccount, first);
}

function keptUntil<T>(end: Set<() => void>, first: T): Kept<T> {
  const kept = {value: first};
  end.add(() => {
    kept.value = first;
  });
  return kept;
}

/** Nobody is signed in any more. */
export function forgetSession(): void {
  for (const forget of ofSession) forget();
}

/** Somebody else has signed in. */
export function forgetAccount(): void {
  for (const forget of ofAccount) forget();
}
