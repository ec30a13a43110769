import {Button, FileButton, Group, Text as Words} from '@mantine/core';
import {IconTableImport} from '@tabler/icons-react';
import {useRef, useState} from 'react';
import {importFileProblemWords} from '../../../domain/importing/problems.ts';
import type {ImportKind} from '../../../domain/importing/kinds.ts';
import {base64} from '../../lib/base64.ts';
import {client} from '../../lib/bridge.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {importingText} from '../../text/importing.ts';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** As the reader has it: what is larger need not be sent there. */
const largestFile = 20 * 1024 * 1024;

interface ChooseFileProps {
  readonly kind: ImportKind;
  /** The name of the file that is open; null: none. */
  readonly chosen: string | null;
  readonly onRead: (file: {jobId: string; name: string}) => void;
}

export function ChooseFile({kind, chosen, onRead}: ChooseFileProps) {
  const {t} = useText();
  const [sending, setSending] = useState(false);
  const reset = useRef<() => void>(null);

  async function read(file: File | null): Promise<void> {
    if (file === null) return;
    setSending(true);
    try {
      if (file.size > largestFile) {
        tellFailure(t, importFileProblemWords['too-large']);
        return;
      }
      const {jobId} = await client.importing.read({kind, file: await base64(file)});
      onRead({jobId, name: file.name});
    } catch (error) {
      tellFailure(t, failureText(error));
    } finally {
      setSending(false);
      // The same file, mended, is chosen again.
      reset.current?.();
    }
  }

  return (
    <Group gap="sm">
      <FileButton
        resetRef={reset}
        accept=".xlsx,.xlsm,.xlsb,.xls,.ods,.fods,.csv,.txt,.tsv,.htm,.html,.xml"
        onChange={file => void read(file)}
      >
        {props => (
          <Button
            {...props}
            variant={chosen === null ? 'filled' : 'default'}
            leftSection={<IconTableImport size={16} aria-hidden />}
            loading={sending}
          >
            {t(chosen === null ? importingText.choose : importingText.chooseAnother)}
          </Button>
        )}
      </FileButton>
      {chosen !== null && (
        <Words size="sm" style={{overflowWrap: 'anywhere'}}>
          {chosen}
        </Words>
      )}
    </Group>
  );
}
