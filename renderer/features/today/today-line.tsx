import {memo} from 'react';
import {Link} from 'wouter';
import {daysBetween, formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {TodayItem} from '../../../electron/contract/today.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {todayText} from '../../text/today.ts';
import classes from './today.module.css';

/** One matter: what, for whom, by when, on what ground. The whole line is the link to the form. */
export const TodayLine = memo(function TodayLine({item, today}: {item: TodayItem; today: string}) {
  const {t} = useText();
  return (
    <li>
      <Link href={placeOf(item.target)} className={classes.line} data-line data-state={item.state}>
        <span className={classes.name}>{fullName(item.name)}</span>
        <span className={classes.what}>{t(todayText.kinds[item.kind])}</span>
        <span className={classes.days}>
          <Days item={item} today={today} />
        </span>
        <span className={classes.ground}>
          {[item.ground, item.undecided ? todayText.undecided : null, item.moved]
            .flatMap(words => (words === null ? [] : [t(words)]))
            .join(' · ')}
        </span>
      </Link>
    </li>
  );
});

/** The strict day, and the lenient one where it is another: overdue only after it. */
function Days({item: {state, dueOn, latestOn}, today}: {item: TodayItem; today: string}) {
  const {t} = useText();
  const last = latestOn ?? dueOn;
  if (last === null) return null;
  const parts = [
    ...(dueOn === null ? [] : [t(todayText.by(formatDate(dueOn)))]),
    ...(latestOn === null || latestOn === dueOn ? [] : [t(todayText.latest(formatDate(latestOn)))]),
  ];
  return (
    <>
      {state === 'overdue' && <strong className={classes.late}>{t(todayText.late(daysBetween(last, today)))}</strong>}
      {parts.join('; ')}
    </>
  );
}

function placeOf(target: TodayItem['target']): string {
  switch (target.screen) {
    case 'recipient':
      return paths.recipient(target.recipientId);
    case 'file':
      return paths.file(target.recipientId);
    case 'new-plan':
      return paths.newPlan(target.recipientId);
    case 'plan':
      return paths.plan(target.recipientId, target.planId);
    case 'round':
      return paths.round(target.recipientId, target.planId, target.roundId);
    case 'binding':
      return paths.binding();
    default:
      return paths.today();
  }
}
