import {Anchor, Button, Text as Words} from '@mantine/core';
import {IconPlus} from '@tabler/icons-react';
import type {z} from 'zod';
import {Link} from 'wouter';
import {formatDate, type IsoDate} from '../../../domain/dates.ts';
import type {Text} from '../../../domain/text.ts';
import type {planLine, RecipientView} from '../../../electron/contract/recipient.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {paths} from '../../lib/paths.ts';
import {recipientText} from '../../text/recipient.ts';
import {DataTable, type DataColumn} from '../../ui/data-table.tsx';
import {PlanPhaseBadge} from '../../ui/plan-phase-badge.tsx';
import {Section} from '../../ui/section.tsx';

type PlanLine = z.output<typeof planLine>;

/** The plans of a person, newest first, each with its monitoring. */
export function Plans({person}: {person: RecipientView}) {
  const {t} = useText();
  const write = useRight('plan');
  return (
    <Section
      title={t(recipientText.plans)}
      actions={
        write && (
          <Button
            component={Link}
            href={paths.newPlan(person.id)}
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            {t(recipientText.newPlan)}
          </Button>
        )
      }
    >
      {person.plans.length === 0 ? (
        <Words size="sm">{t(recipientText.noPlans)}</Words>
      ) : (
        <DataTable<PlanLine>
          caption={t(recipientText.plans)}
          rows={person.plans}
          rowKey={plan => plan.id}
          columns={columnsOf(t, person.id)}
        />
      )}
    </Section>
  );
}

function columnsOf(t: (words: Text) => string, recipientId: string): DataColumn<PlanLine>[] {
  return [
    {
      key: 'period',
      head: t(recipientText.period),
      namesRow: true,
      cell: plan => (
        <Anchor component={Link} href={paths.plan(recipientId, plan.id)}>
          {plan.periodFrom === null && plan.periodTo === null
            ? t(recipientText.noPeriod)
            : `${day(plan.periodFrom)} – ${day(plan.periodTo)}`}
          {plan.revision > 0 && `, ${t(recipientText.revision(plan.revision))}`}
        </Anchor>
      ),
    },
    {key: 'status', head: t(recipientText.status), cell: plan => <PlanPhaseBadge plan={plan} />},
    {key: 'review', head: t(recipientText.review), cell: plan => day(plan.reviewOn)},
    {
      key: 'monitoring',
      head: t(recipientText.monitoring),
      cell: plan => {
        if (plan.approvedOn === null) return '—';
        return (
          <>
            <Anchor component={Link} href={paths.rounds(recipientId, plan.id)}>
              {t(recipientText.rounds(plan.rounds))}
            </Anchor>
            {plan.openRoundId !== null && (
              <>
                {' · '}
                <Anchor component={Link} href={paths.round(recipientId, plan.id, plan.openRoundId)}>
                  {t(recipientText.roundOpen)}
                </Anchor>
              </>
            )}
          </>
        );
      },
    },
  ];
}

function day(date: IsoDate | null): string {
  return date === null ? '—' : formatDate(date);
}
