import {Button, Group, Text as Words, type ButtonProps} from '@mantine/core';
import {useDisclosure} from '@mantine/hooks';
import {useState} from 'react';
import {useText} from '../lib/language.tsx';
import {commonText} from '../text/common.ts';
import {formText} from '../text/form.ts';
import {Dialog} from './dialog.tsx';
import {ProblemNote} from './problem-note.tsx';

/** A button that asks first; says what will happen. The dialog stays open when it did not work. */
export function ConfirmButton({
  label,
  question,
  confirm,
  onConfirm,
  ...button
}: ButtonProps & {label: string; question: string; confirm: string; onConfirm: () => Promise<unknown>}) {
  const {t} = useText();
  const [opened, dialog] = useDisclosure(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [running, setRunning] = useState(false);
  const act = async () => {
    setRunning(true);
    setFailure(null);
    try {
      await onConfirm();
      dialog.close();
    } catch (error) {
      setFailure(error);
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      <Button variant="default" {...button} onClick={dialog.open}>
        {label}
      </Button>
      {opened && (
        <Dialog onClose={dialog.close} title={t(commonText.areYouSure)}>
          <Words mb="md">{question}</Words>
          {failure !== null && <ProblemNote error={failure} />}
          <Group justify="flex-end" gap="xs" mt="md">
            <Button variant="default" onClick={dialog.close} data-autofocus>
              {t(formText.cancel)}
            </Button>
            <Button onClick={() => void act()} loading={running}>
              {confirm}
            </Button>
          </Group>
        </Dialog>
      )}
    </>
  );
}
