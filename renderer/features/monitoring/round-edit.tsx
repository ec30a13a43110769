import {Button, Paper, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconPrinter} from '@tabler/icons-react';
import {useMemo, useState, type KeyboardEvent} from 'react';
import {useWatch, type UseFormReturn} from 'react-hook-form';
import {useLocation} from 'wouter';
import {z} from 'zod';
import type {Text} from '../../../domain/text.ts';
import {serviceTypeNames, serviceTypes, type ServiceType} from '../../../domain/vocabulary.ts';
import type {FacilityView} from '../../../electron/contract/facility.ts';
import type {RoundView} from '../../../electron/contract/monitoring.ts';
import type {PlanView} from '../../../electron/contract/plan.ts';
import {AskDialog} from '../../form/ask-dialog.tsx';
import {DraftForm} from '../../form/draft-form.tsx';
import {DateField} from '../../form/fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {typed} from '../../form/typed.ts';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {today} from '../../lib/clock.ts';
import {useArrival} from '../../lib/arrival.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useOwnService, useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {usePrintKey} from '../../lib/use-print-key.ts';
import {monitoringText} from '../../text/monitoring.ts';
import {Allowed} from '../../ui/allowed.tsx';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {IssueList} from '../../ui/issue-list.tsx';
import {asLastTime, withRestUnchanged} from './round-filling.ts';
import {RoundFrame} from './round-frame.tsx';
import {RoundHeader} from './round-header.tsx';
import {RoundRow} from './round-row.tsx';
import {
  isMarked,
  isMarkedBefore,
  issueTarget,
  rawRound,
  roundSchema,
  type RawRound,
  type RoundValues,
} from './round-values.ts';
import {tellFailure} from '../../lib/tell-failure.tsx';

interface RoundEditProps {
  readonly round: RoundView;
  readonly plan: PlanView;
  readonly name: string;
  readonly facility: FacilityView;
  /** The round was closed; the revision of the plan that its decisions opened. */
  readonly onClosed: (revisionPlanId: string | null) => void;
}

