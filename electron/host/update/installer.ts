import type {Packaging, UpdatePart} from '../../../registry/protocol/update.ts';

/** What happens when everything is in place. */
export type Handover =
  /** This program ends, and another is started: by itself when this one has ended, or at once where it waits for that. */
  | {readonly how: 'restart'; readonly program: string; readonly args: readonly string[]; readonly waits: boolean}
  | {readonly how: 'by-administrator'; readonly file: string};

export interface WayBack {
  readonly handover: Handover;
  /** Puts the newer program in its place again: the data could not follow. */
  readonly undo: () => void;
}

/**
 * Puts another version in the place of the program that runs: one for each way in which a program stands on a PC. All of it throws
 * what the disk says, and then the program is as it was.
 */
export interface Installer {
  readonly packaging: Packaging;
  /** Where the parts are gathered, on the disk where they are to stay. It may hold what an earlier try left. */
  readonly staging: string;
  /** The parts have been compared. `signed`: the file up to its first part, as the publisher signed it. */
  install(parts: readonly UpdatePart[], version: string, signed: Uint8Array): Handover;
  /** Whether the version before is kept here. */
  keeps(version: string): boolean;
  back(version: string): WayBack;
  /**
   * Whether what is kept of a version is still what the publisher signed. Not there where it lies beside the program: whoever
   * may alter the one may alter the other.
   */
  isAsSigned?(version: string, publisherKey: string): Promise<boolean>;
  /** Takes away what an earlier try left. */
  tidy(): void;
}
