import type {ImportFileProblem} from '../../../domain/importing/problems.ts';

/** A sheet as the rest of the program knows it: every cell a text, days as `YYYY-MM-DD`, merged cells in all their places. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What is wrong with a file is an answer. */
export type ReadTables = {readonly sheets: readonly ReadSheet[]} | {readonly problem: ImportFileProblem};

/** What a file may be. */
export const readLimits = {
  /** Bytes of the file itself, and of all that is packed in it. */
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  entries: 5_000,
  rows: 50_000,
  columns: 200,
  /** Filled cells of all sheets. */
  cells: 3_000_000,
  /** Letters of a cell; what is longer than any field is cut. */
  letters: 5_000,
  /** Places that one merged cell is told in. */
  mergedCells: 5_000,
  milliseconds: 60_000,
  megabytes: 700,
} as const;
