import {Alert, Button, Group, SimpleGrid} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {z} from 'zod';
import {PasswordField} from '../../form/password-field.tsx';
import {PlainForm} from '../../form/plain-form.tsx';
import {clockTime} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {passwordText} from '../../text/password.ts';
import {settingsText} from '../../text/settings.ts';

const schema = z
  .object({
    current: z.string().min(1, {error: 'required'}),
    next: z.string().min(1, {error: 'required'}),
    repeated: z.string(),
  })
  .refine(values => values.next === values.repeated, {path: ['repeated'], error: 'passwords-differ'});

const empty = {current: '', next: '', repeated: ''};

export function ChangePasswordForm() {
  const {t} = useText();
  const {run, running} = useCommand('session', 'changePassword');
  const [answer, setAnswer] = useState<{waitUntil: string | null} | null>(null);
  return (
    <PlainForm
      label={t(passwordText.changeTitle)}
      schema={schema}
      initial={empty}
      autoFocus={false}
      onSubmit={async ({current, next}, form) => {
        const attempt = await run({current, next});
        if (attempt.result === 'ok') {
          setAnswer(null);
          form.reset(empty);
          notifications.show({message: t(passwordText.changed)});
          return;
        }
        setAnswer({waitUntil: attempt.waitUntil});
        form.setValue('current', '');
        form.setFocus('current');
      }}
    >
      {() => (
        <>
          {answer && (
            <Alert color="red" role="alert" p="xs">
              {[
                settingsText.wrongCurrent,
                ...(answer.waitUntil === null ? [] : [settingsText.waitNote(clockTime(answer.waitUntil))]),
              ]
                .map(t)
                .join(' ')}
            </Alert>
          )}
          <PasswordField name="current" label={passwordText.current} />
          <SimpleGrid cols={{base: 1, xs: 2}} spacing="sm">
            <PasswordField name="next" label={passwordText.next} isNew />
            <PasswordField name="repeated" label={passwordText.repeat} isNew />
          </SimpleGrid>
          <Group>
            <Button type="submit" variant="default" loading={running}>
              {t(passwordText.change)}
            </Button>
          </Group>
        </>
      )}
    </PlainForm>
  );
}
