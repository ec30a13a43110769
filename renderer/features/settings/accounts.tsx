import {Button, Group} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import type {z} from 'zod';
import {fullName} from '../../../domain/person.ts';
import {accountRoleNames} from '../../../domain/roles.ts';
import type {sessionCalls} from '../../../electron/contract/session.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {accountsText} from '../../text/accounts.ts';
import {settingsText} from '../../text/settings.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {DataTable} from '../../ui/data-table.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {ChangeAccountForm, ResetPasswordForm} from './account-forms.tsx';
import {AddAccountForm} from './add-account-form.tsx';

export type AccountLine = z.output<typeof sessionCalls.accounts.output>[number];

type Opened = {readonly form: 'add'} | {readonly form: 'change' | 'password'; readonly account: AccountLine};

/** Who may come in, what each may do, and how to help one who has forgotten the password. */
export function Accounts() {
  const {t} = useText();
  const {data: accounts = []} = useCall('session', 'accounts', {});
  const {data: staff = []} = useCall('facility', 'staff', {withFormer: true});
  const remove = useCommand('session', 'removeAccount');
  const touchesHeads = useRight('keys');
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const actions = (account: AccountLine) => {
    if (account.isOwn || (account.role === 'head' && !touchesHeads)) return null;
    return (
      <Group gap={6} wrap="nowrap" justify="flex-end">
        <Action words={t(accountsText.change)} name={account.name} onAct={() => setOpened({form: 'change', account})} />
        <Action
          words={t(accountsText.newPassword)}
          name={account.name}
          onAct={() => setOpened({form: 'password', account})}
        />
        <ConfirmButton
          size="compact-sm"
          variant="subtle"
          color="red"
          label={t(accountsText.remove)}
          question={t(accountsText.removeWhat(account.name))}
          confirm={t(accountsText.remove)}
          onConfirm={async () => {
            await remove.run({id: account.id});
            notifications.show({message: t(accountsText.removed)});
          }}
        />
      </Group>
    );
  };
  return (
    <>
      <DataTable<AccountLine>
        caption={t(settingsText.whoEnters)}
        rows={accounts}
        rowKey={account => account.id}
        columns={[
          {
            key: 'name',
            head: t(settingsText.accountName),
            namesRow: true,
            cell: account => (account.isOwn ? `${account.name} (${t(accountsText.you)})` : account.name),
          },
          {key: 'role', head: t(settingsText.accountRole), cell: account => t(accountRoleNames[account.role])},
          {
            key: 'staff',
            head: t(accountsText.staff),
            cell: account => {
              const person = staff.find(({id}) => id === account.staffId);
              return person === undefined ? '—' : fullName(person.name);
            },
          },
          {key: 'actions', head: '', cell: actions},
        ]}
      />
      <Group>
        <Button variant="default" onClick={() => setOpened({form: 'add'})}>
          {t(settingsText.addAccount)}
        </Button>
      </Group>
      {opened?.form === 'add' && (
        <Dialog onClose={close} size="lg" title={t(settingsText.addAccount)}>
          <AddAccountForm onAdded={close} />
        </Dialog>
      )}
      {opened?.form === 'change' && (
        <Dialog onClose={close} size="lg" title={opened.account.name}>
          <ChangeAccountForm account={opened.account} onDone={close} />
        </Dialog>
      )}
      {opened?.form === 'password' && (
        <Dialog onClose={close} size="lg" title={`${opened.account.name}: ${t(accountsText.newPassword)}`}>
          <ResetPasswordForm account={opened.account} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

function Action({words, name, onAct}: {words: string; name: string; onAct: () => void}) {
  return (
    <Button size="compact-sm" variant="default" aria-label={`${words}: ${name}`} onClick={onAct}>
      {words}
    </Button>
  );
}
