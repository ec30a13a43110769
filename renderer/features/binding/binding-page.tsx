import {Alert, Button, Group, SegmentedControl, Select, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconFileZip, IconFiles} from '@tabler/icons-react';
import {useState} from 'react';
import {printLanguageNames} from '../../../domain/record-value-words.ts';
import {fullName} from '../../../domain/person.ts';
import {printLanguages, type PrintLanguage} from '../../../domain/text.ts';
import type {FolderLine} from '../../../electron/contract/binding.ts';
import {client} from '../../lib/bridge.ts';
import {today} from '../../lib/clock.ts';
import {failureText} from '../../lib/failures.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {keptForAccount} from '../../lib/kept.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {bindingText} from '../../text/binding.ts';
import {paperText} from '../../text/paper.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {FoldersTable, hasPapers} from './folders-table.tsx';
import {MadeFile, type StartedJob} from './made-file.tsx';
import {MarkDialog} from './mark-dialog.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

const shownKinds = ['all', 'unbound', 'lacking'] as const;
type Shown = (typeof shownKinds)[number];

/** The work goes on while somebody looks at another screen, and is found again here. */
const lastJob = keptForAccount<StartedJob | null>(null);

function remember(job: StartedJob): StartedJob {
  lastJob.value = job;
  return job;
}

/** Year-end binding (paragraph 35 5)): whose papers of a year are there, making the folders, noting that they are bound. */
export function BindingPage() {
  const {t, language: screenLanguage} = useText();
  const write = useRight('file');
  const [year, setYear] = useState(() => yearToBind(today()));
  const [language, setLanguage] = useState<PrintLanguage>(screenLanguage);
  const [shown, setShown] = useState<Shown>('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [job, setJob] = useState(lastJob.value);
  const [doneJob, setDoneJob] = useState<string | null>(null);
  const [marking, setMarking] = useState(false);
  const list = useCall('binding', 'list', {year}, {keepPrevious: true});
  const isDone = job !== null && doneJob === job.jobId;
  const outcome = useCall('binding', 'outcome', {jobId: job?.jobId ?? ''}, {enabled: isDone});
  const {run: takeBack} = useCommand('binding', 'takeBack');

  const folders = list.data?.folders ?? [];
  const visible = folders.filter(folder => isShown(folder, shown));
  const picked = folders.filter(folder => chosen.has(folder.recipientId) && hasPapers(folder));
  const names = new Map(folders.map(folder => [folder.recipientId, fullName(folder.name)]));
  const sheets = knownSheets(folders, job?.year === year ? (outcome.data?.folders ?? []) : []);
  const isMarkable = picked.length === 1 || picked.every(({recipientId}) => sheets.has(recipientId));

  async function start(what: 'pile' | 'each'): Promise<void> {
    const recipientIds = picked.map(folder => folder.recipientId);
    try {
      if (job !== null && !isDone) await client.job.cancel({jobId: job.jobId}).catch(() => undefined);
      const {jobId, leftOut} = await client.binding.start({year, recipientIds, language, what});
      setJob(remember({jobId, year, language, leftOut}));
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  return (
    <Page title={t(bindingText.title)}>
      <Stack gap={2}>
        <Words size="sm">{t(bindingText.what)}</Words>
        <Words size="xs" c="dimmed">
          {t(bindingText.ground)}
        </Words>
      </Stack>
      <Group gap="sm" align="end">
        <Select
          label={t(bindingText.year)}
          ref={focusSoon}
          size="xs"
          w={100}
          allowDeselect={false}
          value={String(year)}
          onChange={value => {
            setYear(Number(value ?? year));
            setChosen(new Set());
          }}
          data={[...new Set([year, ...(list.data?.years ?? [])])].sort((a, b) => b - a).map(String)}
        />
        <SegmentedControl
          aria-label={t(bindingText.which)}
          size="xs"
          value={shown}
          onChange={value => setShown(shownKinds.find(kind => kind === value) ?? 'all')}
          data={shownKinds.map(kind => ({value: kind, label: t(bindingText.shown[kind])}))}
        />
        <SegmentedControl
          aria-label={t(paperText.printLanguage)}
          size="xs"
          value={language}
          onChange={value => setLanguage(printLanguages.find(each => each === value) ?? language)}
          data={printLanguages.map(each => ({value: each, label: t(printLanguageNames[each])}))}
        />
      </Group>
      {job !== null && (
        <MadeFile
          key={job.jobId}
          job={job}
          isDone={isDone}
          onDone={() => setDoneJob(job.jobId)}
          nameOf={id => names.get(id) ?? ''}
        />
      )}
      {list.error ? (
        <ProblemNote error={list.error} retry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Waiting />
      ) : folders.length === 0 ? (
        <EmptyState title={t(bindingText.nobodyTitle)} what={t(bindingText.nobodyWhat)} />
      ) : (
        <>
          <Group gap="xs" justify="space-between">
            <Words size="sm" role="status">
              {t(bindingText.chosen(picked.length))}
            </Words>
            <Group gap="xs">
              <Button
                size="xs"
                leftSection={<IconFiles size={16} aria-hidden />}
                disabled={picked.length === 0}
                onClick={() => void start('pile')}
              >
                {t(bindingText.pile)}
              </Button>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconFileZip size={16} aria-hidden />}
                disabled={picked.length === 0}
                onClick={() => void start('each')}
              >
                {t(bindingText.each)}
              </Button>
              {write && (
                <Button
                  size="xs"
                  variant="default"
                  disabled={picked.length === 0 || !isMarkable}
                  onClick={() => setMarking(true)}
                >
                  {t(bindingText.mark)}
                </Button>
              )}
            </Group>
          </Group>
          {write && picked.length > 1 && !isMarkable && (
            <Alert color="blue" py={6}>
              <Words size="sm">{t(bindingText.markUnknown)}</Words>
            </Alert>
          )}
          {visible.length === 0 ? (
            <Words size="sm">{t(bindingText.nobodyShown)}</Words>
          ) : (
            <FoldersTable
              key={`${year} ${shown}`}
              folders={visible}
              year={year}
              chosen={chosen}
              mayWrite={write}
              onChoose={setChosen}
              onTakeBack={recipientId => takeBack({year, recipientId})}
            />
          )}
        </>
      )}
      {marking && picked.length > 0 && (
        <MarkDialog
          year={year}
          folders={picked}
          sheets={sheets}
          onMarked={count => {
            notifications.show({message: t(bindingText.marked(count))});
            setChosen(new Set());
          }}
          onClose={() => setMarking(false)}
        />
      )}
    </Page>
  );
}

/** In the first months the year that is over is bound, later the one that runs. */
function yearToBind(day: string): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) <= 6 ? year - 1 : year;
}

function isShown(folder: FolderLine, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'unbound':
      return folder.bound === null;
    case 'lacking':
      return folder.lacks.length > 0;
  }
}

/** From what was just made, else from what was noted when it was bound. */
function knownSheets(
  folders: readonly FolderLine[],
  made: readonly {recipientId: string; sheets: number}[],
): ReadonlyMap<string, number> {
  return new Map([
    ...folders.flatMap(({recipientId, bound}) => (bound === null ? [] : [[recipientId, bound.sheets] as const])),
    ...made.map(({recipientId, sheets}) => [recipientId, sheets] as const),
  ]);
}
