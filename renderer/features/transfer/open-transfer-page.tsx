import {Button, FileButton, Group, Text as Words} from '@mantine/core';
import {IconFileImport} from '@tabler/icons-react';
import {useRef, useState} from 'react';
import {Link} from 'wouter';
import {z} from 'zod';
import {CallError} from '../../../electron/contract/kernel.ts';
import {encodeBytes} from '../../../electron/contract/bytes.ts';
import type {Arrival} from '../../../electron/contract/transfer.ts';
import {TextField} from '../../form/fields.tsx';
import {PlainForm} from '../../form/plain-form.tsx';
import {typed} from '../../form/typed.ts';
import {client} from '../../lib/bridge.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {transferText} from '../../text/transfer.ts';
import {Page} from '../../ui/page.tsx';
import {Section} from '../../ui/section.tsx';
import {ArrivalView} from './arrival-view.tsx';
import {Decision} from './decision.tsx';

interface Opened {
  readonly openedId: string;
  readonly arrival: Arrival;
}

/** A file is chosen, its passphrase typed, and what it holds looked through: until then nothing is written. */
export function OpenTransferPage() {
  const {t} = useText();
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <Page
      title={t(transferText.arrivalTitle)}
      actions={
        <Button component={Link} href={paths.transfers()} variant="default">
          {t(transferText.short)}
        </Button>
      }
      aside={opened && <Decision arrival={opened.arrival} kept={{openedId: opened.openedId}} />}
    >
      {opened === null ? <Chooser onOpened={setOpened} /> : <ArrivalView arrival={opened.arrival} isDecided={false} />}
    </Page>
  );
}

const schema = z.object({passphrase: typed.requiredLine(100)});

/** As the main side has it (electron/transfer/archive-file.ts): a larger one is not even sent there. */
const largestFile = 16 * 1024 * 1024;

function Chooser({onOpened}: {onOpened: (opened: Opened) => void}) {
  const {t} = useText();
  const [file, setFile] = useState<File | null>(null);
  const reset = useRef<() => void>(null);

  function choose(chosen: File | null): void {
    if (chosen === null) return;
    setFile(chosen);
    // Copied anew under the same name, it can be chosen again.
    reset.current?.();
  }

  async function open(passphrase: string): Promise<void> {
    if (file === null) throw refused('required');
    if (file.size > largestFile) throw refused('transfer-file-too-large');
    // Changed or taken away since it was chosen.
    const read = await file.arrayBuffer().catch(() => null);
    if (read === null) throw refused('transfer-file-damaged');
    const bytes = encodeBytes(new Uint8Array(read));
    onOpened(await client.transfer.open({file: bytes, passphrase}));
  }

  return (
    <Section title={t(transferText.openFile)}>
      <Words size="sm">{t(transferText.arrivalWhat)}</Words>
      <PlainForm
        label={t(transferText.openFile)}
        schema={schema}
        initial={{passphrase: ''}}
        autoFocus={false}
        onSubmit={({passphrase}) => open(passphrase)}
      >
        {form => (
          <>
            <Group gap="sm">
              <FileButton onChange={choose} resetRef={reset} accept=".tirek">
                {props => (
                  <Button variant="default" autoFocus leftSection={<IconFileImport size={16} aria-hidden />} {...props}>
                    {t(transferText.chooseFile)}
                  </Button>
                )}
              </FileButton>
              <Words size="sm" role="status" style={{overflowWrap: 'anywhere'}}>
                {t(file === null ? transferText.noFile : transferText.chosenFile(file.name))}
              </Words>
            </Group>
            <TextField name="passphrase" label={transferText.passphrase} required />
            <Group gap="sm">
              <Button type="submit" disabled={file === null} loading={form.formState.isSubmitting}>
                {t(transferText.open)}
              </Button>
              {form.formState.isSubmitting && (
                <Words size="sm" role="status">
                  {t(transferText.opening)}
                </Words>
              )}
            </Group>
          </>
        )}
      </PlainForm>
    </Section>
  );
}

/** Said here, as the main side would say it. */
function refused(problem: 'required' | 'transfer-file-too-large' | 'transfer-file-damaged'): CallError {
  return new CallError({code: 'invalid', issues: [{field: '', problem}]});
}
