import {Button, Group, SegmentedControl, Stack, Text as Words} from '@mantine/core';
import {startTransition, useDeferredValue, useEffect, useState} from 'react';
import {Link} from 'wouter';
import {longDate} from '../../../domain/dates.ts';
import {firstMatters, mostMatters} from '../../../domain/matters.ts';
import type {TodayItem} from '../../../electron/contract/today.ts';
import {moveBetweenLines} from '../../lib/arrow-keys.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {journalText} from '../../text/journal.ts';
import {todayText} from '../../text/today.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {MonthLink} from '../../ui/month-link.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import classes from './today.module.css';
import {TodayLine} from './today-line.tsx';

const states = ['overdue', 'due', 'week', 'later', 'archive'] as const;
const roles = ['everyone', 'worker', 'head'] as const;
type Whose = (typeof roles)[number];
const whoseNames = {
  everyone: todayText.everyone,
  worker: todayText.waitsForWorker,
  head: todayText.waitsForHead,
};

/** The first screen: what is overdue, what is due, for whom, on what ground; each line opens the form. */
export function TodayPage() {
  const {t} = useText();
  const write = useRight('journal');
  const {data, error, refetch} = useToday();
  const [whose, setWhose] = useState<Whose>('everyone');
  if (!data) return error ? <ProblemNote error={error} retry={() => void refetch()} /> : <Waiting />;
  const items = data.items.filter(item => whose === 'everyone' || item.waitsFor === whose);
  const nobody = data.receiving + data.queued + data.onLeave === 0;
  return (
    <Page
      title={t(todayText.titleOn(longDate(data.today)))}
      actions={
        write && (
          <Button component={Link} href={paths.newEntry()} variant={nobody ? 'filled' : 'default'}>
            {t(journalText.newEntry)}
          </Button>
        )
      }
    >
      <Group justify="space-between" gap="md">
        <Group gap="lg">
          <Count words={t(todayText.receiving)} count={data.receiving} />
          <Count words={t(todayText.queued)} count={data.queued} />
          <Count words={t(todayText.onLeave)} count={data.onLeave} />
          <MonthLink />
        </Group>
        <SegmentedControl<Whose>
          size="xs"
          aria-label={t(todayText.whose)}
          data={roles.map(role => ({value: role, label: t(whoseNames[role])}))}
          value={whose}
          onChange={setWhose}
        />
      </Group>
      {items.length === 0 ? (
        <EmptyState
          title={t(nobody ? todayText.emptyTitle : todayText.nothingTitle)}
          what={t(nobody ? todayText.emptyWhat : todayText.nothingWhat)}
        />
      ) : (
        <Stack gap="md" onKeyDown={moveBetweenLines}>
          {states.map(state => (
            <Lines
              key={state}
              state={state}
              today={data.today}
              items={items.filter(item => item.state === state)}
              count={whose === 'everyone' ? data.counts[state] : items.filter(item => item.state === state).length}
            />
          ))}
        </Stack>
      )}
      {data.items.length === mostMatters && data.total > mostMatters && (
        <Words size="sm" c="dimmed">
          {t(todayText.cut(data.items.length, data.total))}
        </Words>
      )}
    </Page>
  );
}

/** What a screen shows is asked for first and drawn at once; the whole list follows when there is time. */
function useToday() {
  const [hasFirst, setHasFirst] = useState(false);
  const whole = useCall('today', 'get', {limit: mostMatters}, {enabled: hasFirst});
  const first = useCall('today', 'get', {limit: firstMatters}, {enabled: whole.data === undefined});
  const isThere = whole.data !== undefined || first.data !== undefined;
  useEffect(() => {
    if (isThere) startTransition(() => setHasFirst(true));
  }, [isThere]);
  const data = useDeferredValue(whole.data) ?? first.data;
  return {data, error: whole.error ?? first.error, refetch: whole.data === undefined ? first.refetch : whole.refetch};
}

function Count({words, count}: {words: string; count: number}) {
  return (
    <Words size="sm">
      {words}
      {': '}
      <strong>{count}</strong>
    </Words>
  );
}

function Lines({
  state,
  today,
  items,
  count,
}: {
  state: TodayItem['state'];
  today: string;
  items: readonly TodayItem[];
  count: number;
}) {
  const {t} = useText();
  if (items.length === 0) return null;
  return (
    <Section title={`${t(todayText.states[state])} (${count})`}>
      <ul className={classes.lines}>
        {items.map(item => (
          <TodayLine key={item.key} item={item} today={today} />
        ))}
      </ul>
    </Section>
  );
}
