import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import {writeAtomically} from './atomic-file.ts';

/**
 * After some wrong passwords one waits, longer each time; kept in a file, so that a restart does not help. It slows a
 * person at the keyboard; against a stolen disk it is Argon2id that counts.
 */
const record = z.record(z.string(), z.strictObject({wrong: z.int().min(0), last: z.iso.datetime()}));
type Attempts = z.output<typeof record>;

/** Seconds to wait after the n-th wrong password in a row; the first four cost nothing. */
const delays = [0, 0, 0, 0, 0, 5, 15, 30, 60, 300] as const;
const longest = 900;

export interface SignInDelay {
  /** When the next try is looked at; null: now. */
  waitUntil(account: string, now: Date): string | null;
  wrong(account: string, now: Date): void;
  right(account: string): void;
}

export function signInDelay(folder: string): SignInDelay {
  const file = join(folder, 'attempts.json');

  function read(): Attempts {
    if (!existsSync(file)) return {};
    try {
      return record.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      // It only slows guessing down: a damaged one must not shut anybody out.
      return {};
    }
  }

  function write(attempts: Attempts): void {
    writeAtomically(file, JSON.stringify(attempts));
  }

  return {
    waitUntil(account, now) {
      const attempt = read()[account];
      if (attempt === undefined) return null;
      const seconds = delays[attempt.wrong] ?? longest;
      const last = Date.parse(attempt.last);
      const until = last + seconds * 1000;
      // A clock that was put back must not lengthen the wait.
      return last <= now.getTime() && until > now.getTime() ? new Date(until).toISOString() : null;
    },
    wrong(account, now) {
      const attempts = read();
      write({...attempts, [account]: {wrong: (attempts[account]?.wrong ?? 0) + 1, last: now.toISOString()}});
    },
    right(account) {
      const {[account]: attempt, ...others} = read();
      if (attempt === undefined) return;
      try {
        write(others);
      } catch {
        // On a full disk the person is let in all the same; the count is cleared the next time.
      }
    },
  };
}
