import {Button, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {undoObstacleWords, type UndoObstacle} from '../../domain/undo.ts';
import {failureText} from '../lib/failures.ts';
import type {WordedChange, WordedField} from '../lib/history-words.ts';
import {useText} from '../lib/language.tsx';
import {useCommand} from '../lib/use-call.ts';
import {historyText} from '../text/changes.ts';
import {tellFailure} from '../lib/tell-failure.tsx';

/** Writes back what stood before a change; `field` null: all of it. */
export type Undo = (change: WordedChange, field: string | null) => Promise<void>;

/** `recipientId` null: a history in which nothing is undone. */
export function useUndo(recipientId: string | null, onUndone: () => void): Undo {
  const {t} = useText();
  const person = useCommand('undo', 'person');
  const file = useCommand('undo', 'file');
  const plan = useCommand('undo', 'plan');
  const round = useCommand('undo', 'round');
  return async ({key: seq, undo}, field) => {
    if (undo === null || recipientId === null) return;
    const {by, id, seen} = undo;
    const asked = {seen, seq, field};
    try {
      if (by === 'person') await person.run({recipientId: id, ...asked});
      else if (by === 'file') await file.run({recipientId, ...asked});
      else if (by === 'plan') await plan.run({planId: id, ...asked});
      else await round.run({roundId: id, ...asked});
      notifications.show({message: t(historyText.undone)});
      onUndone();
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  };
}

/** A row that was taken out, or several fields at once. */
export function UndoChange({change, undo}: {change: WordedChange; undo: Undo}) {
  const {t} = useText();
  if (change.undo === null) return null;
  const isRow = change.op === 'delete';
  const isWhole = change.fields.length > 1 && change.fields.every(({obstacle}) => obstacle === null);
  if (!isRow && !isWhole) return null;
  return (
    <UndoButton
      label={t(isRow ? historyText.undo : historyText.undoAll)}
      name={t(isRow ? historyText.undoRow(change.what) : historyText.undoAll)}
      onUndo={() => undo(change, null)}
    />
  );
}

export function UndoField({change, field, undo}: {change: WordedChange; field: WordedField; undo: Undo}) {
  const {t} = useText();
  if (change.undo === null || change.op === 'delete' || field.field === null || field.obstacle !== null) return null;
  return (
    <UndoButton
      label={t(historyText.undo)}
      name={t(historyText.undoField(field.label))}
      onUndo={() => undo(change, field.field)}
    />
  );
}

function UndoButton({label, name, onUndo}: {label: string; name: string; onUndo: () => Promise<void>}) {
  const [running, setRunning] = useState(false);
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={name}
      title={name}
      loading={running}
      style={{flexShrink: 0}}
      onClick={() => {
        setRunning(true);
        void onUndo().finally(() => setRunning(false));
      }}
    >
      {label}
    </Button>
  );
}

/** Said once where it holds of the whole change. */
export function sharedObstacle({obstacle, fields}: WordedChange): UndoObstacle | null {
  if (obstacle !== null) return obstacle;
  const [first] = fields;
  return first !== undefined && fields.every(each => each.obstacle === first.obstacle) ? first.obstacle : null;
}

export function Obstacle({of}: {of: UndoObstacle}) {
  const {t} = useText();
  return (
    <Words size="xs" c="dimmed">
      {t(undoObstacleWords[of])}
    </Words>
  );
}
