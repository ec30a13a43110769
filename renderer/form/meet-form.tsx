import {Alert, Button, FileButton, Group, Stack, Text as Words, Title} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconDeviceFloppy, IconFileImport} from '@tabler/icons-react';
import {useRef, useState} from 'react';
import {z} from 'zod';
import type {Text} from '../../domain/text.ts';
import {encodeBytes} from '../../electron/contract/bytes.ts';
import {client} from '../lib/bridge.ts';
import {useExchange} from '../lib/exchange.ts';
import {useText} from '../lib/language.tsx';
import {saveBytes} from '../lib/save-file.ts';
import {useCommand} from '../lib/use-call.ts';
import {connectText} from '../text/connect.ts';
import {CompareCode} from '../ui/compare-code.tsx';
import {ProblemNote} from '../ui/problem-note.tsx';
import {TextField} from './fields.tsx';
import {PlainForm} from './plain-form.tsx';
import {typed} from './typed.ts';

/** Two PCs of one facility come to know each other: a card goes over, and its code is compared by telephone. */
export function MeetForm({onMet}: {onMet: () => void}) {
  const {t} = useText();
  return (
    <Stack gap="lg">
      <Words size="sm">{t(connectText.cardsWhat)}</Words>
      <SaveCard />
      <OpenCard onMet={onMet} />
    </Stack>
  );
}

const schema = z.object({name: typed.requiredLine(100)});

function SaveCard() {
  const {t} = useText();
  const {run, running} = useCommand('exchange', 'card');
  const fingerprint = useExchange()?.fingerprint ?? null;
  const [isSaved, setIsSaved] = useState(false);

  async function save({name}: z.output<typeof schema>): Promise<void> {
    const {saved, file, fileName} = await run({name});
    // Where the host cannot ask for a place, the browser takes the file over.
    if (file !== null) saveBytes(file, fileName);
    setIsSaved(saved || file !== null);
  }

  return (
    <div>
      <StepTitle of={connectText.saveCardStep} />
      <PlainForm label={t(connectText.saveCard)} schema={schema} initial={{name: ''}} onSubmit={save}>
        {() => (
          <Stack gap="sm">
            <TextField name="name" label={connectText.pcName} hint={connectText.pcNameHint} required />
            <Group gap="sm">
              <Button
                type="submit"
                variant="default"
                leftSection={<IconDeviceFloppy size={16} aria-hidden />}
                loading={running}
              >
                {t(connectText.saveCard)}
              </Button>
              {isSaved && (
                <Words size="sm" role="status">
                  {t(connectText.cardSaved)}
                </Words>
              )}
            </Group>
            {fingerprint !== null && <CompareCode label={connectText.ownCode} code={fingerprint} />}
          </Stack>
        )}
      </PlainForm>
    </div>
  );
}

interface Card {
  readonly bytes: string;
  readonly name: string;
  readonly fingerprint: string;
}

/** Larger than any card: such a file is not even sent to the main side. Bytes. */
const largestCard = 64 * 1024;

function OpenCard({onMet}: {onMet: () => void}) {
  const {t} = useText();
  const [card, setCard] = useState<Card | null>(null);
  const [problem, setProblem] = useState<Text | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const {run: meet, running} = useCommand('exchange', 'meet');
  const reset = useRef<() => void>(null);

  async function open(file: File | null): Promise<void> {
    // Changed under the same name, it can be chosen again.
    reset.current?.();
    if (file === null) return;
    setCard(null);
    setProblem(null);
    setFailure(null);
    try {
      const read = file.size > largestCard ? null : await file.arrayBuffer().catch(() => null);
      if (read === null) {
        setProblem(connectText.cardProblems['not-a-card']);
        return;
      }
      const bytes = encodeBytes(new Uint8Array(read));
      const answer = await client.exchange.readCard({bytes});
      if (answer.problem !== null) setProblem(connectText.cardProblems[answer.problem]);
      else setCard({bytes, name: answer.name ?? file.name, fingerprint: answer.fingerprint ?? ''});
    } catch (error) {
      setFailure(error);
    }
  }

  async function confirm({bytes, name}: Card): Promise<void> {
    setFailure(null);
    try {
      await meet({bytes});
      notifications.show({message: t(connectText.met(name))});
      onMet();
    } catch (error) {
      setFailure(error);
    }
  }

  function refuse(): void {
    setCard(null);
    setProblem(connectText.codesDifferWhat);
  }

  return (
    <>
      <div>
        <StepTitle of={connectText.openCardStep} />
        <Stack gap="sm">
          <Group gap="sm">
            <FileButton onChange={file => void open(file)} resetRef={reset}>
              {props => (
                <Button variant="default" leftSection={<IconFileImport size={16} aria-hidden />} {...props}>
                  {t(connectText.openCard)}
                </Button>
              )}
            </FileButton>
          </Group>
          {problem !== null && (
            <Alert color="red" role="alert">
              {t(problem)}
            </Alert>
          )}
          {failure !== null && <ProblemNote error={failure} />}
        </Stack>
      </div>
      {card !== null && (
        <div>
          <StepTitle of={connectText.compareStep} />
          <Stack gap="sm">
            <Words size="sm">{t(connectText.compareWhat(card.name))}</Words>
            <CompareCode label={connectText.codeOf} code={card.fingerprint} />
            <Group gap="sm">
              <Button loading={running} onClick={() => void confirm(card)}>
                {t(connectText.codesMatch)}
              </Button>
              <Button variant="default" disabled={running} onClick={refuse}>
                {t(connectText.codesDiffer)}
              </Button>
            </Group>
          </Stack>
        </div>
      )}
    </>
  );
}

function StepTitle({of}: {of: Text}) {
  const {t} = useText();
  return (
    <Title order={3} size="h6" mb={6}>
      {t(of)}
    </Title>
  );
}
