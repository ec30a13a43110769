/** What a screen keeps for whoever comes back to it, and nobody after them. */
export interface Kept<T> {
  value: T;
}

const forget = new Set<() => void>();

/** Kept in memory as long as somebody is signed in; then it is what it was at first. */
export function keptWhileSignedIn<T>(first: T): Kept<T> {
  const kept = {value: first};
  forget.add(() => {
    kept.value = first;
  });
  return kept;
}

/** Nobody is signed in any more. */
export function forgetKept(): void {
  for (const each of forget) each();
}
