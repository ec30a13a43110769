import {Alert, List, Text as Words} from '@mantine/core';
import {useState} from 'react';
import type {ImportKind} from '../../../domain/importing/kinds.ts';
import {useText} from '../../lib/language.tsx';
import {useCall} from '../../lib/use-call.ts';
import {importingText} from '../../text/importing.ts';
import {JobProgress} from '../../ui/job-progress.tsx';
import {Findings} from './checked-lines.tsx';

/** So many are named; more are counted. */
const linesTold = 20;

/** The taking while it runs, and what came of it. */
export function TakenNote({kind, jobId}: {kind: ImportKind; jobId: string}) {
  const {t} = useText();
  const [isDone, setIsDone] = useState(false);
  const {data: taken} = useCall('importing', 'taken', {jobId}, {enabled: isDone});
  return (
    <>
      <JobProgress
        jobId={jobId}
        label={t(importingText.taking)}
        onDone={() => setIsDone(true)}
        words={{cancelled: importingText.takeStopped, failed: importingText.takeFailed, gone: importingText.takeFailed}}
      />
      {taken && (
        <Alert color={taken.refused.length > 0 ? 'yellow' : 'blue'} py="xs" role="status">
          <Words size="sm" fw={500}>
            {t(importingText.taken(kind, taken.taken))}
          </Words>
          {taken.refused.length > 0 && (
            <>
              <Words size="sm">{t(importingText.refusedSince(taken.refused.length))}</Words>
              <List size="sm">
                {taken.refused.slice(0, linesTold).map(({row, name, findings}) => (
                  <List.Item key={row}>
                    {t(importingText.row(row + 1))}. {name}
                    <Findings of={findings} />
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
