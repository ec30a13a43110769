import {Button, Group, SegmentedControl, Select, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {Link} from 'wouter';
import {z} from 'zod';
import {formatDate} from '../../../domain/dates.ts';
import type {Language} from '../../../domain/text.ts';
import {portalFilters, type PortalFilter, type PortalRow} from '../../../electron/contract/portal.ts';
import {AskDialog} from '../../form/ask-dialog.tsx';
import {DateField} from '../../form/fields.tsx';
import {typed} from '../../form/typed.ts';
import {client} from '../../lib/bridge.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {saveBytes} from '../../lib/save-file.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {commonText} from '../../text/common.ts';
import {journalText} from '../../text/journal.ts';
import {portalText} from '../../text/portal.ts';
import {queueText} from '../../text/queue.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import classes from './portal.module.css';
import {PortalTable} from './portal-table.tsx';

const pageSize = 50;

/** The journal as it is typed into the state portal: what is not there yet, and what has changed since. */
export function PortalPage() {
  const {t, language: screenLanguage} = useText();
  const write = useRight('journal');
  const {data: volumes = []} = useCall('journal', 'volumes', {});
  const [journalId, setJournalId] = useState<string | null>(null);
  const [chosenLanguage, setLanguage] = useState<Language | null>(null);
  const [filter, setFilter] = useState<PortalFilter>('not-entered');
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [marking, setMarking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const language = chosenLanguage ?? screenLanguage;
  const which = {journalId, language, filter};
  const {data: sheet, error} = useCall('queue', 'sheet', {...which, offset, limit: pageSize}, {keepPrevious: true});
  const rows = sheet?.rows ?? [];
  const chosenRows = rows.filter(row => chosen.has(row.placementId));
  // The page that was looked at may have emptied: its rows are marked.
  if (sheet && sheet.rows.length === 0 && offset > 0) setOffset(Math.max(0, offset - pageSize));
  const show = (change: () => void, from = 0) => {
    change();
    setOffset(from);
    setChosen(new Set());
  };
  const exportAs = async (format: 'xlsx' | 'csv') => {
    setFailure(null);
    try {
      const {file, fileName} = await client.queue.exportSheet({...which, format});
      saveBytes(file, fileName);
    } catch (refused) {
      setFailure(refused);
    }
  };
  return (
    <div className={classes.page}>
      <Page
        wide
        title={t(portalText.title)}
        actions={
          <>
            <Button component={Link} href={paths.journal()} variant="default">
              {t(queueText.toJournal)}
            </Button>
            <Button variant="default" onClick={() => void exportAs('xlsx')}>
              {t(portalText.exportExcel)}
            </Button>
            <Button variant="default" onClick={() => void exportAs('csv')}>
              {t(portalText.exportCsv)}
            </Button>
            {write && (
              <Button disabled={chosenRows.length === 0} onClick={() => setMarking(true)}>
                {t(portalText.mark(chosenRows.length))}
              </Button>
            )}
          </>
        }
      >
        <Words size="xs" c="dimmed" maw={900}>
          {t(portalText.what)}
        </Words>
        <Group gap="md" align="flex-end">
          <SegmentedControl<PortalFilter>
            size="xs"
            aria-label={t(portalText.filter)}
            data={portalFilters.map(each => ({
              value: each,
              label: t(portalText.withCount(portalText.filters[each], sheet?.counts[each] ?? 0)),
            }))}
            value={filter}
            onChange={value => show(() => setFilter(value))}
          />
          <Select
            label={t(portalText.words)}
            size="xs"
            w={180}
            data={[
              {value: 'kk', label: t(commonText.kazakh)},
              {value: 'ru', label: t(commonText.russian)},
            ]}
            value={language}
            onChange={value => setLanguage(value === 'kk' ? 'kk' : 'ru')}
            allowDeselect={false}
          />
          {volumes.length > 1 && (
            <Select
              label={t(portalText.volume)}
              size="xs"
              w={240}
              data={volumes.map(({id, begunOn, endedOn}) => ({
                value: id,
                label: t(journalText.volumeName(formatDate(begunOn), endedOn === null ? null : formatDate(endedOn))),
              }))}
              value={journalId ?? volumes[0]?.id ?? null}
              onChange={value => show(() => setJournalId(value))}
              allowDeselect={false}
            />
          )}
        </Group>
        {(error ?? failure) !== null && <ProblemNote error={error ?? failure} />}
        {!sheet && !error && <Waiting />}
        {sheet?.total === 0 && <EmptyState title={t(portalText.empty[filter])} what={t(portalText.emptyWhat)} />}
        {sheet && sheet.total > 0 && (
          <>
            <PortalTable rows={rows} mayWrite={write} chosen={chosen} onChoose={setChosen} />
            <Pages offset={offset} shown={rows.length} total={sheet.total} onMove={to => show(() => undefined, to)} />
          </>
        )}
        {marking && (
          <MarkDialog
            rows={chosenRows}
            language={language}
            onMarked={() => setChosen(new Set())}
            onClose={() => setMarking(false)}
          />
        )}
      </Page>
    </div>
  );
}

function Pages({
  offset,
  shown,
  total,
  onMove,
}: {
  offset: number;
  shown: number;
  total: number;
  onMove: (offset: number) => void;
}) {
  const {t} = useText();
  return (
    <Group gap="xs">
      <Words size="xs" c="dimmed" role="status">
        {t(portalText.shown(offset + 1, offset + shown, total))}
      </Words>
      {total > pageSize && (
        <>
          <Button
            size="compact-sm"
            variant="default"
            disabled={offset === 0}
            onClick={() => onMove(Math.max(0, offset - pageSize))}
          >
            {t(portalText.earlier)}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={offset + shown >= total}
            onClick={() => onMove(offset + pageSize)}
          >
            {t(portalText.later)}
          </Button>
        </>
      )}
    </Group>
  );
}

const markSchema = z.object({enteredOn: typed.requiredDate()});

function MarkDialog({
  rows,
  language,
  onMarked,
  onClose,
}: {
  rows: readonly PortalRow[];
  language: Language;
  onMarked: () => void;
  onClose: () => void;
}) {
  const {t} = useText();
  const {run} = useCommand('queue', 'markEntered');
  return (
    <AskDialog
      title={portalText.markTitle}
      what={portalText.markWhat(rows.length)}
      schema={markSchema}
      initial={{enteredOn: today()}}
      confirm={portalText.markTitle}
      onConfirm={async ({enteredOn}) => {
        await run({language, enteredOn, rows: rows.map(({placementId, seen}) => ({placementId, seen}))});
        notifications.show({message: t(portalText.marked)});
        onMarked();
      }}
      onClose={onClose}
    >
      <DateField name="enteredOn" label={portalText.enteredOn} required autoFocus />
    </AskDialog>
  );
}
