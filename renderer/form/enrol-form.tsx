import {Alert, Button, Collapse, Group, Text as Words} from '@mantine/core';
import {IconChevronDown, IconChevronRight} from '@tabler/icons-react';
import {useState} from 'react';
import {z} from 'zod';
import type {ExchangeProblem} from '../../electron/contract/exchange.ts';
import {addressTyped} from '../lib/exchange-words.ts';
import {useText} from '../lib/language.tsx';
import {useCommand} from '../lib/use-call.ts';
import {connectText} from '../text/connect.ts';
import {exchangeProblemText} from '../text/exchange-problems.ts';
import {TextField} from './fields.tsx';
import {PlainForm} from './plain-form.tsx';
import {typed} from './typed.ts';

const schema = z.object({
  url: typed.requiredLine(500),
  code: typed.requiredLine(64),
  name: typed.requiredLine(100),
  certificate: typed.line(200),
});

/** Takes this PC into a registry. `onDone` hears whether the registry has data of the organisation already. */
export function EnrolForm({onDone}: {onDone: (hasData: boolean) => void}) {
  const {t} = useText();
  const {run, running} = useCommand('exchange', 'enrol');
  const [problem, setProblem] = useState<ExchangeProblem | null>(null);
  const [more, setMore] = useState(false);

  async function enrol({url, ...rest}: z.output<typeof schema>): Promise<void> {
    setProblem(null);
    const answer = await run({url: addressTyped(url), ...rest});
    setProblem(answer.problem);
    if (answer.problem === 'certificate') setMore(true);
    if (answer.problem === null) onDone(answer.hasData);
  }

  return (
    <PlainForm
      label={t(connectText.registryTitle)}
      schema={schema}
      initial={{url: '', code: '', name: '', certificate: ''}}
      onSubmit={enrol}
    >
      {() => (
        <>
          <TextField name="url" label={connectText.address} hint={connectText.addressHint} required />
          <TextField name="code" label={connectText.code} required />
          <TextField name="name" label={connectText.pcName} hint={connectText.pcNameHint} required />
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={more}
              leftSection={
                more ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />
              }
              onClick={() => setMore(!more)}
            >
              {t(connectText.more)}
            </Button>
            <Collapse expanded={more} transitionDuration={0}>
              <TextField name="certificate" label={connectText.certificate} hint={connectText.certificateHint} />
            </Collapse>
          </div>
          {problem !== null && (
            <Alert color="red" role="alert">
              {t(exchangeProblemText[problem])}
            </Alert>
          )}
          <Group gap="sm">
            <Button type="submit" loading={running}>
              {t(connectText.connect)}
            </Button>
            {running && (
              <Words size="sm" role="status">
                {t(connectText.connecting)}
              </Words>
            )}
          </Group>
        </>
      )}
    </PlainForm>
  );
}
