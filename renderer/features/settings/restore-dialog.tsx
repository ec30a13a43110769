import {Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {text} from '../../../domain/text.ts';
import type {BackupView} from '../../../electron/contract/backup.ts';
import {PasswordAgain} from '../../form/password-again.tsx';
import {now} from '../../lib/clock.ts';
import {whenWords} from '../../lib/exchange-words.ts';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {backupProblemText, backupText} from '../../text/backup.ts';
import {Dialog} from '../../ui/dialog.tsx';

/** Says what will be lost, and asks for the password again: whoever stands at an open screen cannot do it. */
export function RestoreDialog({backup, onClose}: {backup: BackupView; onClose: () => void}) {
  const {t} = useText();
  const {folder, name, madeAt, whose} = backup;
  const {data: preview} = useCall('backup', 'preview', {folder, name});
  const {run, running} = useCommand('backup', 'restore', {
    onAnswer: ({result}) => result === 'ok' && notifications.show({message: t(backupText.restored)}),
  });
  const when = madeAt === null ? text(name, name) : whenWords(madeAt, now());
  return (
    <Dialog title={t(backupText.restoreTitle)} onClose={onClose}>
      <PasswordAgain
        label={t(backupText.restoreTitle)}
        action={t(backupText.restore)}
        running={running}
        onSubmit={async password => {
          const answer = await run({folder, name, password});
          if (answer.result === 'ok') return null;
          return answer.result === 'problem' ? backupProblemText[answer.problem] : answer;
        }}
        onClose={onClose}
      >
        <Words size="sm">{t(backupText.restoreWhat(when))}</Words>
        {preview && preview.changes > 0 && (
          <Words size="sm">{t(backupText.willLose(preview.changes, preview.unsent))}</Words>
        )}
        {whose === 'related' && <Words size="sm">{t(backupText.relatedWhat)}</Words>}
      </PasswordAgain>
    </Dialog>
  );
}
