import {Button, Group, SegmentedControl, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconDeviceFloppy} from '@tabler/icons-react';
import {useState} from 'react';
import type {ImportKind} from '../../../domain/importing/kinds.ts';
import type {RowState} from '../../../electron/contract/importing.ts';
import {client} from '../../lib/bridge.ts';
import {failureText} from '../../lib/failures.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {useText} from '../../lib/language.tsx';
import {saveJob} from '../../lib/save-job.ts';
import {useSessionState} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {importingText} from '../../text/importing.ts';
import {JobProgress} from '../../ui/job-progress.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {CheckedLines} from './checked-lines.tsx';
import {TakenNote} from './taken-note.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

const states = ['good', 'remark', 'refused'] as const satisfies readonly RowState[];
/** So many lines at first and with each press of "more"; of more than that the file tells. */
const linesAtOnce = 100;
const mostLines = 500;

/** What the dry run has found: counts, lines, the file that goes back, and taking. */
export function CheckedRows({kind, jobId}: {kind: ImportKind; jobId: string}) {
  const {t} = useText();
  const [isChecked, setIsChecked] = useState(false);
  const [asked, setAsked] = useState<RowState | null>(null);
  const [limit, setLimit] = useState(linesAtOnce);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [takeJob, setTakeJob] = useState<string | null>(null);
  const first = useCall('importing', 'checked', {jobId, state: 'refused', after: null, limit: 1}, {enabled: isChecked});
  const counts = first.data?.counts;
  const state = asked ?? (counts === undefined ? 'refused' : firstTold(counts));
  const page = useCall(
    'importing',
    'checked',
    {jobId, state, after: null, limit},
    {enabled: counts !== undefined, keepPrevious: true},
  );
  const {run: take, running} = useCommand('importing', 'take');

  async function start(rows: 'good' | 'all' | readonly number[]): Promise<void> {
    try {
      setTakeJob((await take({jobId, rows: typeof rows === 'string' ? rows : [...rows]})).jobId);
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  if (!isChecked || counts === undefined) {
    return (
      <>
        <JobProgress
          jobId={jobId}
          label={t(importingText.checking)}
          onDone={() => setIsChecked(true)}
          words={{
            cancelled: importingText.checkStopped,
            failed: importingText.checkFailed,
            gone: importingText.gone,
          }}
        />
        {first.error && <ProblemNote error={first.error} />}
      </>
    );
  }
  const all = counts.good + counts.remark;
  return (
    <Section
      title={t(importingText.result)}
      actions={
        <SegmentedControl
          aria-label={t(importingText.result)}
          size="xs"
          value={state}
          onChange={value => {
            setAsked(states.find(each => each === value) ?? state);
            setLimit(linesAtOnce);
          }}
          data={states.map(each => ({value: each, label: `${t(importingText.states[each])}: ${counts[each]}`}))}
        />
      }
    >
      {page.data && (
        <CheckedLines
          lines={page.data.lines}
          chosen={state === 'refused' || takeJob !== null ? null : chosen}
          onChoose={setChosen}
        />
      )}
      {page.data?.more && limit < mostLines && (
        <Group>
          <Button size="compact-sm" variant="default" onClick={() => setLimit(limit + linesAtOnce)}>
            {t(importingText.more(linesAtOnce))}
          </Button>
        </Group>
      )}
      {counts.remark + counts.refused > 0 && <ErrorFile jobId={jobId} />}
      {takeJob === null ? (
        <Group gap="xs">
          <Button ref={focusSoon} disabled={counts.good === 0} loading={running} onClick={() => void start('good')}>
            {t(importingText.takeGood(counts.good))}
          </Button>
          {counts.remark > 0 && (
            <Button variant="default" loading={running} onClick={() => void start('all')}>
              {t(importingText.takeAll(all))}
            </Button>
          )}
          {chosen.size > 0 && (
            <Button variant="default" loading={running} onClick={() => void start([...chosen])}>
              {t(importingText.takeChosen(chosen.size))}
            </Button>
          )}
        </Group>
      ) : (
        <TakenNote kind={kind} jobId={takeJob} />
      )}
    </Section>
  );
}

/** What calls for a look comes first. */
function firstTold(counts: Readonly<Record<RowState, number>>): RowState {
  return counts.refused > 0 ? 'refused' : counts.remark > 0 ? 'remark' : 'good';
}

/** The user's own table with a column of what is wrong. */
function ErrorFile({jobId}: {jobId: string}) {
  const {t, language} = useText();
  const session = useSessionState();
  const [making, setMaking] = useState<string | null>(null);

  async function save(made: string): Promise<void> {
    try {
      if (session && (await saveJob(session.host, made))) {
        notifications.show({message: t(importingText.errorsSaved)});
      }
    } catch (error) {
      tellFailure(t, failureText(error));
    } finally {
      setMaking(null);
    }
  }

  async function make(): Promise<void> {
    try {
      setMaking((await client.importing.errors({jobId, language})).jobId);
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  return (
    <Stack gap={4}>
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          loading={making !== null}
          onClick={() => void make()}
        >
          {t(importingText.saveErrors)}
        </Button>
      </Group>
      <Words size="xs" c="dimmed">
        {t(importingText.errorsHint)}
      </Words>
      {making !== null && (
        <JobProgress jobId={making} label={t(importingText.makingErrors)} onDone={job => void save(job.id)} />
      )}
    </Stack>
  );
}
