import {Button, Group, Select, Text as Words} from '@mantine/core';
import {IconPlus, IconPrinter} from '@tabler/icons-react';
import {useState} from 'react';
import {Link} from 'wouter';
import {placementStatuses, placementStatusNames, type PlacementStatus} from '../../../domain/vocabulary.ts';
import type {JournalRow, JournalView} from '../../../electron/contract/journal.ts';
import {RecordDialog} from '../../form/event-dialog.tsx';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {commonText} from '../../text/common.ts';
import {journalText} from '../../text/journal.ts';
import {portalText} from '../../text/portal.ts';
import {queueText} from '../../text/queue.ts';
import {transferText} from '../../text/transfer.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import classes from './journal.module.css';
import {JournalTable} from './journal-table.tsx';
import {MarksDialog} from './marks-dialog.tsx';
import type {RowAction} from './row-menu.tsx';
import {useJournalRows} from './use-journal-rows.ts';
import {volumeName} from './volume-name.ts';
import {VolumesDialog} from './volumes-dialog.tsx';

const everyStatus = 'all';

/** Appendix 2 on the screen: the queue and the recipients in one journal. */
export function JournalPage() {
  const {t} = useText();
  const write = useRight('journal');
  const {data: volumes, error} = useCall('journal', 'volumes', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [status, setStatus] = useState<PlacementStatus | null>(null);
  const [managing, setManaging] = useState(false);
  const volume = volumes?.find(each => each.id === chosen) ?? volumes?.[0];
  return (
    <div className={classes.page}>
      <Page
        wide
        title={t(journalText.title)}
        actions={
          <>
            <Button component={Link} href={paths.queue()} variant="default">
              {t(queueText.title)}
            </Button>
            <Button component={Link} href={paths.portal()} variant="default">
              {t(portalText.short)}
            </Button>
            <Button component={Link} href={paths.transfers()} variant="default">
              {t(transferText.short)}
            </Button>
            {volume && (
              <Button
                component={Link}
                href={paths.paper({kind: 'living', form: 'appendix-2', subjectId: volume.id})}
                variant="default"
                leftSection={<IconPrinter size={16} aria-hidden />}
              >
                {t(journalText.print)}
              </Button>
            )}
            {write && (
              <Button component={Link} href={paths.newEntry()} leftSection={<IconPlus size={16} aria-hidden />}>
                {t(journalText.newEntry)}
              </Button>
            )}
          </>
        }
      >
        {error && <ProblemNote error={error} />}
        {volumes && !volume && <Empty />}
        {volume && volumes && (
          <>
            <Group gap="md" align="flex-end">
              <Select
                label={t(journalText.volume)}
                size="xs"
                w={240}
                data={volumes.map(each => ({value: each.id, label: t(volumeName(each))}))}
                value={volume.id}
                onChange={setChosen}
                allowDeselect={false}
              />
              <Select
                label={t(journalText.filter)}
                size="xs"
                w={200}
                data={[
                  {value: everyStatus, label: t(journalText.all)},
                  ...placementStatuses.map(each => ({value: each, label: t(placementStatusNames[each])})),
                ]}
                value={status ?? everyStatus}
                onChange={value => setStatus(placementStatuses.find(each => each === value) ?? null)}
                allowDeselect={false}
              />
              {write && (
                <Button size="xs" variant="default" onClick={() => setManaging(true)}>
                  {t(journalText.volumes)}
                </Button>
              )}
              <Words size="xs" c="dimmed" ml="auto">
                {t(journalText.copyNote)}
              </Words>
            </Group>
            <Rows volume={volume} status={status} mayWrite={write} />
          </>
        )}
        {managing && volumes && <VolumesDialog volumes={volumes} onClose={() => setManaging(false)} />}
      </Page>
    </div>
  );
}

function Rows({volume, status, mayWrite}: {volume: JournalView; status: PlacementStatus | null; mayWrite: boolean}) {
  const {t} = useText();
  const journal = useJournalRows(volume.id, status);
  const [asked, setAsked] = useState<{row: JournalRow; action: RowAction} | null>(null);
  const close = () => setAsked(null);
  if (journal.error) return <ProblemNote error={journal.error} />;
  if (journal.loading) return <Waiting />;
  if (journal.total === 0 && status === null) return <Empty />;
  if (journal.total === 0) {
    return <EmptyState title={t(journalText.emptyFilterTitle)} what={t(journalText.emptyFilterWhat)} />;
  }
  return (
    <>
      <JournalTable journal={journal} mayWrite={mayWrite} onAction={(row, action) => setAsked({row, action})} />
      <Words size="xs" c="dimmed" role="status">
        {t(commonText.total(journal.total))}
      </Words>
      {asked?.action === 'marks' && <MarksDialog row={asked.row} mayWrite={mayWrite} onClose={close} />}
      {asked && asked.action !== 'marks' && <RecordDialog row={asked.row} kind={asked.action} onClose={close} />}
    </>
  );
}

function Empty() {
  const {t} = useText();
  return <EmptyState title={t(journalText.emptyTitle)} what={t(journalText.emptyWhat)} />;
}
