import {Alert, Anchor, List, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import type {ImportKind} from '../../../domain/importing/kinds.ts';
import {stayReasonWords} from '../../../domain/importing/problems.ts';
import type {ImportedSummary} from '../../../electron/contract/importing.ts';
import {clockTime, localDay} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {importingText} from '../../text/importing.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {DataTable} from '../../ui/data-table.tsx';
import {JobProgress} from '../../ui/job-progress.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';

/** What was taken from tables on this PC, and taking it back. */
export function ImportsList({kind}: {kind: ImportKind}) {
  const {t} = useText();
  const {data, error} = useCall('importing', 'list', {});
  const [backJob, setBackJob] = useState<string | null>(null);
  const {run: takeBack} = useCommand('importing', 'takeBack');
  const imports = data?.filter(each => each.kind === kind);
  const back = (each: ImportedSummary) =>
    each.isTakenBack && each.takenBack === each.taken ? null : (
      <ConfirmButton
        size="compact-sm"
        label={t(importingText.takeBack)}
        question={t(importingText.takeBackQuestion)}
        confirm={t(importingText.takeBack)}
        onConfirm={async () => setBackJob((await takeBack({importId: each.importId})).jobId)}
      />
    );
  return (
    <Section title={t(importingText.imports)}>
      {error && <ProblemNote error={error} />}
      {backJob !== null && <TookBack key={backJob} kind={kind} jobId={backJob} />}
      {imports?.length === 0 && (
        <Words size="sm" c="dimmed">
          {t(importingText.noImports)}
        </Words>
      )}
      {imports && imports.length > 0 && (
        <DataTable
          caption={t(importingText.imports)}
          rows={imports}
          rowKey={each => each.importId}
          columns={[
            {
              key: 'when',
              head: t(importingText.when),
              namesRow: true,
              width: 160,
              cell: ({at}) => t(importingText.at(localDay(at), clockTime(at))),
            },
            {key: 'by', head: t(importingText.by), cell: ({by}) => by},
            {
              key: 'count',
              head: t(importingText.count),
              cell: each =>
                [
                  t(importingText.countOf(kind, each.taken)),
                  ...(each.takenBack > 0 ? [t(importingText.backOf(kind, each.takenBack))] : []),
                ].join(', '),
            },
            {key: 'back', head: '', width: 170, cell: back},
          ]}
        />
      )}
    </Section>
  );
}

/** So many are named; more are counted. */
const namesTold = 50;

function TookBack({kind, jobId}: {kind: ImportKind; jobId: string}) {
  const {t} = useText();
  const [isDone, setIsDone] = useState(false);
  const {data} = useCall('importing', 'tookBack', {jobId}, {enabled: isDone});
  return (
    <>
      <JobProgress
        jobId={jobId}
        label={t(importingText.takingBack)}
        onDone={() => setIsDone(true)}
        words={{
          cancelled: importingText.backStopped,
          failed: importingText.backFailed,
          gone: importingText.backStopped,
        }}
      />
      {data && (
        <Alert color={data.stays.length > 0 ? 'yellow' : 'blue'} py="xs" role="status">
          <Words size="sm" fw={500}>
            {t(importingText.removed(kind, data.removed))}
          </Words>
          {data.stays.length > 0 && (
            <>
              <Words size="sm">{t(importingText.stays(data.stays.length))}</Words>
              <List size="sm">
                {data.stays.slice(0, namesTold).map(({name, recipientId, why}) => (
                  <List.Item key={`${recipientId} ${name}`}>
                    {recipientId === null ? (
                      name
                    ) : (
                      <Anchor component={Link} href={paths.recipient(recipientId)} size="sm">
                        {name}
                      </Anchor>
                    )}
                    {t(importingText.staysBecause(stayReasonWords[why]))}
                  </List.Item>
                ))}
              </List>
            </>
          )}
        </Alert>
      )}
    </>
  );
}
