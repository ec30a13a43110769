import {Button, Group, List, NativeSelect, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {RecoveryKey} from '../../form/recovery-key.tsx';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {useRight, useSessionState} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {accountsText} from '../../text/accounts.ts';
import {passwordText} from '../../text/password.ts';
import {settingsText} from '../../text/settings.ts';
import {Dialog} from '../../ui/dialog.tsx';
import {Section} from '../../ui/section.tsx';
import {Accounts} from './accounts.tsx';
import {ChangePasswordForm} from './change-password-form.tsx';
import {KeyRotation} from './key-rotation.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** One's own password; for those who let people in also colleagues and the idle time; for the head the keys. */
export function AccountsSettings() {
  const {t} = useText();
  const session = useSessionState();
  const letsIn = useRight('accounts');
  const holdsKeys = useRight('keys');
  if (!session) return null;
  return (
    <Stack gap="md">
      <Section title={t(passwordText.changeTitle)}>
        <ChangePasswordForm />
      </Section>
      <Section title={t(settingsText.whoEnters)}>
        <Words size="sm">{t(settingsText.accountsWhat)}</Words>
        {letsIn ? (
          <Accounts />
        ) : (
          <>
            <List size="sm">
              {session.accounts.map(name => (
                <List.Item key={name}>{name}</List.Item>
              ))}
            </List>
            <Words size="sm" c="dimmed">
              {t(settingsText.onlyHead)}
            </Words>
          </>
        )}
      </Section>
      {letsIn && <IdleTime />}
      {holdsKeys && <Recovery isHeld={session.recoveryKeyHeld} />}
      {holdsKeys && <KeyRotation />}
    </Stack>
  );
}

const idleChoices = [1, 2, 5, 10, 15, 20, 30, 60] as const;

function IdleTime() {
  const {t} = useText();
  const {data} = useCall('session', 'idle', {});
  const {run} = useCommand('session', 'setIdle');
  if (!data) return null;
  const choices = [...new Set([...idleChoices, data.minutes])].toSorted((a, b) => a - b);
  return (
    <Section title={t(accountsText.idleTitle)}>
      <NativeSelect
        w={220}
        label={t(accountsText.idleLabel)}
        value={String(data.minutes)}
        data={choices.map(minutes => ({value: String(minutes), label: t(accountsText.minutes(minutes))}))}
        onChange={event => {
          run({minutes: Number(event.currentTarget.value)}).catch((error: unknown) =>
            tellFailure(t, failureText(error)),
          );
        }}
      />
      <Words size="sm" c="dimmed">
        {t(accountsText.idleWhat)}
      </Words>
    </Section>
  );
}

function Recovery({isHeld}: {isHeld: boolean}) {
  const {t} = useText();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <Section title={t(settingsText.recoveryTitle)}>
      <Words size="sm">{t(isHeld ? settingsText.recoveryHeld : settingsText.recoveryNotHeld)}</Words>
      <Group>
        <Button variant="default" onClick={() => setIsOpen(true)}>
          {t(settingsText.recoveryNew)}
        </Button>
      </Group>
      {isOpen && (
        <Dialog onClose={close} size="lg" title={t(settingsText.recoveryTitle)}>
          <RecoveryKey
            onHeld={async () => {
              notifications.show({message: t(settingsText.recoveryDone)});
              close();
            }}
          />
        </Dialog>
      )}
    </Section>
  );
}
