import {Alert, Anchor, Button, Group, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {z} from 'zod';
import {SelectField, TextField} from '../../form/fields.tsx';
import {PasswordField} from '../../form/password-field.tsx';
import {PlainForm} from '../../form/plain-form.tsx';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {passwordText} from '../../text/password.ts';
import {signInText} from '../../text/sign-in.ts';
import {lastAccount, rememberAccount} from './last-account.ts';
import {useWait} from './use-wait.ts';

const schema = z.object({
  name: z.string().min(1, {error: 'required'}),
  key: z.string().trim().min(1, {error: 'required'}),
  newPassword: z.string().min(1, {error: 'required'}),
});

/** A forgotten password: the printed key stands in for it, and a new one takes its place. */
export function RecoveryForm({
  accounts,
  onOpen,
  onBack,
}: {
  accounts: readonly string[];
  onOpen: () => void;
  onBack: () => void;
}) {
  const {t} = useText();
  const {run, running} = useCommand('session', 'signInWithRecovery', {
    onAnswer: ({result}) => result === 'ok' && onOpen(),
  });
  const [answer, setAnswer] = useState<{wrong: boolean; waitUntil: string | null}>({wrong: false, waitUntil: null});
  const seconds = useWait(answer.waitUntil);
  return (
    <PlainForm
      label={t(signInText.recoveryTitle)}
      schema={schema}
      initial={{name: lastAccount(accounts), key: '', newPassword: ''}}
      autoFocus={false}
      onSubmit={async (values, form) => {
        const attempt = await run(values);
        if (attempt.result === 'ok') {
          rememberAccount(values.name);
          return;
        }
        setAnswer({wrong: attempt.result === 'wrong', waitUntil: attempt.waitUntil});
        form.setFocus('key');
      }}
    >
      {() => (
        <>
          <Words size="sm">{t(signInText.recoveryWhat)}</Words>
          {answer.wrong && (
            <Alert color="red" role="alert" p="xs">
              {t(signInText.wrongKey)}
            </Alert>
          )}
          {seconds > 0 && (
            <Alert color="orange" p="xs">
              {t(signInText.wait(seconds))}
            </Alert>
          )}
          <SelectField
            name="name"
            label={signInText.who}
            choices={accounts.map(name => ({value: name, label: {kk: name, ru: name}}))}
            clearable={false}
          />
          <TextField name="key" label={signInText.recoveryKey} autoFocus />
          <PasswordField name="newPassword" label={signInText.newPassword} hint={passwordText.rules} isNew />
          <Group justify="space-between">
            <Button type="submit" loading={running} disabled={seconds > 0}>
              {t(signInText.replaceAndEnter)}
            </Button>
            <Anchor component="button" type="button" size="sm" onClick={onBack}>
              {t(signInText.backToPassword)}
            </Anchor>
          </Group>
        </>
      )}
    </PlainForm>
  );
}
