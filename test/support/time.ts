import {setTimeout as timer} from 'node:timers/promises';

/** Looks until there is something to be seen; the limit of the test ends it otherwise. */
export async function until<Result>(look: () => Promise<Result | undefined> | Result | undefined): Promise<Result> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await timer(5);
  }
}

/** Lets time pass where that is the matter; `_why`: what is not to happen meanwhile, or what ends at a chance moment. */
export function letPass(milliseconds: number, _why: string): Promise<void> {
  return timer(milliseconds);
}
