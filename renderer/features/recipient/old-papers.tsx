import {Switch} from '@mantine/core';
import {useState} from 'react';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {journalText} from '../../text/journal.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';

/** Whether the row is an old paper entered late: then its terms raise no alarm. */
export function OldPapers({placementId}: {placementId: string}) {
  const {t} = useText();
  const write = useRight('journal');
  const {data} = useCall('journal', 'archive', {placementId});
  const {run, running} = useCommand('journal', 'setArchive');
  const [failure, setFailure] = useState<unknown>(null);
  if (!data) return null;
  return (
    <>
      <Switch
        label={t(journalText.archive.label)}
        description={t(journalText.archive.what)}
        checked={data.archive}
        disabled={!write || running}
        onChange={event => {
          setFailure(null);
          run({placementId, seen: data.stamp, archive: event.currentTarget.checked}).catch(setFailure);
        }}
      />
      {failure !== null && <ProblemNote error={failure} />}
    </>
  );
}
