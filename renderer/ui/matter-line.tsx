import {Fragment, memo, type ReactNode} from 'react';
import {Link} from 'wouter';
import {daysBetween, formatDate} from '../../domain/dates.ts';
import {fullName} from '../../domain/person.ts';
import type {TodayItem} from '../../electron/contract/today.ts';
import {useText} from '../lib/language.tsx';
import {paths} from '../lib/paths.ts';
import {todayText} from '../text/today.ts';
import {MatterActs} from './matter-acts.tsx';
import classes from './matter.module.css';

/** Lines of Today, in a list that the arrow keys walk through. */
export function MatterList({children}: {children: ReactNode}) {
  return <ul className={classes.lines}>{children}</ul>;
}

interface MatterLineProps {
  readonly item: TodayItem;
  readonly today: string;
  /** False: among lines of the same person, who is named above them. */
  readonly named?: boolean;
  /** Leaves the line aside for some days; null: not this one. */
  readonly onPostpone?: ((item: TodayItem) => void) | null;
}

/** One matter: what, for whom, by when, on what ground. The line is the link to the very field; beside it what one click does. */
export const MatterLine = memo(function MatterLine({item, today, named = true, onPostpone = null}: MatterLineProps) {
  const {t} = useText();
  const {to, state} = placeOf(item.target);
  return (
    <li className={classes.item} data-state={item.state}>
      <Link href={to} state={state} className={named ? classes.line : `${classes.line} ${classes.unnamed}`} data-line>
        {named && <span className={classes.name}>{fullName(item.name)}</span>}
        <span className={classes.what}>
          {t(todayText.kinds[item.kind])}
          {item.signer !== null && <span className={classes.signer}>{fullName(item.signer)}</span>}
        </span>
        <span className={classes.days}>
          <Days item={item} today={today} />
        </span>
        <span className={classes.ground}>
          {[item.ground, item.undecided ? todayText.undecided : null, item.moved]
            .flatMap(words => (words === null ? [] : [t(words)]))
            .join(' · ')}
        </span>
      </Link>
      <MatterActs item={item} today={today} onPostpone={onPostpone} />
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
      {parts.map((part, place) => (
        <Fragment key={part}>
          {place > 0 && ' '}
          <span className={classes.day}>{place < parts.length - 1 ? `${part};` : part}</span>
        </Fragment>
      ))}
    </>
  );
}

/** The page, and what it is told on arrival: the field that the matter is about. */
function placeOf(target: TodayItem['target']): {to: string; state: object} {
  switch (target.screen) {
    case 'recipient': {
      const {recipientId, field} = target;
      return {to: paths.recipient(recipientId), state: field === null ? {} : {tab: 'person', field}};
    }
    case 'file':
      return {to: paths.file(target.recipientId), state: {field: target.field}};
    case 'new-plan':
      return {to: paths.newPlan(target.recipientId), state: {}};
    case 'plan':
      return {to: paths.plan(target.recipientId, target.planId), state: {field: target.field}};
    case 'round':
      return {to: paths.round(target.recipientId, target.planId, target.roundId), state: {field: target.field}};
    case 'binding':
      return {to: paths.binding(), state: {}};
  }
}
