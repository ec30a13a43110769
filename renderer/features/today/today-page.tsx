import {Button, Group, Stack, Text as Words} from '@mantine/core';
import {Link} from 'wouter';
import {longDate} from '../../../domain/dates.ts';
import {mostMatters} from '../../../domain/matters.ts';
import type {TodayChoice, TodayItem} from '../../../electron/contract/today.ts';
import {moveBetweenLines} from '../../lib/arrow-keys.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {partOf} from '../../lib/today-part.ts';
import {useCall} from '../../lib/use-call.ts';
import {journalText} from '../../text/journal.ts';
import {todayText} from '../../text/today.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {ExportList} from '../../ui/export-list.tsx';
import {MonthLink} from '../../ui/month-link.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {Month} from './month.tsx';
import {TodayFilters} from './today-filters.tsx';
import {ByDay, ByPerson} from './today-groups.tsx';
import {usePostpone} from './use-postpone.tsx';
import {useChoice, useToday, type Choose} from './use-today.ts';

/** The first screen: what is overdue, what is due, what waits for whom, on what ground; each line opens the very field. */
export function TodayPage() {
  const {t} = useText();
  const write = useRight('journal');
  const {choice, choose} = useChoice();
  const {data, error, refetch} = useToday(choice);
  if (!data || !choice) return error ? <ProblemNote error={error} retry={() => void refetch()} /> : <Waiting />;
  const nobody = data.receiving + data.queued + data.onLeave === 0;
  return (
    <Page
      title={t(todayText.titleOn(longDate(data.today)))}
      actions={
        <>
          {!nobody && (
            <ExportList
              list={{what: 'today', of: {staffId: choice.staffId, unitId: choice.unitId, recipientId: null}}}
            />
          )}
          {write && (
            <Button component={Link} href={paths.newEntry()} variant={nobody ? 'filled' : 'default'}>
              {t(journalText.newEntry)}
            </Button>
          )}
        </>
      }
    >
      <Group justify="space-between" gap="xs">
        <Group gap="lg">
          <Count words={t(todayText.receiving)} count={data.receiving} />
          <Count words={t(todayText.queued)} count={data.queued} />
          <Count words={t(todayText.onLeave)} count={data.onLeave} />
          <MonthLink />
        </Group>
        {!nobody && <TodayFilters choice={choice} onChoose={choose} />}
      </Group>
      <Matters data={data} choice={choice} choose={choose} nobody={nobody} />
      <Month today={data.today} choice={choice} />
    </Page>
  );
}

interface MattersProps {
  readonly data: NonNullable<ReturnType<typeof useToday>['data']>;
  readonly choice: TodayChoice;
  readonly choose: Choose;
  /** The organisation has not entered anybody yet. */
  readonly nobody: boolean;
}

function Matters({data, choice, choose, nobody}: MattersProps) {
  const {t} = useText();
  const {data: signatures} = useCall('today', 'signatures', partOf(choice), {keepPrevious: true});
  const {mine = [], others = [], approvals} = signatures ?? {};
  const isPart = choice.staffId !== null || choice.unitId !== null;
  const {today, total} = data;
  const postpone = usePostpone(today, choose);

  // An approval that only lacks the signature stands with the signatures.
  const ready = new Set(
    [...mine, ...others].flatMap(({kind, target}) =>
      kind === 'plan-approve' && target.screen === 'plan' ? [target.planId] : [],
    ),
  );
  const listed = data.items.filter(
    ({kind, target}) => !(kind === 'plan-approve' && target.screen === 'plan' && ready.has(target.planId)),
  );
  const isAside = (item: TodayItem) =>
    (item.state === 'week' || item.state === 'later') && (choice.postponed[item.key] ?? '') > today;
  const aside = listed.filter(isAside);
  const items = listed.filter(item => !isAside(item));
  const countOf = (state: TodayItem['state']) =>
    isPart || aside.length > 0
      ? items.filter(item => item.state === state).length
      : data.counts[state] - (approvals?.[state] ?? 0);

  if (items.length + mine.length + others.length + aside.length === 0) {
    if (isPart) {
      return (
        <EmptyState title={t(todayText.nothingOfThese)} what={t(todayText.nothingOfTheseWhat)}>
          <Button variant="default" onClick={() => choose({staffId: null, unitId: null})}>
            {t(todayText.showAll)}
          </Button>
        </EmptyState>
      );
    }
    return (
      <EmptyState
        title={t(nobody ? todayText.emptyTitle : todayText.nothingTitle)}
        what={t(nobody ? todayText.emptyWhat : todayText.nothingWhat)}
      />
    );
  }
  const groups = {today, items, mine, others, onPostpone: postpone};
  return (
    <Stack gap="md" onKeyDown={moveBetweenLines}>
      {choice.byPerson ? <ByPerson {...groups} /> : <ByDay {...groups} countOf={countOf} />}
      {aside.length > 0 && (
        <Group gap="xs">
          <Words size="sm" c="dimmed">
            {t(todayText.postponed(aside.length))}
          </Words>
          <Button size="compact-xs" variant="subtle" onClick={() => choose({postponed: {}})}>
            {t(todayText.showPostponed)}
          </Button>
        </Group>
      )}
      {data.items.length === mostMatters && (isPart || total > mostMatters) && (
        <Words size="sm" c="dimmed">
          {t(isPart ? todayText.cutPart(mostMatters) : todayText.cut(data.items.length, total))}
        </Words>
      )}
    </Stack>
  );
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
