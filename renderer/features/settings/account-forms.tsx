import {Button, Group, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {z} from 'zod';
import {accountRoleNames, accountRoles} from '../../../domain/roles.ts';
import {SelectField} from '../../form/fields.tsx';
import {PasswordField} from '../../form/password-field.tsx';
import {PlainForm} from '../../form/plain-form.tsx';
import {StaffSelect} from '../../form/staff-select.tsx';
import {typed} from '../../form/typed.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCommand} from '../../lib/use-call.ts';
import {accountsText} from '../../text/accounts.ts';
import {formText} from '../../text/form.ts';
import {passwordText} from '../../text/password.ts';
import {settingsText} from '../../text/settings.ts';
import {accountRolesFor} from './account-roles.ts';
import type {AccountLine} from './accounts.tsx';

interface AccountFormProps {
  readonly account: AccountLine;
  readonly onDone: () => void;
}

export function ChangeAccountForm({account, onDone}: AccountFormProps) {
  const {t} = useText();
  const {run, running} = useCommand('session', 'changeAccount');
  const roles = accountRolesFor(useRight('keys'));
  return (
    <PlainForm
      label={t(accountsText.change)}
      schema={z.object({role: typed.requiredChoice(accountRoles), staffId: typed.id()})}
      initial={{role: account.role, staffId: account.staffId ?? ''}}
      onSubmit={async values => {
        await run({id: account.id, ...values});
        notifications.show({message: t(settingsText.saved)});
        onDone();
      }}
    >
      {() => (
        <>
          <SelectField
            name="role"
            label={settingsText.accountRole}
            required
            choices={roles.map(role => ({value: role, label: accountRoleNames[role]}))}
          />
          <StaffSelect name="staffId" label={settingsText.accountStaff} value={account.staffId ?? ''} />
          <Group>
            <Button type="submit" loading={running}>
              {t(formText.save)}
            </Button>
          </Group>
        </>
      )}
    </PlainForm>
  );
}

const passwordSchema = z.object({password: z.string().min(1, {error: 'required'})});

export function ResetPasswordForm({account, onDone}: AccountFormProps) {
  const {t} = useText();
  const {run, running} = useCommand('session', 'resetPassword');
  return (
    <PlainForm
      label={t(accountsText.newPassword)}
      schema={passwordSchema}
      initial={{password: ''}}
      onSubmit={async ({password}) => {
        await run({id: account.id, password});
        notifications.show({message: t(accountsText.passwordGiven)});
        onDone();
      }}
    >
      {() => (
        <>
          <PasswordField name="password" label={accountsText.newPassword} hint={passwordText.rules} required isNew />
          <Words size="sm" c="dimmed">
            {t(settingsText.accountPasswordHint)}
          </Words>
          <Group>
            <Button type="submit" loading={running}>
              {t(formText.save)}
            </Button>
          </Group>
        </>
      )}
    </PlainForm>
  );
}
