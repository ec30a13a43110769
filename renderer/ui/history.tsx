import './history.css';
import {Button, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {changedByProgram, changeOperationNames, noValue} from '../../domain/change-words.ts';
import {formatDate} from '../../domain/dates.ts';
import {clockTime, localDay} from '../lib/clock.ts';
import {useText} from '../lib/language.tsx';
import {useCall} from '../lib/use-call.ts';
import {historyText} from '../text/changes.ts';
import {ProblemNote} from './problem-note.tsx';
import {Waiting} from './waiting.tsx';
import {wordHistory, type WordedField, type WordedSave} from '../lib/history-words.ts';

const pageSize = 60;

type Whose = 'organisation' | {readonly recipientId: string};

/** Who changed what, newest first, of a recipient or of the organisation; more is asked for a page at a time. */
export function History({of}: {of: Whose}) {
  return <HistoryPage of={of} before={null} />;
}

function HistoryPage({of, before}: {of: Whose; before: number | null}) {
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
        <Save key={save.key} save={save} />
      ))}
      {history.data.more && !withEarlier && (
        <Button variant="default" style={{alignSelf: 'flex-start'}} onClick={() => setWithEarlier(true)}>
          {t(historyText.earlier)}
        </Button>
      )}
      {withEarlier && last && <HistoryPage of={of} before={last.seq} />}
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

function Save({save}: {save: WordedSave}) {
  const {t} = useText();
  return (
    <article className="history-save">
      <header>
        <time dateTime={save.recordedAt}>
          {formatDate(localDay(save.recordedAt))} {clockTime(save.recordedAt)}
        </time>
        <strong>{save.author ?? t(changedByProgram)}</strong>
      </header>
      {save.changes.map(change => (
        <div key={change.key} className="history-change">
          <div>
            {t(change.what)}: <span className="history-op">{t(changeOperationNames[change.op])}</span>
          </div>
          {change.fields.length > 0 && (
            <dl>
              {change.fields.map(field => (
                <div key={field.label.ru}>
                  <dt>{t(field.label)}</dt>
                  <dd>
                    <Values field={field} op={change.op} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      ))}
    </article>
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
