import {Button, Group, Paper, SegmentedControl, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {likenessGradeNames, likenessGroundNames} from '../../../domain/duplicate-words.ts';
import type {LikenessGrade} from '../../../domain/duplicates.ts';
import {fullName} from '../../../domain/person.ts';
import {placementStatusNames} from '../../../domain/vocabulary.ts';
import type {DuplicatePair} from '../../../electron/contract/duplicates.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {duplicatesText} from '../../text/duplicates.ts';
import {searchText} from '../../text/search.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {StatusBadge, type Tone} from '../../ui/status-badge.tsx';
import {Waiting} from '../../ui/waiting.tsx';

const pageSize = 25;
const most = 100;

export const gradeTones: Record<LikenessGrade, Tone> = {sure: 'late', likely: 'wait', possible: 'calm'};

type Filter = 'left' | 'dismissed';

/** Who may have been entered twice: pair by pair, with the grounds. */
export function DuplicatesPage() {
  const {t} = useText();
  const [filter, setFilter] = useState<Filter>('left');
  const [limit, setLimit] = useState(pageSize);
  const {data, error, refetch} = useCall(
    'duplicates',
    'list',
    {dismissed: filter === 'dismissed', offset: 0, limit},
    {keepPrevious: true},
  );
  const total = data?.[filter] ?? 0;
  return (
    <Page
      title={t(duplicatesText.title)}
      actions={
        <Button component={Link} href={paths.people()} variant="default">
          {t(searchText.title)}
        </Button>
      }
    >
      <Words size="sm">{t(duplicatesText.what)}</Words>
      {data && (
        <SegmentedControl<Filter>
          size="xs"
          style={{alignSelf: 'flex-start'}}
          aria-label={t(duplicatesText.filter)}
          data={[
            {value: 'left', label: t(duplicatesText.left(data.left))},
            {value: 'dismissed', label: t(duplicatesText.dismissed(data.dismissed))},
          ]}
          value={filter}
          onChange={value => {
            setFilter(value);
            setLimit(pageSize);
          }}
        />
      )}
      {error && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && data.pairs.length === 0 && filter === 'left' && (
        <EmptyState title={t(duplicatesText.noneTitle)} what={t(duplicatesText.noneWhat)} />
      )}
      {data && data.pairs.length === 0 && filter === 'dismissed' && (
        <Words size="sm">{t(duplicatesText.noneDismissed)}</Words>
      )}
      {data && data.pairs.length > 0 && (
        <Stack component="ul" gap="xs" p={0} m={0} style={{listStyle: 'none'}}>
          {data.pairs.map(pair => (
            <Pair key={`${pair.first.recipientId} ${pair.second.recipientId}`} pair={pair} />
          ))}
        </Stack>
      )}
      {data && data.pairs.length < Math.min(total, most) && (
        <Button
          variant="default"
          style={{alignSelf: 'flex-start'}}
          onClick={() => setLimit(Math.min(most, limit + pageSize))}
        >
          {t(duplicatesText.more)}
        </Button>
      )}
    </Page>
  );
}

function Pair({pair}: {pair: DuplicatePair}) {
  const {t} = useText();
  const write = useRight('file');
  const dismiss = useCommand('duplicates', 'dismiss');
  const restore = useCommand('duplicates', 'restore');
  const [failure, setFailure] = useState<unknown>(null);
  const ids = {firstId: pair.first.recipientId, secondId: pair.second.recipientId};
  const names = [fullName(pair.first.name), fullName(pair.second.name)] as const;
  const turn = pair.dismissed ? restore : dismiss;
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={4} style={{minWidth: 0}}>
          <Person hit={pair.first} />
          <Person hit={pair.second} />
          <Group gap="xs">
            <StatusBadge tone={gradeTones[pair.grade]}>{t(likenessGradeNames[pair.grade])}</StatusBadge>
            <Words size="sm" c="dimmed">
              {pair.grounds.map(ground => t(likenessGroundNames[ground])).join(', ')}
            </Words>
          </Group>
        </Stack>
        <Group gap="xs" wrap="nowrap" style={{flexShrink: 0}}>
          {write && (
            <Button
              size="xs"
              variant="default"
              loading={turn.running}
              aria-label={t((pair.dismissed ? duplicatesText.againPair : duplicatesText.twoPeoplePair)(...names))}
              onClick={() => void turn.run(ids).catch(setFailure)}
            >
              {t(pair.dismissed ? duplicatesText.again : duplicatesText.twoPeople)}
            </Button>
          )}
          <Button
            component={Link}
            href={paths.compare(ids.firstId, ids.secondId)}
            size="xs"
            aria-label={t(duplicatesText.comparePair(...names))}
          >
            {t(duplicatesText.compare)}
          </Button>
        </Group>
      </Group>
      {failure !== null && <ProblemNote error={failure} />}
    </Paper>
  );
}

function Person({hit}: {hit: DuplicatePair['first']}) {
  const {t} = useText();
  const more = [
    ...(hit.bornOn === null ? [] : [formatDate(hit.bornOn)]),
    ...(hit.status === null ? [] : [t(placementStatusNames[hit.status])]),
    ...(hit.fileNumber === null ? [] : [t(searchText.file(hit.fileNumber))]),
  ];
  return (
    <Words size="sm" style={{overflowWrap: 'anywhere'}}>
      <strong>{fullName(hit.name)}</strong>
      {more.map(each => ` · ${each}`)}
    </Words>
  );
}
