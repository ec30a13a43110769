import {Button, Group, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {z} from 'zod';
import {accountRoleNames, accountRoles} from '../../../domain/roles.ts';
import {SelectField, TextField} from '../../form/fields.tsx';
import {PasswordField} from '../../form/password-field.tsx';
import {PlainForm} from '../../form/plain-form.tsx';
import {StaffSelect} from '../../form/staff-select.tsx';
import {typed} from '../../form/typed.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCommand} from '../../lib/use-call.ts';
import {passwordText} from '../../text/password.ts';
import {settingsText} from '../../text/settings.ts';
import {accountRolesFor} from './account-roles.ts';

const schema = z.object({
  name: typed.requiredLine(200),
  password: z.string().min(1, {error: 'required'}),
  role: typed.requiredChoice(accountRoles),
  staffId: typed.id(),
});

export function AddAccountForm({onAdded}: {onAdded: () => void}) {
  const {t} = useText();
  const {run, running} = useCommand('session', 'addAccount');
  const roles = accountRolesFor(useRight('keys'));
  return (
    <PlainForm
      label={t(settingsText.addAccount)}
      schema={schema}
      initial={{name: '', password: '', role: 'worker' as const, staffId: ''}}
      onSubmit={async values => {
        await run(values);
        notifications.show({message: t(settingsText.accountAdded)});
        onAdded();
      }}
    >
      {() => (
        <>
          <TextField name="name" label={settingsText.accountName} required />
          <PasswordField
            name="password"
            label={settingsText.accountPassword}
            hint={passwordText.rules}
            required
            isNew
          />
          <Words size="sm" c="dimmed">
            {t(settingsText.accountPasswordHint)}
          </Words>
          <SelectField
            name="role"
            label={settingsText.accountRole}
            required
            choices={roles.map(role => ({value: role, label: accountRoleNames[role]}))}
          />
          <StaffSelect name="staffId" label={settingsText.accountStaff} />
          <Group>
            <Button type="submit" loading={running}>
              {t(settingsText.addAccount)}
            </Button>
          </Group>
        </>
      )}
    </PlainForm>
  );
}
