import {Button, Paper, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconPrinter} from '@tabler/icons-react';
import {useMemo, useState} from 'react';
import {useLocation} from 'wouter';
import type {Text} from '../../../domain/text.ts';
import {serviceTypeNames, serviceTypes, type ServiceType} from '../../../domain/vocabulary.ts';
import type {PlanView} from '../../../electron/contract/plan.ts';
import type {FacilityView} from '../../../electron/contract/facility.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useArrival} from '../../lib/arrival.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useOwnService, useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {usePrintKey} from '../../lib/use-print-key.ts';
import {planText} from '../../text/plan.ts';
import {Allowed} from '../../ui/allowed.tsx';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {IssueList} from '../../ui/issue-list.tsx';
import {Measures, addButtonId} from './measures.tsx';
import {PlanDates} from './plan-dates.tsx';
import {PlanDialogs, type PlanDialog} from './plan-dialogs.tsx';
import {PlanFrame} from './plan-frame.tsx';
import {PlanSignatures} from './plan-signatures.tsx';
import {PlanSteps} from './plan-steps.tsx';
import {isEmptyMeasure, issueTarget, planSchema, rawPlan, type PlanValues} from './plan-values.ts';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** A plan that is not approved yet: everything can be typed, nothing is in the way but at the approval. */
export function PlanEdit({plan, name, facility}: {plan: PlanView; name: string; facility: FacilityView}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const values = useMemo(() => rawPlan(plan, facility.type), [plan, facility.type]);
  const value = useDraftForm({key: `plan:${plan.id}`, defaultValues: values, base: plan.stamp, schema: planSchema});
  const {form, draft} = value;
  const saving = useCommand('plan', 'save');
  const discarding = useCommand('plan', 'discard');
  const {data: issues} = useCall('plan', 'issues', {id: plan.id});
  const [write, writesOwn, isHead] = [useRight('plan'), useRight('own-services'), useRight('approve')];
  const [dialog, setDialog] = useState<PlanDialog | null>(null);

  async function save(parsed: PlanValues) {
    const measures = parsed.measures.filter(measure => !isEmptyMeasure(measure));
    return saving.run({...parsed, measures, id: plan.id, seen: draft.base ?? plan.stamp});
  }

  /** Saves what is typed and not saved yet, before a step that stands on the saved plan. */
  async function settleTyped(): Promise<string | null> {
    if (draft.state === 'clean') return plan.stamp;
    let stamp: string | null = null;
    await form.handleSubmit(async parsed => {
      stamp = (await save(parsed)).stamp;
      draft.settle();
    })();
    if (stamp === null) setDialog(null);
    return stamp;
  }

  function go(field: string): void {
    const target = issueTarget(field, form.getValues());
    switch (target.kind) {
      case 'field':
        form.setFocus(target.name as Parameters<typeof form.setFocus>[0], {shouldSelect: true});
        break;
      case 'service':
        document.getElementById(addButtonId(target.serviceType))?.focus();
        break;
      case 'person':
        navigate(paths.recipient(plan.recipientId), {state: {tab: 'person'}});
        break;
      case 'settings':
        navigate(paths.settings('facility'));
        break;
      case 'none':
        break;
    }
  }

  const isOwn = useOwnService();
  useArrival(draft.ready && issues !== undefined, field => {
    if (field !== 'gap') return form.setFocus(field as Parameters<typeof form.setFocus>[0]);
    // What lacks elsewhere is said beside the form, which stays.
    const gaps = issues?.filter(
      ({field: at}) =>
        ['field', 'service'].includes(issueTarget(at, form.getValues()).kind) &&
        (write || serviceTypes.some(type => isOwn(type) && isOf(at, type))),
    );
    const gap = gaps?.find(({severity}) => severity === 'stop') ?? gaps?.[0];
    if (gap !== undefined) go(gap.field);
  });

  const paper = paths.paper({kind: 'living', form: 'appendix-4', subjectId: plan.id});
  const preview = (): void => {
    settleTyped().then(
      stamp => stamp !== null && navigate(paper),
      (error: unknown) => tellFailure(t, failureText(error)),
    );
  };
  usePrintKey(preview);

  const aside = (
    <Stack gap="sm" className="plan-aside">
      <Paper withBorder p="sm">
        <Stack gap="sm">
          <PlanSteps plan={plan} />
          {plan.status === 'draft' && write && (
            <>
              <Words size="sm">{t(planText.markFilledHint)}</Words>
              <Button onClick={() => setDialog('fill')}>{t(planText.markFilled)}</Button>
            </>
          )}
          {plan.status === 'filled' && (
            <>
              <Words size="sm">{t(isHead ? planText.approveHint : planText.headOnly)}</Words>
              {isHead && (
                <Button
                  onClick={() => setDialog('approve')}
                  disabled={issues?.some(issue => issue.severity === 'stop')}
                >
                  {t(planText.approve)}
                </Button>
              )}
            </>
          )}
        </Stack>
      </Paper>
      {issues && (
        <Paper withBorder p="sm">
          <IssueList
            issues={issues}
            isSaved={draft.state === 'clean'}
            title={planText.issuesTitle}
            ready={planText.noIssues}
            about={serviceOf}
            onGo={go}
          />
        </Paper>
      )}
    </Stack>
  );

  return (
    <PlanFrame plan={plan} name={name} aside={aside}>
      <DraftForm
        value={value}
        label={t(planText.title)}
        onSubmit={async parsed => {
          await save(parsed);
          notifications.show({message: t(planText.saved)});
        }}
      >
        <Allowed when={write}>
          <PlanDates admittedOn={plan.admittedOn} />
        </Allowed>
        <Measures marked={plan.servicesToReview} recipientId={plan.recipientId} />
        <PlanSignatures type={facility.type} />
        <div className="plan-save-bar">
          <SaveBar draft={draft} saving={saving.running} allowed={writesOwn}>
            <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={preview}>
              {t(planText.preview)}
            </Button>
            {write && (
              <ConfirmButton
                variant="subtle"
                color="red"
                label={t(planText.discard)}
                question={t(planText.discardHint)}
                confirm={t(planText.discard)}
                onConfirm={async () => {
                  await discarding.run({id: plan.id, seen: plan.stamp});
                  draft.drop();
                  notifications.show({message: t(planText.discarded)});
                  navigate(paths.recipient(plan.recipientId));
                }}
              />
            )}
          </SaveBar>
        </div>
      </DraftForm>
      <PlanDialogs
        open={dialog}
        plan={plan}
        settleTyped={settleTyped}
        onClose={() => setDialog(null)}
        onRevision={id => navigate(paths.plan(plan.recipientId, id))}
      />
    </PlanFrame>
  );
}

/** `services.medical.measures.0.text`: the service type that a matter is about. */
function serviceOf(field: string): Text | null {
  const named = serviceTypes.find(serviceType => isOf(field, serviceType));
  return named ? serviceTypeNames[named] : null;
}

function isOf(field: string, serviceType: ServiceType): boolean {
  return field.split('.')[1] === serviceType;
}
