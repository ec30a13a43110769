import {Button, Paper, Stack, Table, Text as Words} from '@mantine/core';
import {IconFileCheck} from '@tabler/icons-react';
import {useState} from 'react';
import {Link, useLocation} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import {measurePeriodNames, serviceTypeNames, serviceTypes} from '../../../domain/vocabulary.ts';
import type {MeasureValues, PlanView} from '../../../electron/contract/plan.ts';
import {fieldName} from '../../../templates/core/edition.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {arrivalField} from '../../lib/arrival.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall} from '../../lib/use-call.ts';
import {useRight} from '../../lib/session.ts';
import {usePrintKey} from '../../lib/use-print-key.ts';
import {planText} from '../../text/plan.ts';
import {Section} from '../../ui/section.tsx';
import {PlanDialogs, type PlanDialog} from './plan-dialogs.tsx';
import {PlanFrame} from './plan-frame.tsx';
import {PlanSteps} from './plan-steps.tsx';

const {fields} = appendix4;
const measureFields = fields.services.fields.measures.fields;

/** An approved plan, or one that is over: it is read; its paper is one click away; a correction is a new revision. */
export function PlanFixed({plan, name}: {plan: PlanView; name: string}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<PlanDialog | null>(null);
  const write = useRight('plan');
  // The day of the review is written in a correction.
  const [revises] = useState(() => write && plan.status === 'approved' && arrivalField() === 'reviewOn');
  const paper = paths.paper({kind: 'living', form: 'appendix-4', subjectId: plan.id});
  usePrintKey(() => navigate(paper));

  const aside = (
    <Stack gap="sm" className="plan-aside">
      <Paper withBorder p="sm">
        <Stack gap="sm">
          <PlanSteps plan={plan} />
          <Button
            component={Link}
            href={paper}
            leftSection={<IconFileCheck size={16} />}
            ref={revises ? null : focusSoon}
          >
            {t(planText.frozenPaper)}
          </Button>
          {plan.status === 'approved' && write && (
            <>
              <Words size="xs" c="dimmed">
                {t(planText.readOnly)}
              </Words>
              <Button variant="default" onClick={() => setDialog('revise')} ref={revises ? focusSoon : null}>
                {t(planText.revise)}
              </Button>
              <Button variant="subtle" color="red" onClick={() => setDialog('end')}>
                {t(planText.end)}
              </Button>
            </>
          )}
        </Stack>
      </Paper>
    </Stack>
  );

  return (
    <PlanFrame plan={plan} name={name} aside={aside}>
      <Stack gap="md">
        <Section title={t(planText.dates)}>
          <Facts
            facts={[
              [t(fieldName(fields.observed)), span(plan.observedFrom, plan.observedTo)],
              [t(fieldName(fields.planned)), span(plan.periodFrom, plan.periodTo)],
              [t(fields.reviewOn.label), day(plan.reviewOn)],
              [t(fields.approvedOn.label), day(plan.approvedOn)],
              ...(plan.endedOn === null ? [] : [[t(planText.endedOn), day(plan.endedOn)] as const]),
              ...(plan.endReason === null ? [] : [[t(planText.endReason), plan.endReason] as const]),
            ]}
          />
        </Section>
        <MeasureTables measures={plan.measures} />
      </Stack>
      <PlanDialogs
        open={dialog}
        plan={plan}
        settleTyped={async () => plan.stamp}
        onClose={() => setDialog(null)}
        onRevision={id => navigate(paths.plan(plan.recipientId, id))}
      />
    </PlanFrame>
  );
}

function Facts({facts}: {facts: readonly (readonly [string, string])[]}) {
  return (
    <dl className="plan-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function MeasureTables({measures}: {measures: readonly MeasureValues[]}) {
  const {t} = useText();
  const {data: staff = []} = useCall('facility', 'staff', {withFormer: true});
  const nameOf = (id: string | null) => {
    const person = staff.find(each => each.id === id);
    return person ? fullName(person.name) : '—';
  };
  return (
    <Section title={t(fieldName(fields.services))}>
      <Table verticalSpacing={6} horizontalSpacing="xs" className="plan-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(measureFields.text.label)}</Table.Th>
            <Table.Th>{t(measureFields.volume.label)}</Table.Th>
            <Table.Th>{t(measureFields.period.label)}</Table.Th>
            <Table.Th>{t(measureFields.specialist.label)}</Table.Th>
            <Table.Th>{t(measureFields.assignedOn.label)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {serviceTypes.map((serviceType, row) => {
          const own = measures.filter(measure => measure.serviceType === serviceType);
          return (
            <Table.Tbody key={serviceType}>
              <Table.Tr>
                <Table.Th colSpan={5} scope="rowgroup" className="plan-table-service">
                  {row + 1}. {t(serviceTypeNames[serviceType])}
                  {own.length === 0 && (
                    <Words span size="xs" c="dimmed" fw={400} ml="sm">
                      {t(planText.noMeasures)}
                    </Words>
                  )}
                </Table.Th>
              </Table.Tr>
              {own.map((measure, index) => (
                // The measures of a fixed plan do not move.
                // oxlint-disable-next-line react/no-array-index-key
                <Table.Tr key={index}>
                  <Table.Td className="plan-prose">{measure.text}</Table.Td>
                  <Table.Td>{measure.volume ?? '—'}</Table.Td>
                  <Table.Td>
                    {measure.period === null ? '' : t(measurePeriodNames[measure.period])}
                    <div>{span(measure.dateFrom, measure.dateTo)}</div>
                  </Table.Td>
                  <Table.Td>{nameOf(measure.staffId)}</Table.Td>
                  <Table.Td>{day(measure.assignedOn)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          );
        })}
      </Table>
    </Section>
  );
}

function day(date: string | null): string {
  return date === null ? '—' : formatDate(date);
}

function span(from: string | null, to: string | null): string {
  return from === null && to === null ? '—' : `${day(from)} – ${day(to)}`;
}
