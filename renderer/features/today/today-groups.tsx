import {Anchor} from '@mantine/core';
import {Link} from 'wouter';
import {fullName} from '../../../domain/person.ts';
import type {TodayItem} from '../../../electron/contract/today.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {todayText} from '../../text/today.ts';
import {Fold} from '../../ui/fold.tsx';
import {MatterLine, MatterList} from '../../ui/matter-line.tsx';
import {Section} from '../../ui/section.tsx';

type State = TodayItem['state'];

interface GroupsProps {
  readonly today: string;
  readonly items: readonly TodayItem[];
  readonly mine: readonly TodayItem[];
  readonly others: readonly TodayItem[];
  /** How many there are, beyond those that are listed too. */
  readonly countOf: (state: State) => number;
  readonly onPostpone: (item: TodayItem) => void;
}

/** By urgency: what is late, what is due, what only lacks my signature, what is coming, and what waits for others. */
export function ByDay({today, items, mine, others, countOf, onPostpone}: GroupsProps) {
  const {t} = useText();
  const lines = (some: readonly TodayItem[]) => (
    <MatterList>
      {some.map(item => (
        <MatterLine key={item.key} item={item} today={today} onPostpone={onPostpone} />
      ))}
    </MatterList>
  );
  const section = (state: State) => {
    const own = items.filter(item => item.state === state);
    return (
      own.length > 0 && <Section title={`${t(todayText.states[state])} (${countOf(state)})`}>{lines(own)}</Section>
    );
  };
  const presses = items.some(({state}) => state === 'overdue' || state === 'due' || state === 'week');
  const folded = (state: State) => {
    const own = items.filter(item => item.state === state);
    return (
      own.length > 0 && (
        <Fold title={`${t(todayText.states[state])} (${countOf(state)})`} startsOpen={!presses && mine.length === 0}>
          {lines(own)}
        </Fold>
      )
    );
  };
  return (
    <>
      {section('overdue')}
      {section('due')}
      {mine.length > 0 && <Section title={`${t(todayText.waitsForMe)} (${mine.length})`}>{lines(mine)}</Section>}
      {section('week')}
      {folded('later')}
      {folded('archive')}
      {others.length > 0 && (
        <Fold title={`${t(todayText.waitsForOthers)} (${others.length})`} summary={signersOf(others)}>
          {lines(others)}
        </Fold>
      )}
    </>
  );
}

/** Whom it waits for, and how much. */
function signersOf(items: readonly TodayItem[]): string {
  const bySigner = Map.groupBy(items, ({signer}) => (signer === null ? '' : fullName(signer)));
  return [...bySigner]
    .filter(([name]) => name !== '')
    .map(([name, some]) => `${name}: ${some.length}`)
    .join(' · ');
}

/** By person: whoever has the most urgent matter stands first, with all of theirs. */
export function ByPerson({today, items, mine, others, onPostpone}: Omit<GroupsProps, 'countOf'>) {
  const people = Map.groupBy([...items, ...mine, ...others], ({recipientId}) => recipientId);
  return [...people].map(([recipientId, own]) => (
    <Section
      key={recipientId}
      title={own[0] === undefined ? '' : fullName(own[0].name)}
      actions={<PersonLink recipientId={recipientId} />}
    >
      <MatterList>
        {own.map(item => (
          <MatterLine key={item.key} item={item} today={today} named={false} onPostpone={onPostpone} />
        ))}
      </MatterList>
    </Section>
  ));
}

function PersonLink({recipientId}: {recipientId: string}) {
  const {t} = useText();
  return (
    <Anchor component={Link} href={paths.recipient(recipientId)} size="sm">
      {t(todayText.openPerson)}
    </Anchor>
  );
}
