import {must} from '../../domain/assert.ts';
import type {IsoDate} from '../../domain/dates.ts';
import type {Clock} from '../host/clock.ts';

/** The clock of a demonstration's office: it shows the day it is set to, and goes on a little with every call. */
export interface DemoClock {
  readonly now: Clock;
  /** Nine in the morning of a day. Never back: an earlier day is left as it is. */
  setDay(day: IsoDate): void;
  tick(): void;
}

const perCall = 25_000;

export function makeDemoClock(day: IsoDate): DemoClock {
  let instant = morning(day);
  return {
    now: () => new Date(instant),
    setDay(next) {
      instant = Math.max(instant, morning(next));
    },
    tick() {
      instant += perCall;
    },
  };
}

function morning(day: IsoDate): number {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(must(year), must(month) - 1, must(date), 9).getTime();
}
