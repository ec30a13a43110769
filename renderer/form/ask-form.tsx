import {Button, Group, Text as Words} from '@mantine/core';
import {z} from 'zod';
import {useText} from '../lib/language.tsx';
import {useCommand} from '../lib/use-call.ts';
import {connectText} from '../text/connect.ts';
import {TextField} from './fields.tsx';
import {PlainForm} from './plain-form.tsx';
import {typed} from './typed.ts';

const schema = z.object({code: typed.requiredLine(64), name: typed.requiredLine(100)});

/** Prepares a request to a registry that no network leads to: it goes with the next stick. */
export function AskForm({onDone}: {onDone: () => void}) {
  const {t} = useText();
  const {run, running} = useCommand('exchange', 'ask');
  return (
    <PlainForm
      label={t(connectText.registryTitle)}
      schema={schema}
      initial={{code: '', name: ''}}
      onSubmit={async values => {
        await run(values);
        onDone();
      }}
    >
      {() => (
        <>
          <Words size="sm">{t(connectText.askWhat)}</Words>
          <TextField name="code" label={connectText.code} required />
          <TextField name="name" label={connectText.pcName} hint={connectText.pcNameHint} required />
          <Group gap="sm">
            <Button type="submit" loading={running}>
              {t(connectText.ask)}
            </Button>
          </Group>
        </>
      )}
    </PlainForm>
  );
}
