import type {Calendar} from '../../domain/calendar.ts';
import {addDays, type IsoDate} from '../../domain/dates.ts';

type Work = () => Promise<void>;

/** What is still to be done, by day. What nobody gets to before the last day stays undone, as in life. */
export interface Agenda {
  /** On that day, or on the first working day after it. */
  at(day: IsoDate, work: Work): void;
  /** So many working days after a day. */
  after(day: IsoDate, workingDays: number, work: Work): void;
  /** Lives through the days, both included; work of one day in the order in which it was put down. */
  live(from: IsoDate, to: IsoDate, begin: (day: IsoDate) => void): Promise<void>;
}

export function makeAgenda(calendar: Calendar): Agenda {
  const days = new Map<IsoDate, Work[]>();

  function put(day: IsoDate, work: Work): void {
    const list = days.get(day);
    if (list === undefined) days.set(day, [work]);
    else list.push(work);
  }

  return {
    at(day, work) {
      put(calendar.workingDayFrom(day), work);
    },
    after(day, workingDays, work) {
      put(calendar.addWorkingDays(day, workingDays), work);
    },
    async live(from, to, begin) {
      for (let day = from; day <= to; day = addDays(day, 1)) {
        const list = days.get(day) ?? [];
        if (list.length > 0) begin(day);
        // Work may put down more work for the same day: the list grows while it is read.
        for (const work of list) await work();
      }
    },
  };
}
