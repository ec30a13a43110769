import {Anchor, Button, Group, Text as Words} from '@mantine/core';
import {z} from 'zod';
import {TextField} from '../../form/fields.tsx';
import {PasswordField} from '../../form/password-field.tsx';
import {PlainForm} from '../../form/plain-form.tsx';
import {typed} from '../../form/typed.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {restoreHereText} from '../../text/backup.ts';
import {passwordText} from '../../text/password.ts';
import {setupText} from '../../text/setup.ts';

const schema = z
  .object({
    name: typed.requiredLine(200),
    password: z.string().min(1, {error: 'required'}),
    repeated: z.string(),
  })
  .refine(values => values.password === values.repeated, {path: ['repeated'], error: 'passwords-differ'});

/** Makes the encrypted database and the account that opens it. */
export function AccountStep({onRestore}: {onRestore: () => void}) {
  const {t} = useText();
  const {run, running} = useCommand('session', 'createAccount');
  return (
    <PlainForm
      label={t(setupText.stepNames.account)}
      schema={schema}
      initial={{name: '', password: '', repeated: ''}}
      onSubmit={({name, password}) => run({name, password})}
    >
      {() => (
        <>
          <Words size="sm">{t(setupText.accountWhat)}</Words>
          <TextField name="name" label={setupText.accountName} hint={setupText.accountNameHint} required />
          <PasswordField name="password" label={setupText.password} hint={passwordText.rules} required isNew />
          <PasswordField name="repeated" label={passwordText.repeat} required isNew />
          <Group justify="space-between">
            <Button type="submit" loading={running}>
              {t(setupText.createAccount)}
            </Button>
            <Anchor component="button" type="button" size="sm" onClick={onRestore}>
              {t(restoreHereText.begin)}
            </Anchor>
          </Group>
        </>
      )}
    </PlainForm>
  );
}
