import {historyTables} from '../../domain/record-words.ts';
import {Alert, Button, Group, List, Radio, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {erasureReasons, type ErasureReason} from '../../domain/erasure.ts';
import type {ErasurePreview} from '../../electron/contract/erasure.ts';
import {PasswordAgain} from './password-again.tsx';
import {useText} from '../lib/language.tsx';
import {useCall, useCommand} from '../lib/use-call.ts';
import {erasureObstacleText, erasureReasonNames, erasureText} from '../text/erasure.ts';
import {formText} from '../text/form.ts';
import {Dialog} from '../ui/dialog.tsx';
import {ProblemNote} from '../ui/problem-note.tsx';
import {Waiting} from '../ui/waiting.tsx';

interface DialogProps {
  readonly recipientId: string;
  /** The one that is chosen at first. */
  readonly reason?: ErasureReason;
  readonly onClose: () => void;
}

/** Says what goes and what stays, or why not and what to do instead; asks for the password again. */
export function EraseDialog({recipientId, reason: first = 'mistake', onClose}: DialogProps) {
  const {t} = useText();
  const {data: preview, error} = useCall('erasure', 'preview', {recipientId});
  const [reason, setReason] = useState<ErasureReason>(first);
  const obstacles = preview?.obstacles[reason] ?? [];
  return (
    <Dialog title={t(erasureText.title)} onClose={onClose} size="lg">
      {error && <ProblemNote error={error} />}
      {!preview && !error && <Waiting />}
      {preview && (
        <Stack gap="md">
          <Radio.Group
            label={t(erasureText.reason)}
            value={reason}
            onChange={value => setReason(erasureReasons.find(each => each === value) ?? 'mistake')}
          >
            <Group mt="xs">
              {erasureReasons.map(each => (
                <Radio key={each} value={each} label={t(erasureReasonNames[each])} />
              ))}
            </Group>
          </Radio.Group>
          {obstacles.length > 0 ? (
            <>
              <Alert color="orange" title={t(erasureText.why)}>
                <List size="sm">
                  {obstacles.map(each => (
                    <List.Item key={each}>{t(erasureObstacleText[each])}</List.Item>
                  ))}
                </List>
              </Alert>
              <Group justify="flex-end">
                <Button variant="default" onClick={onClose}>
                  {t(formText.close)}
                </Button>
              </Group>
            </>
          ) : (
            <EraseForm preview={preview} recipientId={recipientId} reason={reason} onClose={onClose} />
          )}
        </Stack>
      )}
    </Dialog>
  );
}

interface FormProps {
  readonly preview: ErasurePreview;
  readonly recipientId: string;
  readonly reason: ErasureReason;
  readonly onClose: () => void;
}

function EraseForm({preview, recipientId, reason, onClose}: FormProps) {
  const {t} = useText();
  const {run, running} = useCommand('erasure', 'erase', {
    onAnswer: ({result}) => result === 'ok' && notifications.show({message: t(erasureText.done)}),
  });
  return (
    <PasswordAgain
      label={t(erasureText.title)}
      action={t(erasureText.erase)}
      color="red"
      running={running}
      onSubmit={async password => {
        const answer = await run({recipientId, reason, password});
        if (answer.result !== 'ok') return answer;
        onClose();
        return null;
      }}
      onClose={onClose}
    >
      <div>
        <Words size="sm">{t(erasureText.what)}</Words>
        <List size="sm" mt={4}>
          {preview.rows.map(({table, count}) => (
            <List.Item key={table}>
              {historyTables[table] ? t(historyTables[table].name) : table}: {count}
            </List.Item>
          ))}
        </List>
      </div>
      <Words size="sm" fw={600}>
        {t(erasureText.everywhere)}
      </Words>
      <Words size="sm">{t(erasureText.stays)}</Words>
      <Words size="sm">{t(erasureText.numbers)}</Words>
    </PasswordAgain>
  );
}
