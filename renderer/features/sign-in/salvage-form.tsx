import {Alert, Button, Group, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {z} from 'zod';
import type {Text} from '../../../domain/text.ts';
import type {SalvagedTableView} from '../../../electron/contract/backup.ts';
import {SelectField} from '../../form/fields.tsx';
import {PasswordField} from '../../form/password-field.tsx';
import {PlainForm} from '../../form/plain-form.tsx';
import {clockTime} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {restoreHereText} from '../../text/backup.ts';
import {settingsText} from '../../text/settings.ts';
import {signInText} from '../../text/sign-in.ts';
import {lastAccount} from './last-account.ts';

const schema = z.object({
  account: z.string().min(1, {error: 'required'}),
  password: z.string().min(1, {error: 'required'}),
});

/** Reads what can be read of a damaged database, and says what was lost. */
export function SalvageForm({accounts}: {accounts: readonly string[]}) {
  const {t} = useText();
  const [wrong, setWrong] = useState<Text | null>(null);
  const {run, running} = useCommand('backup', 'salvage', {
    onAnswer: ({result, tables}) => {
      if (result === 'ok') notifications.show({autoClose: false, message: summary(tables).map(t).join(' ')});
    },
  });
  return (
    <PlainForm
      label={t(restoreHereText.salvageTitle)}
      schema={schema}
      initial={{account: lastAccount(accounts), password: ''}}
      autoFocus={false}
      onSubmit={async values => {
        const {result, waitUntil} = await run(values);
        if (result === 'problem') setWrong(restoreHereText.salvageFailed);
        else if (result !== 'ok') {
          setWrong(waitUntil === null ? signInText.wrong : settingsText.waitNote(clockTime(waitUntil)));
        }
      }}
    >
      {() => (
        <>
          <Words size="sm">{t(restoreHereText.salvageWhat)}</Words>
          {wrong !== null && (
            <Alert color="red" role="alert" p="xs">
              {t(wrong)}
            </Alert>
          )}
          <SelectField
            name="account"
            label={signInText.who}
            choices={accounts.map(each => ({value: each, label: {kk: each, ru: each}}))}
            clearable={false}
          />
          <PasswordField name="password" label={signInText.password} />
          <Group>
            <Button type="submit" variant="default" loading={running}>
              {t(restoreHereText.salvage)}
            </Button>
          </Group>
        </>
      )}
    </PlainForm>
  );
}

function summary(tables: readonly SalvagedTableView[]): Text[] {
  const sum = (of: (table: SalvagedTableView) => number): number =>
    tables.reduce((total, table) => total + of(table), 0);
  const lost = tables.filter(each => each.lost === null || each.lost > 0);
  return [
    restoreHereText.salvaged(
      sum(({saved}) => saved),
      sum(({rebuilt}) => rebuilt),
      sum(each => each.lost ?? 0),
    ),
    ...(lost.length === 0
      ? []
      : [restoreHereText.lostIn(lost.map(each => `${each.table} (${each.lost ?? '?'})`).join(', '))]),
  ];
}
