import {Alert, Button, Group, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {z} from 'zod';
import {text, type Text} from '../../../domain/text.ts';
import type {BackupView} from '../../../electron/contract/backup.ts';
import {PasswordField} from '../../form/password-field.tsx';
import {PlainForm} from '../../form/plain-form.tsx';
import {clockTime, now} from '../../lib/clock.ts';
import {whenWords} from '../../lib/exchange-words.ts';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {backupProblemText, backupText} from '../../text/backup.ts';
import {formText} from '../../text/form.ts';
import {settingsText} from '../../text/settings.ts';
import {signInText} from '../../text/sign-in.ts';
import {Dialog} from '../../ui/dialog.tsx';

const schema = z.object({password: z.string().min(1, {error: 'required'})});

/** Says what will be lost, and asks for the password again: whoever stands at an open screen cannot do it. */
export function RestoreDialog({backup, onClose}: {backup: BackupView; onClose: () => void}) {
  const {t} = useText();
  const {folder, name, madeAt, whose} = backup;
  const {data: preview} = useCall('backup', 'preview', {folder, name});
  const {run, running} = useCommand('backup', 'restore', {
    onAnswer: ({result}) => result === 'ok' && notifications.show({message: t(backupText.restored)}),
  });
  const [wrong, setWrong] = useState<Text | null>(null);
  const when = madeAt === null ? text(name, name) : whenWords(madeAt, now());
  return (
    <Dialog title={t(backupText.restoreTitle)} onClose={onClose}>
      <PlainForm
        label={t(backupText.restoreTitle)}
        schema={schema}
        initial={{password: ''}}
        onSubmit={async ({password}, form) => {
          const answer = await run({folder, name, password});
          if (answer.result === 'ok') return;
          if (answer.result === 'problem') return setWrong(backupProblemText[answer.problem]);
          setWrong(
            answer.waitUntil === null ? settingsText.wrongCurrent : settingsText.waitNote(clockTime(answer.waitUntil)),
          );
          form.setValue('password', '');
          form.setFocus('password');
        }}
      >
        {() => (
          <>
            <Words size="sm">{t(backupText.restoreWhat(when))}</Words>
            {preview && preview.changes > 0 && (
              <Words size="sm">{t(backupText.willLose(preview.changes, preview.unsent))}</Words>
            )}
            {whose === 'related' && <Words size="sm">{t(backupText.relatedWhat)}</Words>}
            {wrong !== null && (
              <Alert color="red" role="alert" p="xs">
                {t(wrong)}
              </Alert>
            )}
            <PasswordField name="password" label={signInText.password} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t(formText.cancel)}
              </Button>
              <Button type="submit" loading={running}>
                {t(backupText.restore)}
              </Button>
            </Group>
          </>
        )}
      </PlainForm>
    </Dialog>
  );
}
