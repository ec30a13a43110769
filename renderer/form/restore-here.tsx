import {Alert, Button, Group, Radio, SegmentedControl, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {useController, useWatch} from 'react-hook-form';
import {z} from 'zod';
import {formatDate} from '../../domain/dates.ts';
import type {Text} from '../../domain/text.ts';
import type {FoundBackupView} from '../../electron/contract/backup.ts';
import {clockTime, localDay} from '../lib/clock.ts';
import {useText} from '../lib/language.tsx';
import {useCall, useCommand} from '../lib/use-call.ts';
import {backupProblemText, backupText, restoreHereText} from '../text/backup.ts';
import {commonText} from '../text/common.ts';
import {passwordText} from '../text/password.ts';
import {settingsText} from '../text/settings.ts';
import {signInText} from '../text/sign-in.ts';
import {SelectField, TextField} from './fields.tsx';
import {PasswordField} from './password-field.tsx';
import {PlainForm} from './plain-form.tsx';
import {StickDialog} from './stick-dialog.tsx';

/** Before anybody can sign in: finds backups, and brings one onto this PC. */
export function RestoreHere({onBack}: {onBack?: () => void}) {
  const {t} = useText();
  const [folder, setFolder] = useState<string | null>(null);
  const [chosen, setChosen] = useState<FoundBackupView | null>(null);
  const [asks, setAsks] = useState(false);
  const {data} = useCall('backup', 'found', {folder}, {keepPrevious: true});
  const ask = useCommand('backup', 'askFolder');
  const elsewhere = async () => {
    const answer = await ask.run({}).catch(() => undefined);
    if (answer?.canChooseFolder === false) setAsks(true);
    else if (answer?.folder) setFolder(answer.folder);
  };
  const backups = data?.backups ?? [];
  return (
    <Stack gap="sm">
      <Words size="sm">{t(restoreHereText.what)}</Words>
      {data && backups.length === 0 && <Words size="sm">{t(restoreHereText.none)}</Words>}
      <Radio.Group
        aria-label={t(restoreHereText.list)}
        value={chosen === null ? '' : keyOf(chosen)}
        onChange={key => setChosen(backups.find(each => keyOf(each) === key) ?? null)}
      >
        <Stack gap="xs" mah={260} style={{overflowY: 'auto'}}>
          {backups.map(each => (
            <Radio
              key={keyOf(each)}
              value={keyOf(each)}
              disabled={each.problem !== null}
              label={t(momentOf(each))}
              description={each.problem === null ? each.folder : t(backupProblemText[each.problem])}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Group gap="sm">
        <Button variant="default" onClick={() => void elsewhere()} loading={ask.running}>
          {t(restoreHereText.lookElsewhere)}
        </Button>
        {onBack && (
          <Button variant="subtle" onClick={onBack}>
            {t(commonText.back)}
          </Button>
        )}
      </Group>
      {chosen !== null && <OpenForm key={keyOf(chosen)} backup={chosen} />}
      {asks && (
        <StickDialog
          what={backupText.lookWhat}
          confirm={backupText.choose}
          sticks={data?.sticks ?? []}
          onFolder={async path => setFolder(path)}
          onClose={() => setAsks(false)}
        />
      )}
    </Stack>
  );
}

function keyOf({folder, name}: FoundBackupView): string {
  return `${folder} ${name}`;
}

function momentOf({madeAt, name}: FoundBackupView): Text {
  const shown = madeAt === null ? name : `${formatDate(localDay(madeAt))}, ${clockTime(madeAt)}`;
  return {kk: shown, ru: shown};
}

const ways = ['recovery-key', 'password'] as const;

const schema = z
  .object({
    account: z.string().min(1, {error: 'required'}),
    by: z.enum(ways),
    key: z.string(),
    newPassword: z.string(),
    password: z.string(),
  })
  .refine(({by, key}) => by === 'password' || key.trim() !== '', {path: ['key'], error: 'required'})
  .refine(({by, newPassword}) => by === 'password' || newPassword !== '', {path: ['newPassword'], error: 'required'})
  .refine(({by, password}) => by === 'recovery-key' || password !== '', {path: ['password'], error: 'required'});

function OpenForm({backup: {folder, name, accounts, isSamePc}}: {backup: FoundBackupView}) {
  const {t} = useText();
  const {run, running} = useCommand('backup', 'restoreHere');
  const [wrong, setWrong] = useState<Text | null>(null);
  return (
    <PlainForm
      label={t(restoreHereText.title)}
      schema={schema}
      initial={{account: accounts[0] ?? '', by: 'recovery-key' as const, key: '', newPassword: '', password: ''}}
      autoFocus={false}
      onSubmit={async ({account, by, key, newPassword, password}) => {
        setWrong(null);
        const secret = by === 'password' ? {by, password} : {by, key, newPassword};
        const answer = await run({folder, name, account, secret});
        if (answer.result === 'problem') setWrong(backupProblemText[answer.problem]);
        if (answer.result === 'wait') setWrong(settingsText.waitNote(clockTime(answer.waitUntil)));
        if (answer.result === 'wrong') {
          setWrong(by === 'password' ? restoreHereText.wrongPassword : restoreHereText.wrongKey);
        }
      }}
    >
      {() => (
        <>
          {!isSamePc && <Words size="sm">{t(restoreHereText.another)}</Words>}
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
          <Secret />
          <Group>
            <Button type="submit" loading={running}>
              {t(restoreHereText.run)}
            </Button>
          </Group>
        </>
      )}
    </PlainForm>
  );
}

function Secret() {
  const {t} = useText();
  const {field} = useController<{by: string}, 'by'>({name: 'by'});
  const by = useWatch<{by: string}, 'by'>({name: 'by'});
  return (
    <>
      <SegmentedControl
        aria-label={t(restoreHereText.by)}
        value={field.value}
        onChange={field.onChange}
        data={ways.map(way => ({
          value: way,
          label: t(way === 'password' ? restoreHereText.byPassword : restoreHereText.byKey),
        }))}
      />
      {by === 'password' ? (
        <PasswordField name="password" label={signInText.password} />
      ) : (
        <>
          <TextField name="key" label={signInText.recoveryKey} />
          <PasswordField name="newPassword" label={signInText.newPassword} hint={passwordText.rules} isNew />
        </>
      )}
    </>
  );
}
