import {Anchor, Button, Drawer, Group, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {StatisticsTableId} from '../../../domain/statistics-tables.ts';
import {columnNames, rowName, tableNames} from '../../../domain/statistics-words.ts';
import type {Text} from '../../../domain/text.ts';
import type {StatisticsListed} from '../../../electron/contract/statistics.ts';
import {moveBetweenLines} from '../../lib/arrow-keys.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall} from '../../lib/use-call.ts';
import {statisticsText} from '../../text/statistics.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import type {ChosenNumber} from './number-table.tsx';

const pageSize = 100;

interface Scope {
  readonly from: string;
  readonly to: string;
  readonly unitId: string | null;
}

/** What a number counts: each person leads to the card, each paper to its form. */
export function NumberList({scope, chosen, onClose}: {scope: Scope; chosen: ChosenNumber | null; onClose: () => void}) {
  const {t} = useText();
  return (
    <Drawer
      opened={chosen !== null}
      onClose={onClose}
      position="right"
      size="lg"
      classNames={{title: 'statistics-name'}}
      title={chosen && t(statisticsText.listOf(rowName(chosen.table, chosen.row), columnNames[chosen.column]))}
      closeButtonProps={{'aria-label': t(statisticsText.close)}}
      transitionProps={{duration: 100}}
    >
      {chosen && <List key={`${chosen.table} ${chosen.row} ${chosen.column}`} scope={scope} chosen={chosen} />}
    </Drawer>
  );
}

function List({scope, chosen}: {scope: Scope; chosen: ChosenNumber}) {
  const {t} = useText();
  const [offset, setOffset] = useState(0);
  const {data, error, refetch} = useCall(
    'statistics',
    'list',
    {...scope, ...chosen, offset, limit: pageSize},
    {keepPrevious: true},
  );
  if (!data) return error ? <ProblemNote error={error} retry={() => void refetch()} /> : <Waiting />;
  const {items, total} = data;
  return (
    <Stack gap="sm">
      <Words size="sm" c="dimmed" role="status">
        {t(tableNames[chosen.table])}
        {'. '}
        {t(statisticsText.range(Math.min(offset + 1, total), Math.min(offset + items.length, total), total))}
      </Words>
      <ul className="statistics-list" onKeyDown={moveBetweenLines}>
        {items.map(item => (
          <li key={item.key}>
            <Anchor component={Link} href={paths.recipient(item.recipientId)} fw={600} data-line>
              {fullName(item.name)}
            </Anchor>
            <Words size="sm">{about(item, chosen.table).map(t).join(' · ')}</Words>
            {item.words !== null && <Words size="sm">{item.words}</Words>}
            <Paper item={item} />
          </li>
        ))}
      </ul>
      {total > pageSize && (
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            disabled={offset === 0}
            onClick={() => setOffset(offset - pageSize)}
          >
            {t(statisticsText.previous)}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={offset + pageSize >= total}
            onClick={() => setOffset(offset + pageSize)}
          >
            {t(statisticsText.following)}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** When it counts, and the term with what became of it. */
function about({bornOn, day, strict, lenient}: StatisticsListed, table: StatisticsTableId): Text[] {
  const born = bornOn === null ? [] : [statisticsText.born(formatDate(bornOn))];
  if (strict === null || lenient === null) {
    if (day === null) return born;
    const isMoment = table === 'movement' || table === 'monitoring';
    return [isMoment ? statisticsText.on(formatDate(day)) : statisticsText.since(formatDate(day)), ...born];
  }
  const done = day === null ? statisticsText.notDone : statisticsText.doneOn(formatDate(day));
  return [statisticsText.term(formatDate(strict), formatDate(lenient)), done];
}

function Paper({item: {recipientId, planId, roundId}}: {item: StatisticsListed}) {
  const {t} = useText();
  if (planId === null) return null;
  const [href, words] =
    roundId === null
      ? [paths.plan(recipientId, planId), statisticsText.openPlan]
      : [paths.round(recipientId, planId, roundId), statisticsText.openRound];
  return (
    <Anchor component={Link} href={href} size="sm">
      {t(words)}
    </Anchor>
  );
}
