import {Anchor} from '@mantine/core';
import {Link} from 'wouter';
import {useText} from '../lib/language.tsx';
import {paths} from '../lib/paths.ts';
import {scheduleText} from '../text/schedule.ts';

/** From the list of what is due to the same as a calendar. */
export function MonthLink() {
  const {t} = useText();
  return (
    <Anchor component={Link} href={paths.month()} size="sm">
      {t(scheduleText.title)}
    </Anchor>
  );
}
