/** One line of the table, and of `out/bench.json`. */
export interface Figure {
  readonly name: string;
  /** Null: it could not be measured here; `against` says what is missing. */
  readonly value: number | null;
  readonly unit: string;
  /** What it was measured beside, in the same run. */
  readonly against: string;
  /** How many times the other; below 1 is better for a time. Null where there is none. */
  readonly ratio: number | null;
  readonly target: string;
  readonly met: boolean;
}

/** The value below which the given share of the samples lies: 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** Milliseconds that some work took. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