/** An open round of monitoring: eight rows in the order of the form. */
export function RoundEdit({round, plan, name, facility, onClosed}: RoundEditProps) {
  const {t, language} = useText();
  const [, navigate] = useLocation();
  const values = useMemo(() => rawRound(round), [round]);
  const value = useDraftForm({key: `round:${round.id}`, defaultValues: values, base: round.stamp, schema: roundSchema});
  const {form, draft} = value;
  const saving = useCommand('monitoring', 'save');
  const closing = useCommand('monitoring', 'close');
  const discarding = useCommand('monitoring', 'discard');
  const [write, writesOwn] = [useRight('plan'), useRight('own-services')];
  const isOwn = useOwnService();
  const {data: issues} = useCall('monitoring', 'issues', {id: round.id});
  const specialistOf = useSpecialist(form);
  const [isClosing, setIsClosing] = useState(false);

  function save(parsed: RoundValues) {
    return saving.run({...parsed, id: round.id, seen: draft.base ?? round.stamp});
  }

  async function settleTyped(): Promise<string | null> {
    if (draft.state === 'clean') return round.stamp;
    let stamp: string | null = null;
    await form.handleSubmit(async parsed => {
      stamp = (await save(parsed)).stamp;
      draft.settle();
    })();
    return stamp;
  }

  function go(field: string): void {
    const target = issueTarget(field);
    if (target.kind === 'person') navigate(paths.recipient(round.recipientId), {state: {tab: 'person'}});
    else if (target.kind === 'plan') navigate(paths.plan(round.recipientId, plan.id));
    else if (target.kind === 'field') focusField(target.name, target.row);
  }

  /** A row without its mark has no fields yet: then its first mark gets the keyboard. */
  function focusField(fieldName: string, row: number | null): void {
    if (document.getElementsByName(fieldName).length > 0) {
      form.setFocus(fieldName as Parameters<typeof form.setFocus>[0], {shouldSelect: true});
    } else document.querySelectorAll<HTMLElement>('.round-row')[row ?? 0]?.querySelector('input')?.focus();
  }

  useArrival(draft.ready && issues !== undefined, field => {
    if (field !== 'gap') return focusField(field, null);
    const own = serviceTypes.findIndex((type, row) => isOwn(type) && !isMarked(form.getValues(`entries.${row}`)));
    const gap = issues?.find(issue => issue.severity === 'stop' && issueTarget(issue.field).kind === 'field');
    if (own !== -1) focusField('', own);
    else if (gap !== undefined) go(gap.field);
  });
  const filling = {today: today(), specialistOf, isOwn};

  function fill(next: RawRound): void {
    form.setValue('observedTo', next.observedTo, {shouldDirty: true});
    form.setValue('monitoredOn', next.monitoredOn, {shouldDirty: true});
    form.setValue('entries', next.entries, {shouldDirty: true, shouldTouch: true});
  }

  function markRest(): void {
    fill(withRestUnchanged(form.getValues(), monitoringText.noChangeReason[language], filling));
  }

  const hasLast = round.previous.some(isMarkedBefore);
  function takeLastTime(): void {
    if (hasLast) fill(asLastTime(form.getValues(), round.previous, filling));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !event.altKey || !event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (write) takeLastTime();
  }

  const paper = paths.paper({kind: 'living', form: 'appendix-5', subjectId: round.id});
  const preview = (): void => {
    settleTyped().then(
      stamp => stamp !== null && navigate(paper),
      (error: unknown) => tellFailure(t, failureText(error)),
    );
  };
  usePrintKey(preview);

  const stops = issues?.some(issue => issue.severity === 'stop') ?? true;
  const aside = (
    <Stack gap="sm" className="round-aside">
      <Paper withBorder p="sm">
        <Stack gap="sm">
          <Marks form={form} />
          {write && (
            <Button onClick={() => setIsClosing(true)} disabled={stops && draft.state === 'clean'}>
              {t(monitoringText.close)}
            </Button>
          )}
        </Stack>
      </Paper>
      {issues && (
        <Paper withBorder p="sm">
          <IssueList
            issues={issues}
            isSaved={draft.state === 'clean'}
            title={monitoringText.issuesTitle}
            ready={monitoringText.noIssues}
            about={serviceOf}
            onGo={go}
          />
        </Paper>
      )}
    </Stack>
  );

  return (
    <RoundFrame
      title={t(monitoringText.round(round.number))}
      person={name}
      recipientId={round.recipientId}
      planId={plan.id}
      aside={aside}
    >
      <DraftForm
        value={value}
        label={t(monitoringText.title)}
        onSubmit={async parsed => {
          await save(parsed);
          notifications.show({message: t(monitoringText.saved)});
        }}
      >
        <Stack gap="md" onKeyDown={onKeyDown}>
          <Allowed when={write}>
            <RoundHeader type={facility.type} onRestUnchanged={markRest} onLastTime={hasLast ? takeLastTime : null} />
          </Allowed>
          <Stack gap="xs">
            {serviceTypes.map((serviceType, index) => (
              <Allowed key={serviceType} when={isOwn(serviceType)}>
                <RoundRow
                  index={index}
                  serviceType={serviceType}
                  measures={plan.measures.filter(measure => measure.serviceType === serviceType)}
                  last={round.previous.find(entry => entry.serviceType === serviceType)}
                  specialistOf={specialistOf}
                />
              </Allowed>
            ))}
          </Stack>
        </Stack>
        <div className="round-save-bar">
          <SaveBar draft={draft} saving={saving.running} allowed={writesOwn}>
            <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={preview}>
              {t(monitoringText.preview)}
            </Button>
            {write && (
              <ConfirmButton
                variant="subtle"
                color="red"
                label={t(monitoringText.discard)}
                question={t(monitoringText.discardHint)}
                confirm={t(monitoringText.discard)}
                onConfirm={async () => {
                  await discarding.run({id: round.id, seen: round.stamp});
                  draft.drop();
                  notifications.show({message: t(monitoringText.discarded)});
                  navigate(paths.rounds(round.recipientId, plan.id), {replace: true});
                }}
              />
            )}
          </SaveBar>
        </div>
      </DraftForm>
      {isClosing && (
        <AskDialog
          title={monitoringText.closeTitle}
          what={monitoringText.closeWarning}
          schema={z.object({enteredOn: typed.requiredDate()})}
          initial={{enteredOn: today()}}
          confirm={monitoringText.close}
          onConfirm={async ({enteredOn}) => {
            const seen = await settleTyped();
            if (seen === null) return;
            const {revisionPlanId} = await closing.run({id: round.id, seen, enteredOn});
            notifications.show({message: t(monitoringText.closedDone)});
            onClosed(revisionPlanId);
          }}
          onClose={() => setIsClosing(false)}
        >
          <DateField name="enteredOn" label={monitoringText.enteredOn} required />
        </AskDialog>
      )}
    </RoundFrame>
  );
}

function Marks({form}: {form: UseFormReturn<RawRound, unknown, RoundValues>}) {
  const {t} = useText();
  const entries = useWatch({control: form.control, name: 'entries'});
  return (
    <Words size="sm" role="status">
      {t(monitoringText.progress(entries.filter(isMarked).length, entries.length))}
    </Words>
  );
}

/** `rows.medical.positive`: the service type that a matter is about. */
function serviceOf(field: string): Text | null {
  const named = serviceTypes.find(serviceType => field.split('.')[1] === serviceType);
  return named ? serviceTypeNames[named] : null;
}

/** Who monitors a type: the one who is signed in where it is his type, else the first whose type it is, else who signs. */
function useSpecialist(form: UseFormReturn<RawRound, unknown, RoundValues>): (serviceType: ServiceType) => string {
  const {data: session} = useCall('session', 'state', {});
  const {data: staff = []} = useCall('facility', 'staff', {withFormer: false});
  return serviceType => {
    const monitoring = staff.filter(person => person.serviceTypes.includes(serviceType));
    const own = monitoring.find(person => person.id === session?.account?.staffId);
    return (own ?? monitoring[0])?.id ?? form.getValues('specialistId');
  };
}
