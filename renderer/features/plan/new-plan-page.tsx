import {Button, Group, Paper, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {Link, useLocation} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {planText} from '../../text/plan.ts';
import {Page} from '../../ui/page.tsx';
import {PlanPhaseBadge} from '../../ui/plan-phase-badge.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';

/** A plan that is yet to be begun: empty, or with the measures of the last one. */
export function NewPlanPage({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const person = useCall('recipient', 'get', {id: recipientId});
  const creating = useCommand('plan', 'create');
  const [failure, setFailure] = useState<unknown>(null);
  if (person.error) return <ProblemNote error={person.error} retry={() => void person.refetch()} />;
  if (!person.data) return <Waiting />;
  const {plans, name} = person.data;
  const unfinished = plans.find(plan => plan.status === 'draft' || plan.status === 'filled');
  const last = plans.find(plan => plan !== unfinished);

  async function create(copyFrom: string | null): Promise<void> {
    setFailure(null);
    try {
      const {id} = await creating.run({recipientId, copyFrom});
      navigate(paths.plan(recipientId, id), {replace: true, state: {field: 'gap'}});
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <Page
      title={t(planText.newTitle)}
      person={fullName(name)}
      actions={
        <Button component={Link} href={paths.recipient(recipientId)} variant="subtle" size="compact-md">
          {t(planText.person)}
        </Button>
      }
    >
      <Paper withBorder p="lg" maw={640}>
        <Stack gap="md">
          {failure !== null && <ProblemNote error={failure} />}
          {unfinished && (
            <Group gap="sm">
              <Words>{t(planText.unfinished)}</Words>
              <PlanPhaseBadge plan={unfinished} />
              <Button component={Link} href={paths.plan(recipientId, unfinished.id)} ref={focusSoon}>
                {t(planText.openUnfinished)}
              </Button>
            </Group>
          )}
          <Words size="sm" c="dimmed">
            {t(planText.newHint)}
          </Words>
          <Group gap="sm">
            {last && (
              <Button loading={creating.running} autoFocus={!unfinished} onClick={() => void create(last.id)}>
                {t(planText.createCopy)} ({last.periodFrom === null ? '—' : formatDate(last.periodFrom)})
              </Button>
            )}
            <Button
              variant={last || unfinished ? 'default' : 'filled'}
              loading={creating.running}
              autoFocus={!last && !unfinished}
              onClick={() => void create(null)}
            >
              {t(planText.createEmpty)}
            </Button>
          </Group>
          {last && (
            <Words size="sm" c="dimmed">
              {t(planText.createCopyHint)}
            </Words>
          )}
        </Stack>
      </Paper>
    </Page>
  );
}
