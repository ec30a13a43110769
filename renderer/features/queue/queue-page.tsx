import {Alert, Anchor, Button, Group, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {z} from 'zod';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {PlacementEventKind} from '../../../domain/placement.ts';
import {outOfTurnNames} from '../../../domain/queue-words.ts';
import type {Text} from '../../../domain/text.ts';
import {recipientCategoryNames} from '../../../domain/vocabulary.ts';
import type {QueuePlaceView, QueueView} from '../../../electron/contract/queue.ts';
import {AskDialog} from '../../form/ask-dialog.tsx';
import {RecordDialog} from '../../form/event-dialog.tsx';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {journalText} from '../../text/journal.ts';
import {portalText} from '../../text/portal.ts';
import {queueText} from '../../text/queue.ts';
import {DataTable, type DataColumn} from '../../ui/data-table.tsx';
import {EmptyState} from '../../ui/empty-state.tsx';
import {ExportList} from '../../ui/export-list.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {StatusBadge} from '../../ui/status-badge.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {isLate, nearestAct} from './acts.ts';
import {FreePlaces} from './free-places.tsx';
import {PlaceMenu, type PlaceAction} from './place-menu.tsx';

interface Asked {
  readonly place: QueuePlaceView;
  readonly action: PlaceAction;
}

/** The queue in its order: the ground of each place, and the next act for each person. */
export function QueuePage() {
  const {t} = useText();
  const write = useRight('journal');
  const {data: queue, error} = useCall('queue', 'get', {});
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <Page
      wide
      scrolls
      title={t(queueText.title)}
      actions={
        <>
          {queue && queue.places.length > 0 && <ExportList list={{what: 'queue'}} />}
          <Button component={Link} href={paths.journal()} variant="default">
            {t(queueText.toJournal)}
          </Button>
          <Button component={Link} href={paths.portal()} variant="default">
            {t(portalText.short)}
          </Button>
        </>
      }
    >
      {error && <ProblemNote error={error} />}
      {!queue && !error && <Waiting />}
      {queue && <FreePlaces />}
      {queue?.places.length === 0 && <EmptyState title={t(queueText.emptyTitle)} what={t(queueText.emptyWhat)} />}
      {queue && queue.places.length > 0 && (
        <>
          <Next queue={queue} />
          <Places queue={queue} mayWrite={write} onAct={(place, action) => setAsked({place, action})} />
          <Words size="xs" c="dimmed">
            {t(queueText.orderNote)}
          </Words>
        </>
      )}
      {queue && asked && asked.action === 'turn' && (
        <TurnDialog place={asked.place} ground={queue.outOfTurnGround} onClose={close} />
      )}
      {asked && asked.action !== 'turn' && <RecordDialog row={asked.place} kind={asked.action} onClose={close} />}
    </Page>
  );
}

/** Whom the next place is offered. */
function Next({queue: {places, next}}: {queue: QueueView}) {
  const {t} = useText();
  const find = (id: string | null) => places.find(place => place.placementId === id);
  const [first, ready] = [find(next.first), find(next.ready)];
  return (
    <Alert color="blue" title={t(queueText.nextTitle)}>
      <Stack gap={2}>
        <Words size="sm" fw={first ? 600 : undefined} style={{overflowWrap: 'anywhere'}}>
          {first ? `${first.place}. ${fullName(first.name)}` : t(queueText.nobodyWaits)}
        </Words>
        {ready && ready !== first && <Words size="sm">{t(queueText.readyNote(fullName(ready.name)))}</Words>}
      </Stack>
    </Alert>
  );
}

type OnAct = (place: QueuePlaceView, action: PlaceAction) => void;

function Places({queue, mayWrite, onAct}: {queue: QueueView; mayWrite: boolean; onAct: OnAct}) {
  const {t} = useText();
  return (
    <DataTable
      caption={t(queueText.title)}
      rows={queue.places}
      rowKey={place => place.placementId}
      columns={columnsOf(t, today(), mayWrite ? onAct : null)}
    />
  );
}

/** `onAct`: null for those who may only look. */
function columnsOf(t: (words: Text) => string, day: string, onAct: OnAct | null): DataColumn<QueuePlaceView>[] {
  const columns: DataColumn<QueuePlaceView>[] = [
    {key: 'place', head: t(queueText.place), width: 64, cell: place => place.place},
    {key: 'person', head: t(queueText.person), namesRow: true, cell: place => <Person place={place} />},
    {key: 'since', head: t(queueText.since), width: 130, cell: place => <Since place={place} />},
    {key: 'state', head: t(queueText.state), width: 210, cell: place => <State place={place} day={day} />},
    {key: 'ground', head: t(queueText.ground), width: 260, cell: place => <Ground place={place} />},
  ];
  if (onAct === null) return columns;
  const cell = (place: QueuePlaceView) => <Acts place={place} day={day} onAct={onAct} />;
  return [...columns, {key: 'actions', head: t(queueText.actions), width: 230, cell}];
}

