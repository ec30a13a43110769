import {Alert, Button, Group, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import type {KeyState, RotationAnswer} from '../../../electron/contract/session.ts';
import {PasswordAgain} from '../../form/password-again.tsx';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {formText} from '../../text/form.ts';
import {rotationProblemText, rotationText} from '../../text/rotation.ts';
import {Dialog} from '../../ui/dialog.tsx';
import {Section} from '../../ui/section.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** Another key for the database: when it is needed, and what it means for the others. */
export function KeyRotation() {
  const {t} = useText();
  const {data: keys} = useCall('session', 'keys', {});
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section title={t(rotationText.title)}>
      <Words size="sm">{t(rotationText.what)}</Words>
      {keys?.isAltered && (
        <Alert color="red" role="alert" p="xs">
          {t(rotationProblemText('altered-keys'))}
        </Alert>
      )}
      {keys && keys.lacking.length > 0 && (
        <Alert color="orange" p="xs">
          {t(rotationText.lacking(keys.lacking.join(', ')))}
        </Alert>
      )}
      <Group>
        <Button variant="default" disabled={keys === undefined} onClick={() => setIsOpen(true)}>
          {t(rotationText.run)}
        </Button>
      </Group>
      {isOpen && keys && <RotationDialog keys={keys} onClose={() => setIsOpen(false)} />}
    </Section>
  );
}

/** Asks for the password again. While the key is being changed the whole application shows that, and this is gone. */
function RotationDialog({keys, onClose}: {keys: KeyState; onClose: () => void}) {
  const {t} = useText();
  const {isAltered, recovery} = keys;
  const tell = (answer: RotationAnswer) => {
    if (answer.result === 'done') {
      const {without} = answer;
      notifications.show({
        message: t(without.length === 0 ? rotationText.done : rotationText.doneWithout(without.join(', '))),
        autoClose: without.length === 0,
      });
    } else if (answer.result === 'problem') {
      tellFailure(t, rotationProblemText(answer.problem), {stays: true});
    }
  };
  const {run, running} = useCommand('session', 'rotateKey', {onAnswer: tell});
  const mustWait = recovery === 'older' && !isAltered;
  return (
    <Dialog title={t(rotationText.title)} onClose={onClose}>
      {mustWait ? (
        <Stack gap="md">
          <Alert color="orange" p="xs">
            {t(rotationProblemText('recovery-first'))}
          </Alert>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t(formText.close)}
            </Button>
          </Group>
        </Stack>
      ) : (
        <PasswordAgain
          label={t(rotationText.title)}
          action={t(isAltered ? rotationText.runAlone : rotationText.run)}
          running={running}
          onSubmit={async password => {
            const answer = await run({password, onlySelf: isAltered});
            if (answer.result !== 'done' && answer.result !== 'problem') return answer;
            onClose();
            return null;
          }}
          onClose={onClose}
        >
          <What {...keys} />
        </PasswordAgain>
      )}
    </Dialog>
  );
}

function What({isAltered, older}: KeyState) {
  const {t} = useText();
  return (
    <>
      <Words size="sm">{t(isAltered ? rotationProblemText('altered-keys') : rotationText.first)}</Words>
      <Words size="sm">{t(rotationText.during)}</Words>
      {!isAltered && <Words size="sm">{t(rotationText.after)}</Words>}
      {!isAltered && older.length > 0 && (
        <Alert color="orange" p="xs">
          {t(rotationText.older(older.join(', ')))}
        </Alert>
      )}
    </>
  );
}
