import {Alert, Anchor, Button, Group} from '@mantine/core';
import {useState} from 'react';
import {z} from 'zod';
import type {SessionState} from '../../../electron/contract/session.ts';
import {SelectField} from '../../form/fields.tsx';
import {PasswordField} from '../../form/password-field.tsx';
import {PlainForm} from '../../form/plain-form.tsx';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {signInText} from '../../text/sign-in.ts';
import {Door} from '../../ui/door.tsx';
import {lastAccount, rememberAccount} from './last-account.ts';
import {RecoveryForm} from './recovery-form.tsx';
import {useWait} from './use-wait.ts';

const schema = z.object({
  name: z.string().min(1, {error: 'required'}),
  password: z.string().min(1, {error: 'required'}),
});

/** The locked door: a name and a password, or the recovery key. `onOpen`: the host has let the person in. */
export function SignInPage({session, onOpen}: {session: SessionState; onOpen: () => void}) {
  const {t} = useText();
  const [forgotten, setForgotten] = useState(false);
  return (
    <Door
      title={t(forgotten ? signInText.recoveryTitle : signInText.title)}
      footer={t(signInText.version(session.version))}
    >
      {forgotten ? (
        <RecoveryForm accounts={session.accounts} onOpen={onOpen} onBack={() => setForgotten(false)} />
      ) : (
        <PasswordForm accounts={session.accounts} onOpen={onOpen} onForgotten={() => setForgotten(true)} />
      )}
    </Door>
  );
}

function PasswordForm({
  accounts,
  onOpen,
  onForgotten,
}: {
  accounts: readonly string[];
  onOpen: () => void;
  onForgotten: () => void;
}) {
  const {t} = useText();
  const {run, running} = useCommand('session', 'signIn', {
    onAnswer: ({result}) => result === 'ok' && onOpen(),
  });
  const [answer, setAnswer] = useState<{wrong: boolean; waitUntil: string | null}>({wrong: false, waitUntil: null});
  const seconds = useWait(answer.waitUntil);
  return (
    <PlainForm
      label={t(signInText.title)}
      schema={schema}
      initial={{name: lastAccount(accounts), password: ''}}
      // The name is there already: the keyboard belongs to the password.
      autoFocus={false}
      onSubmit={async (values, form) => {
        const attempt = await run(values);
        if (attempt.result === 'ok') {
          rememberAccount(values.name);
          return;
        }
        setAnswer({wrong: attempt.result === 'wrong', waitUntil: attempt.waitUntil});
        form.setValue('password', '');
        form.setFocus('password');
      }}
    >
      {() => (
        <>
          {answer.wrong && (
            <Alert color="red" role="alert" p="xs">
              {t(signInText.wrong)}
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
          <PasswordField name="password" label={signInText.password} autoFocus />
          <Group justify="space-between">
            <Button type="submit" loading={running} disabled={seconds > 0}>
              {t(signInText.enter)}
            </Button>
            <Anchor component="button" type="button" size="sm" onClick={onForgotten}>
              {t(signInText.forgotten)}
            </Anchor>
          </Group>
        </>
      )}
    </PlainForm>
  );
}
