import {Alert, Button, Group, Portal, SimpleGrid, Stack, Text as Words} from '@mantine/core';
import {IconPrinter} from '@tabler/icons-react';
import {useState} from 'react';
import {z} from 'zod';
import {must} from '../../domain/assert.ts';
import {formatDate} from '../../domain/dates.ts';
import type {Language} from '../../domain/text.ts';
import {today} from '../lib/clock.ts';
import {useText} from '../lib/language.tsx';
import {useCall, useCommand} from '../lib/use-call.ts';
import {setupText} from '../text/setup.ts';
import {ProblemNote} from '../ui/problem-note.tsx';
import {TextField} from './fields.tsx';
import {PlainForm} from './plain-form.tsx';
import {groupsToAsk, sameGroup} from './recovery-groups.ts';
import classes from './recovery-key.module.css';

/** Makes a recovery key, shows it this one time, prints it, and asks two of its groups back. */
export function RecoveryKey({onHeld}: {onHeld: () => Promise<void>}) {
  const {t} = useText();
  const {run, running} = useCommand('session', 'makeRecoveryKey');
  const [groups, setGroups] = useState<readonly string[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const make = async () => {
    setFailure(null);
    try {
      setGroups((await run({})).key.split('-'));
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Stack gap="md">
      <Words size="sm">{t(setupText.recoveryWhat)}</Words>
      {failure !== null && <ProblemNote error={failure} />}
      {groups === null ? (
        <Group>
          <Button onClick={() => void make()} loading={running} autoFocus>
            {t(setupText.showKey)}
          </Button>
        </Group>
      ) : (
        <Shown groups={groups} onHeld={onHeld} />
      )}
    </Stack>
  );
}

function Shown({groups, onHeld}: {groups: readonly string[]; onHeld: () => Promise<void>}) {
  const {t} = useText();
  const {run, running} = useCommand('session', 'confirmRecoveryKey');
  const [[first, second]] = useState(() => groupsToAsk(groups.length, Math.random));
  const matches = (index: number) =>
    z
      .string()
      .min(1, {error: 'required'})
      .refine(typed => typed === '' || sameGroup(typed, must(groups[index])), {error: 'group-differs'});
  return (
    <>
      <Alert color="orange" p="xs">
        {t(setupText.recoveryOnce)}
      </Alert>
      <KeyGroups groups={groups} />
      <Group>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
          autoFocus
        >
          {t(setupText.printKey)}
        </Button>
      </Group>
      <KeyPaper groups={groups} />
      <PlainForm
        label={t(setupText.stepNames['recovery-key'])}
        schema={z.object({first: matches(first), second: matches(second)})}
        initial={{first: '', second: ''}}
        autoFocus={false}
        onSubmit={async () => {
          await run({});
          await onHeld();
        }}
      >
        {() => (
          <>
            <Words size="sm">{t(setupText.groupsWhat(first + 1, second + 1))}</Words>
            <SimpleGrid cols={2} spacing="sm" maw={420}>
              <TextField name="first" label={setupText.group(first + 1)} />
              <TextField name="second" label={setupText.group(second + 1)} />
            </SimpleGrid>
            <Group>
              <Button type="submit" loading={running}>
                {t(setupText.confirmKey)}
              </Button>
            </Group>
          </>
        )}
      </PlainForm>
    </>
  );
}

function KeyGroups({groups}: {groups: readonly string[]}) {
  const {t} = useText();
  return (
    <ol className={classes.key} aria-label={t(setupText.recoveryKey)} translate="no">
      {groups.map((group, index) => (
        // The groups never change their places.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <span className={classes.number} aria-hidden>
            {index + 1}
          </span>
          {group}
        </li>
      ))}
    </ol>
  );
}

/** The sheet for the sealed envelope, in both languages: whoever opens it may read only one. */
function KeyPaper({groups}: {groups: readonly string[]}) {
  const {data: facility} = useCall('facility', 'get', {});
  const paper = (language: Language) => (
    <section lang={language} key={language}>
      <h2>{setupText.keyPaperTitle[language]}</h2>
      {facility && <p>{facility.name[language]}</p>}
      <p>{setupText.keyPaperWhat[language]}</p>
      <p>
        {setupText.keyPaperDate[language]}
        {': '}
        {formatDate(today())}
      </p>
    </section>
  );
  return (
    <Portal className="print-only" reuseTargetNode={false}>
      <div className={classes.paper}>
        {paper('kk')}
        {paper('ru')}
        <KeyGroups groups={groups} />
      </div>
    </Portal>
  );
}
