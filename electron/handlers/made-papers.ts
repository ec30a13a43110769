/** The papers of a pile that are made already, so that what was stopped goes on where it was. */
export interface MadePapers {
  /** The paper and how many pages it has, where it was made from what it would be made from now. */
  find(key: string, fingerprint: string): {readonly pdf: Uint8Array; readonly pages: number} | undefined;
  keep(key: string, fingerprint: string, made: {readonly pdf: Uint8Array; readonly pages: number}): void;
  /** Whether it is there, whatever it was made from. */
  has(key: string): boolean;
  /** How many pages it had when it was last made. */
  pages(key: string): number | undefined;
}