function Person({place: {recipientId, name, category, rowNumber}}: {place: QueuePlaceView}) {
  const {t} = useText();
  return (
    <Stack gap={0}>
      <Anchor component={Link} href={paths.recipient(recipientId)} c="var(--mantine-color-text)" fw={600} size="sm">
        {fullName(name)}
      </Anchor>
      <Words size="xs" c="dimmed">
        {t(queueText.rowNumber(rowNumber))}
        {category !== null && ` · ${t(recipientCategoryNames[category])}`}
      </Words>
    </Stack>
  );
}

function Since({place: {queuedOn, waitedDays}}: {place: QueuePlaceView}) {
  const {t} = useText();
  return (
    <Stack gap={0}>
      <Words size="sm">{t(queueText.sinceDay(formatDate(queuedOn)))}</Words>
      <Words size="xs" c="dimmed">
        {t(queueText.days(waitedDays))}
      </Words>
    </Stack>
  );
}

function State({place, day}: {place: QueuePlaceView; day: string}) {
  const {t} = useText();
  const {state, arriveBy} = place;
  const late = isLate(place, day);
  const tone = {'waiting': 'calm', 'called': late ? 'late' : 'good', 'passed-over': 'off'} as const;
  return (
    <Stack gap={2} align="flex-start">
      <StatusBadge tone={tone[state]}>{t(queueText.states[state])}</StatusBadge>
      {state === 'passed-over' && <Words size="xs">{t(queueText.passedOver)}</Words>}
      {arriveBy !== null && (
        <Words size="xs" c={late ? 'var(--tone-late)' : undefined}>
          {t((late ? queueText.isLate : queueText.arriveBy)(formatDate(arriveBy)))}
        </Words>
      )}
    </Stack>
  );
}

function Ground({place: {ground, outOfTurn, programme, programmeTo}}: {place: QueuePlaceView}) {
  const {t} = useText();
  return (
    <Stack gap={2} align="flex-start">
      {outOfTurn !== null && <StatusBadge tone="wait">{t(queueText.outOfTurn)}</StatusBadge>}
      <Words size="xs">{t(ground ?? queueText.byDay)}</Words>
      {programme !== 'none' && programmeTo !== null && (
        <Words size="xs" c="dimmed">
          {t(queueText.programme[programme](formatDate(programmeTo)))}
        </Words>
      )}
    </Stack>
  );
}

function Acts({place, day, onAct}: {place: QueuePlaceView; day: string; onAct: OnAct}) {
  const {t} = useText();
  const nearest: PlacementEventKind | undefined = nearestAct(place, day);
  return (
    <Group gap={4} wrap="nowrap">
      {nearest && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t(journalText.actions[nearest])}: ${fullName(place.name)}`}
          onClick={() => onAct(place, nearest)}
        >
          {t(journalText.actions[nearest])}
        </Button>
      )}
      <PlaceMenu place={place} without={nearest} onAct={action => onAct(place, action)} />
    </Group>
  );
}

const nothingAsked = z.object({});

function TurnDialog({
  place,
  ground,
  onClose,
}: {
  place: QueuePlaceView;
  ground: QueueView['outOfTurnGround'];
  onClose: () => void;
}) {
  const {run} = useCommand('queue', 'setOutOfTurn');
  const back = place.outOfTurn !== null;
  return (
    <AskDialog
      title={back ? queueText.clearOutOfTurn : queueText.setOutOfTurn}
      what={back ? queueText.clearWhat : queueText.outOfTurnWhat(outOfTurnNames['orphan-of-age'], ground)}
      schema={nothingAsked}
      initial={{}}
      confirm={back ? queueText.clearOutOfTurn : queueText.setOutOfTurn}
      onConfirm={() => run({placementId: place.placementId, seen: place.stamp, ground: back ? null : 'orphan-of-age'})}
      onClose={onClose}
    >
      <Words fw={600} style={{overflowWrap: 'anywhere'}}>
        {fullName(place.name)}
      </Words>
    </AskDialog>
  );
}
