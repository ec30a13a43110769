import type {z} from 'zod';
import type {draftValues} from '../../electron/contract/draft.ts';

export type DraftValues = z.output<typeof draftValues>;

export interface DraftPort {
  save(values: DraftValues): Promise<{savedAt: string}>;
  drop(): Promise<unknown>;
}

export type DraftState = 'clean' | 'unsaved' | 'saved';

/** Typing is written at rest after this long, and at the latest after `latest`. Milliseconds. */
const pause = 800;
const latest = 2_000;

const openWriters = new Set<DraftWriter>();

/** The last write or drop of each draft: a form that opens anew must not read what is just being dropped. */
const lastSteps = new Map<string, Promise<void>>();

/** Waits until nothing more is under way for a draft. */
export async function draftAtRest(key: string): Promise<void> {
  await lastSteps.get(key);
}

/** Writes whatever is typed and not yet at rest, in every open form: before a lock, and when the page goes away. */
export async function writeAllDrafts(): Promise<void> {
  await Promise.all([...openWriters].map(writer => writer.flush()));
}

/**
 * Keeps one form's draft at rest:
 *
 *   clean --typed--> unsaved --pause, blur, page hidden--> saved --typed--> unsaved …
 *   any --back to what the record holds, or the record saved--> clean (the draft is dropped)
 *
 * Writes never overlap; what is typed during a write is written after it.
 */
export class DraftWriter {
  private readonly key: string;
  private readonly port: DraftPort;
  private readonly onState: (state: DraftState, savedAt: string | null) => void;
  private waiting: DraftValues | null = null;
  private waitingSince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();
  private atRest: boolean;

  constructor(
    key: string,
    port: DraftPort,
    onState: (state: DraftState, savedAt: string | null) => void,
    /** Whether a draft of an earlier session is at rest. */
    atRest: boolean,
  ) {
    this.key = key;
    this.port = port;
    this.onState = onState;
    this.atRest = atRest;
    openWriters.add(this);
  }

  typed(values: DraftValues): void {
    const now = Date.now();
    if (this.waiting === null) this.waitingSince = now;
    this.waiting = values;
    this.onState('unsaved', null);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(pause, this.waitingSince + latest - now)));
  }

  /** The fields hold what the record holds. */
  async clean(): Promise<void> {
    clearTimeout(this.timer);
    this.waiting = null;
    this.onState('clean', null);
    await this.inTurn(async () => {
      if (!this.atRest) return;
      // A draft that could not be dropped is offered again, and then equals the record: nothing is lost.
      await this.port.drop().catch(() => undefined);
      this.atRest = false;
    });
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await this.inTurn(() => this.write());
  }

  /** The form leaves the screen. */
  close(): void {
    void this.flush().finally(() => openWriters.delete(this));
  }

  private async write(): Promise<void> {
    const values = this.waiting;
    if (values === null) return;
    this.waiting = null;
    try {
      const {savedAt} = await this.port.save(values);
      this.atRest = true;
      if (this.stillWaiting() === null) this.onState('saved', savedAt);
    } catch {
      // Locked, or the disk is full: the values stay here and the next key or blur tries again.
      this.waiting ??= values;
    }
  }

  /** Typed while a write ran; the compiler cannot know. */
  private stillWaiting(): DraftValues | null {
    return this.waiting;
  }

  private inTurn(step: () => Promise<void>): Promise<void> {
    const before = this.writing;
    this.writing = (async () => {
      await before;
      await step();
    })();
    lastSteps.set(this.key, this.writing);
    return this.writing;
  }
}
