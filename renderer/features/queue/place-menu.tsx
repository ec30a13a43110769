import {ActionIcon, Menu} from '@mantine/core';
import {IconDotsVertical} from '@tabler/icons-react';
import {fullName} from '../../../domain/person.ts';
import type {PlacementEventKind} from '../../../domain/placement.ts';
import type {QueuePlaceView} from '../../../electron/contract/queue.ts';
import {useText} from '../../lib/language.tsx';
import {journalText} from '../../text/journal.ts';
import {queueText} from '../../text/queue.ts';

/** A mark of the journal, or in and out of the turn. */
export type PlaceAction = PlacementEventKind | 'turn';

/** What else can be done for a person in the queue. */
export function PlaceMenu({
  place,
  without,
  onAct,
}: {
  place: QueuePlaceView;
  without: PlacementEventKind | undefined;
  onAct: (action: PlaceAction) => void;
}) {
  const {t} = useText();
  const turn = place.outOfTurn !== null ? queueText.clearOutOfTurn : queueText.setOutOfTurn;
  return (
    <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t(queueText.more(fullName(place.name)))}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {place.next
          .filter(kind => kind !== without)
          .map(kind => (
            <Menu.Item key={kind} onClick={() => onAct(kind)}>
              {t(journalText.actions[kind])}
            </Menu.Item>
          ))}
        {(place.outOfTurn !== null || place.mayBeOutOfTurn) && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onAct('turn')}>{t(turn)}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
