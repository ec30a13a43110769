import {notifications} from '@mantine/notifications';
import {useCallback} from 'react';
import {addDays, formatDate} from '../../../domain/dates.ts';
import type {TodayItem} from '../../../electron/contract/today.ts';
import {useText} from '../../lib/language.tsx';
import {todayText} from '../../text/today.ts';
import {DoneNote} from '../../ui/done-note.tsx';
import type {Choose} from './use-today.ts';

/** Leaves a line aside for a week, and never beyond its day; said with the way back. */
export function usePostpone(today: string, choose: Choose): (item: TodayItem) => void {
  const {t} = useText();
  return useCallback(
    ({key, dueOn}) => {
      const week = addDays(today, 7);
      const until = dueOn !== null && dueOn < week ? dueOn : week;
      choose(now => ({postponed: {...now.postponed, [key]: until}}));
      const id = notifications.show({
        autoClose: 15_000,
        message: (
          <DoneNote
            words={t(todayText.postponedUntil(formatDate(until)))}
            back={t(todayText.takeBack)}
            onUndo={() => {
              notifications.hide(id);
              choose(({postponed: {[key]: _until, ...rest}}) => ({postponed: rest}));
            }}
          />
        ),
      });
    },
    [today, choose, t],
  );
}
