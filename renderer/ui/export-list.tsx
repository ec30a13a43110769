import {Button, type ButtonProps} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconTableExport} from '@tabler/icons-react';
import {useState} from 'react';
import type {WantedList} from '../../electron/contract/exporting.ts';
import {client} from '../lib/bridge.ts';
import {failureText} from '../lib/failures.ts';
import {useText} from '../lib/language.tsx';
import {saveBytes} from '../lib/save-file.ts';
import {useRight, useSessionState} from '../lib/session.ts';
import {exportingText} from '../text/exporting.ts';
import {tellFailure} from '../lib/tell-failure.tsx';

/** Saves a list as Excel, as it is shown; nothing for whoever may take nothing out. */
export function ExportList({list, ...button}: ButtonProps & {readonly list: WantedList}) {
  const {t, language} = useText();
  const mayExport = useRight('export');
  const session = useSessionState();
  const [saving, setSaving] = useState(false);
  if (!mayExport) return null;

  async function save(): Promise<void> {
    if (saving) return;
    setSaving(true);
    try {
      if (session?.host === 'loopback') {
        const {file, fileName} = await client.exporting.excel({list, language});
        saveBytes(file, fileName);
      } else if (!(await client.exporting.saveExcel({list, language})).saved) return;
      notifications.show({message: t(exportingText.saved)});
    } catch (error) {
      tellFailure(t, failureText(error));
    } finally {
      setSaving(false);
    }
  }

  return (
    <Button
      variant="default"
      leftSection={<IconTableExport size={16} aria-hidden />}
      loading={saving}
      {...button}
      onClick={() => void save()}
    >
      {t(exportingText.excel)}
    </Button>
  );
}
