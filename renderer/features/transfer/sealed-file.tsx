import {Alert, Button, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconDeviceFloppy} from '@tabler/icons-react';
import {useState} from 'react';
import {failureText} from '../../lib/failures.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {useText} from '../../lib/language.tsx';
import {saveJob} from '../../lib/save-job.ts';
import {useSessionState} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {transferText} from '../../text/transfer.ts';
import './transfer.css';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** The file that was made, and its passphrase, this one time. */
export function SealedFile({
  jobId,
  isSaved,
  onSaved,
}: {
  jobId: string;
  isSaved: boolean;
  /** Hands over, when the file is saved; null: it was handed over before. */
  onSaved: (() => Promise<void>) | null;
}) {
  const {t} = useText();
  const session = useSessionState();
  const {data} = useCall('transfer', 'passphrase', {jobId});
  const [saving, setSaving] = useState(false);
  if (!data) return null;

  async function save(): Promise<void> {
    if (!session || saving) return;
    setSaving(true);
    try {
      if (!(await saveJob(session.host, jobId))) return;
      if (onSaved === null) notifications.show({message: t(transferText.fileSaved)});
      else await onSaved();
    } catch (error) {
      tellFailure(t, failureText(error));
    } finally {
      setSaving(false);
    }
  }

  return (
    <Stack gap="xs">
      <Alert color="orange" p="xs" title={t(transferText.passphrase)} role="status">
        <div className="transfer-passphrase" translate="no" data-passphrase>
          {data.groups.join('-')}
        </div>
        <Words size="sm">{t(transferText.passphraseOnce)}</Words>
      </Alert>
      <Button
        ref={focusSoon}
        h="auto"
        mih={36}
        py={4}
        styles={{label: {whiteSpace: 'normal'}}}
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        loading={saving}
        disabled={!isSaved}
        onClick={() => void save()}
      >
        {t(onSaved === null ? transferText.saveFile : transferText.saveAndSend)}
      </Button>
    </Stack>
  );
}
