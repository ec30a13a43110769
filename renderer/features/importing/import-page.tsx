import {Alert, SegmentedControl, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {useLocation} from 'wouter';
import {importKinds, rightOfImport, type ImportKind} from '../../../domain/importing/kinds.ts';
import {importFileProblemWords} from '../../../domain/importing/problems.ts';
import {may} from '../../../domain/roles.ts';
import {keptWhileSignedIn} from '../../lib/kept.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useSessionState} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {importingText} from '../../text/importing.ts';
import {JobProgress} from '../../ui/job-progress.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {CheckedRows} from './checked-rows.tsx';
import {ChooseFile} from './choose-file.tsx';
import {ImportsList} from './imports-list.tsx';
import {TablePlace} from './table-place.tsx';

/** A file that is being read, or has been. It is found again when somebody comes back from another screen. */
interface OpenedFile {
  readonly jobId: string;
  readonly name: string;
}

const lastFiles = keptWhileSignedIn<ReadonlyMap<ImportKind, OpenedFile>>(new Map());

/** From the facility's own table to records: the file, where the table is, what its columns mean, what is wrong, taking. */
export function ImportPage({named}: {named: string}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const role = useSessionState()?.account?.role;
  const allowed = importKinds.filter(kind => role !== undefined && may(role, rightOfImport[kind]));
  const kind = allowed.find(each => each === named);
  if (role === undefined) return null;
  if (kind === undefined) {
    return (
      <Page title={t(importingText.kind)}>
        <Alert color="yellow">{t(importingText.denied)}</Alert>
      </Page>
    );
  }
  return (
    <Page title={t(importingText.titles[kind])}>
      {allowed.length > 1 && (
        <SegmentedControl
          aria-label={t(importingText.kind)}
          size="xs"
          value={kind}
          onChange={value => navigate(paths.importing(allowed.find(each => each === value) ?? kind))}
          data={allowed.map(each => ({value: each, label: t(importingText.kinds[each])}))}
          style={{alignSelf: 'flex-start'}}
        />
      )}
      <FromFile kind={kind} />
      <ImportsList kind={kind} />
    </Page>
  );
}

function FromFile({kind}: {kind: ImportKind}) {
  const {t} = useText();
  const [file, setFile] = useState<OpenedFile | null>(() => lastFiles.value.get(kind) ?? null);
  const [readJob, setReadJob] = useState<string | null>(null);
  const [checkJob, setCheckJob] = useState<string | null>(null);
  const isRead = file !== null && readJob === file.jobId;
  const sheets = useCall('importing', 'sheets', {jobId: file?.jobId ?? ''}, {enabled: isRead});
  const problem = sheets.data?.problem ?? null;
  return (
    <>
      <Words size="sm">{t(importingText.what)}</Words>
      <ChooseFile
        kind={kind}
        chosen={file?.name ?? null}
        onRead={opened => {
          lastFiles.value = new Map(lastFiles.value).set(kind, opened);
          setFile(opened);
          setReadJob(null);
          setCheckJob(null);
        }}
      />
      {file !== null && !isRead && (
        <JobProgress
          key={file.jobId}
          jobId={file.jobId}
          label={t(importingText.reading)}
          onDone={job => setReadJob(job.id)}
          words={{
            cancelled: importingText.readStopped,
            failed: importingText.readFailed,
            gone: importingText.gone,
          }}
        />
      )}
      {sheets.error && <ProblemNote error={sheets.error} />}
      {isRead && problem !== null && (
        <Alert color="red" role="alert">
          {t(importFileProblemWords[problem])}
        </Alert>
      )}
      {isRead && file !== null && sheets.data && problem === null && (
        <TablePlace
          key={file.jobId}
          kind={kind}
          jobId={file.jobId}
          sheets={sheets.data.sheets}
          onChange={() => setCheckJob(null)}
          onCheck={setCheckJob}
        />
      )}
      {checkJob !== null && <CheckedRows key={checkJob} kind={kind} jobId={checkJob} />}
    </>
  );
}
