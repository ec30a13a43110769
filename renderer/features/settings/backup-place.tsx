import {Alert, Button, Code, Group, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import type {Text} from '../../../domain/text.ts';
import type {BackupPlace, BackupView} from '../../../electron/contract/backup.ts';
import {clockTime, localDay, now} from '../../lib/clock.ts';
import {formatDate} from '../../../domain/dates.ts';
import {megabytes} from '../../lib/backup-words.ts';
import {whenWords} from '../../lib/exchange-words.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCommand} from '../../lib/use-call.ts';
import {backupKindNames, backupProblemText, backupText} from '../../text/backup.ts';
import {DataTable} from '../../ui/data-table.tsx';
import {Section} from '../../ui/section.tsx';
import {RestoreDialog} from './restore-dialog.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** What stands in one place, the newest first. */
export function BackupPlaceView({title, place}: {title: Text; place: BackupPlace}) {
  const {t} = useText();
  const isHead = useRight('backup');
  const [chosen, setChosen] = useState<BackupView | null>(null);
  const {folder, isThere, backups, lastGoodAt, problem, isLate} = place;
  return (
    <Section title={t(title)}>
      <Code block>{folder}</Code>
      {!isThere && (
        <Words size="sm" c="dimmed">
          {t(backupText.notThere)}
        </Words>
      )}
      {(problem !== null || isLate) && (
        <Alert color={isLate ? 'red' : 'orange'} role="alert" p="xs">
          {[...(isLate ? [backupText.late] : []), ...(problem === null ? [] : [backupProblemText[problem]])]
            .map(t)
            .join(' ')}
        </Alert>
      )}
      <Words size="sm">
        {t(lastGoodAt === null ? backupText.none : backupText.lastGood(whenWords(lastGoodAt, now())))}
      </Words>
      {backups.length > 0 && (
        <DataTable
          caption={t(title)}
          rows={backups}
          rowKey={({name}) => name}
          columns={[
            {key: 'madeAt', head: t(backupText.columns.madeAt), namesRow: true, cell: madeAtWords},
            {
              key: 'kind',
              head: t(backupText.columns.kind),
              cell: ({kind}) => (kind === null ? '' : t(backupKindNames[kind])),
            },
            {
              key: 'size',
              head: t(backupText.columns.size),
              cell: ({size, scans}) =>
                [backupText.megabytes(megabytes(size)), ...(scans > 0 ? [backupText.scans(scans)] : [])]
                  .map(t)
                  .join(', '),
            },
            {
              key: 'state',
              head: t(backupText.columns.state),
              cell: ({problem: wrong, whose}) =>
                wrong === null
                  ? t(whose === 'own' ? backupText.verified : backupText.whose[whose])
                  : t(backupProblemText[wrong]),
            },
            ...(isHead
              ? [
                  {
                    key: 'actions',
                    head: t(backupText.columns.actions),
                    cell: actionsOf(setChosen),
                  },
                ]
              : []),
          ]}
        />
      )}
      {chosen !== null && <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />}
    </Section>
  );
}

function actionsOf(onRestore: (row: BackupView) => void) {
  return (row: BackupView) => <Actions row={row} onRestore={() => onRestore(row)} />;
}

function madeAtWords({madeAt, name}: BackupView): string {
  return madeAt === null ? name : `${formatDate(localDay(madeAt))}, ${clockTime(madeAt)}`;
}

function Actions({row: {folder, name, problem, whose}, onRestore}: {row: BackupView; onRestore: () => void}) {
  const {t} = useText();
  const {run, running} = useCommand('backup', 'check');
  const check = async () => {
    try {
      const answer = await run({folder, name});
      const words =
        answer.problem !== null
          ? backupProblemText[answer.problem]
          : answer.lacking > 0
            ? backupText.lacking(answer.lacking)
            : backupText.checked;
      const isFine = answer.problem === null && answer.lacking === 0;
      if (isFine) notifications.show({message: t(words)});
      else tellFailure(t, words, {stays: true});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  };
  if (whose === 'foreign') return null;
  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" onClick={() => void check()} loading={running}>
        {t(backupText.check)}
      </Button>
      {problem === null && (
        <Button size="compact-sm" variant="default" onClick={onRestore}>
          {t(backupText.restore)}
        </Button>
      )}
    </Group>
  );
}
