import './history.css';
import {Button, Stack, Text as Words} from '@mantine/core';
import {useRef, useState} from 'react';
import {changedByProgram, changeOperationNames, noValue} from '../../domain/change-words.ts';
import {formatDate} from '../../domain/dates.ts';
import {clockTime, localDay} from '../lib/clock.ts';
import {useText} from '../lib/language.tsx';
import {useCall} from '../lib/use-call.ts';
import {historyText} from '../text/changes.ts';
import {ProblemNote} from './problem-note.tsx';
import {Waiting} from './waiting.tsx';
import {wordHistory, type WordedChange, type WordedField, type WordedSave} from '../lib/history-words.ts';
import {Obstacle, sharedObstacle, UndoChange, UndoField, useUndo, type Undo} from './undo.tsx';

const pageSize = 60;

type Whose = 'organisation' | {readonly recipientId: string};

/** Who changed what, newest first, of a recipient or of the organisation; more is asked for a page at a time. */
export function History({of}: {of: Whose}) {
  const {t} = useText();
  const whole = useRef<HTMLDivElement>(null);
  const recipientId = of === 'organisation' ? null : of.recipientId;
  // The button that was pressed goes with its change.
  const undo = useUndo(recipientId, () => whole.current?.focus());
  return (
    <div ref={whole} tabIndex={-1} role="group" aria-label={t(historyText.title)} className="history">
      <HistoryPage of={of} before={null} undo={undo} />
    </div>
  );
}

function HistoryPage({of, before, undo}: {of: Whose; before: number | null; undo: Undo}) {
  const {t} = useText();
  const history = useHistory(of, before);
  const staff = useCall('facility', 'staff', {withFormer: true});
  const units = useCall('unit', 'list', {on: null});
  const [withEarlier, setWithEarlier] = useState(false);
  if (history.error) return <ProblemNote error={history.error} retry={() => void history.refetch()} />;
  if (!history.data || !staff.data || !units.data) return <Waiting />;
  const saves = wordHistory(history.data.changes, {staff: staff.data, units: units.data.units});
  const last = history.data.changes.at(-1);
  if (saves.length === 0 && !history.data.more) return before === null && <Words>{t(historyText.empty)}</Words>;
  return (
    <Stack gap="sm">
      {saves.map(save => (
        <Save key={save.key} save={save} undo={undo} />
      ))}
      {history.data.more && !withEarlier && (
        <Button variant="default" style={{alignSelf: 'flex-start'}} onClick={() => setWithEarlier(true)}>
          {t(historyText.earlier)}
        </Button>
      )}
      {withEarlier && last && <HistoryPage of={of} before={last.seq} undo={undo} />}
    </Stack>
  );
}

function useHistory(of: Whose, before: number | null) {
  const isOrganisation = of === 'organisation';
  const id = isOrganisation ? '' : of.recipientId;
  const person = useCall('recipient', 'history', {id, before, limit: pageSize}, {enabled: !isOrganisation});
  const organisation = useCall('facility', 'history', {before, limit: pageSize}, {enabled: isOrganisation});
  return isOrganisation ? organisation : person;
}

function Save({save, undo}: {save: WordedSave; undo: Undo}) {
  const {t} = useText();
  const [first, ...rest] = save.changes.map(sharedObstacle);
  const reason = first !== undefined && rest.every(each => each === first) ? first : null;
  return (
    <article className="history-save">
      <header>
        <time dateTime={save.recordedAt}>
          {formatDate(localDay(save.recordedAt))} {clockTime(save.recordedAt)}
        </time>
        <strong>{save.author ?? t(changedByProgram)}</strong>
      </header>
      {save.changes.map(change => (
        <Change key={change.key} change={change} undo={undo} says={reason === null} />
      ))}
      {reason !== null && <Obstacle of={reason} />}
    </article>
  );
}

/** `says`: why it does not come back, where nothing has said so for the whole save. */
function Change({change, undo, says}: {change: WordedChange; undo: Undo; says: boolean}) {
  const {t} = useText();
  const reason = sharedObstacle(change);
  return (
    <div className="history-change">
      <div className="history-what">
        <span>
          {t(change.what)}: <span className="history-op">{t(changeOperationNames[change.op])}</span>
        </span>
        <UndoChange change={change} undo={undo} />
      </div>
      {change.fields.length > 0 && (
        <dl>
          {change.fields.map(field => (
            <div key={field.label.ru}>
              <dt>{t(field.label)}</dt>
              <dd>
                <div>
                  <Values field={field} op={change.op} />
                  {reason === null && field.obstacle !== null && <Obstacle of={field.obstacle} />}
                </div>
                <UndoField change={change} field={field} undo={undo} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {says && reason !== null && <Obstacle of={reason} />}
    </div>
  );
}

function Values({field, op}: {field: WordedField; op: WordedSave['changes'][number]['op']}) {
  const {t} = useText();
  if (op === 'insert') return field.after && t(field.after);
  if (op === 'delete') return field.before && <del>{t(field.before)}</del>;
  return (
    <>
      {field.before && <del>{t(field.before)}</del>}
      <ins>{t(field.after ?? noValue)}</ins>
    </>
  );
}
