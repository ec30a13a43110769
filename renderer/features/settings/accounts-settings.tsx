import {Button, Group, List, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {RecoveryKey} from '../../form/recovery-key.tsx';
import {useText} from '../../lib/language.tsx';
import {useSessionState} from '../../lib/session.ts';
import {passwordText} from '../../text/password.ts';
import {settingsText} from '../../text/settings.ts';
import {Dialog} from '../../ui/dialog.tsx';
import {Section} from '../../ui/section.tsx';
import {AddAccountForm} from './add-account-form.tsx';
import {ChangePasswordForm} from './change-password-form.tsx';

type Opened = 'add' | 'recovery';

/** One's own password; for the head also colleagues and the recovery key. */
export function AccountsSettings() {
  const {t} = useText();
  const session = useSessionState();
  const [opened, setOpened] = useState<Opened | null>(null);
  if (!session) return null;
  const isHead = session.account?.role === 'head';
  const close = () => setOpened(null);
  return (
    <Stack gap="md">
      <Section title={t(passwordText.changeTitle)}>
        <ChangePasswordForm />
      </Section>
      <Section title={t(settingsText.whoEnters)}>
        <Words size="sm">{t(settingsText.accountsWhat)}</Words>
        <List size="sm">
          {session.accounts.map(name => (
            <List.Item key={name}>{name}</List.Item>
          ))}
        </List>
        {isHead ? (
          <Group>
            <Button variant="default" onClick={() => setOpened('add')}>
              {t(settingsText.addAccount)}
            </Button>
          </Group>
        ) : (
          <Words size="sm" c="dimmed">
            {t(settingsText.onlyHead)}
          </Words>
        )}
      </Section>
      {isHead && (
        <Section title={t(settingsText.recoveryTitle)}>
          <Words size="sm">
            {t(session.recoveryKeyHeld ? settingsText.recoveryHeld : settingsText.recoveryNotHeld)}
          </Words>
          <Group>
            <Button variant="default" onClick={() => setOpened('recovery')}>
              {t(settingsText.recoveryNew)}
            </Button>
          </Group>
        </Section>
      )}
      {opened !== null && (
        <Dialog
          onClose={close}
          size="lg"
          title={t(opened === 'add' ? settingsText.addAccount : settingsText.recoveryTitle)}
        >
          {opened === 'add' ? (
            <AddAccountForm onAdded={close} />
          ) : (
            <RecoveryKey
              onHeld={async () => {
                notifications.show({message: t(settingsText.recoveryDone)});
                close();
              }}
            />
          )}
        </Dialog>
      )}
    </Stack>
  );
}
