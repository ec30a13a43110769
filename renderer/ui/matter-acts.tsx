import {ActionIcon, Button, Group} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconClockPause} from '@tabler/icons-react';
import {useRef} from 'react';
import {useLocation} from 'wouter';
import {fullName} from '../../domain/person.ts';
import type {TodayItem} from '../../electron/contract/today.ts';
import {failureText} from '../lib/failures.ts';
import {useText} from '../lib/language.tsx';
import {paths} from '../lib/paths.ts';
import {useRight} from '../lib/session.ts';
import {useBeginRound} from '../lib/use-begin-round.ts';
import {useCommand} from '../lib/use-call.ts';
import {planText} from '../text/plan.ts';
import {todayText} from '../text/today.ts';
import {ConfirmButton} from './confirm-button.tsx';
import {DoneNote} from './done-note.tsx';
import classes from './matter.module.css';
import {tellFailure} from '../lib/tell-failure.tsx';

interface MatterActsProps {
  readonly item: TodayItem;
  readonly today: string;
  readonly onPostpone: ((item: TodayItem) => void) | null;
}

/** What one click does on a line of Today. What cannot be taken back asks first; the rest can be taken back at once. */
export function MatterActs({item, today, onPostpone}: MatterActsProps) {
  const {t} = useText();
  const place = useRef<HTMLDivElement>(null);
  const canPostpone = onPostpone !== null && (item.state === 'week' || item.state === 'later') && item.signer === null;

  /** The line goes with its matter: the keyboard goes on to the next one. */
  function leaveTo(): () => void {
    const line = place.current?.closest('li');
    const next = line?.nextElementSibling ?? line?.previousElementSibling;
    return () => next?.querySelector<HTMLElement>('[data-line]')?.focus();
  }

  return (
    <Group gap={4} wrap="nowrap" justify="flex-end" ref={place} className={classes.acts}>
      {canPostpone && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          className={classes.quiet}
          aria-label={`${t(todayText.postpone)}: ${t(todayText.kinds[item.kind])}, ${fullName(item.name)}`}
          title={`${t(todayText.postpone)}. ${t(todayText.postponeHint)}`}
          onClick={() => {
            const goOn = leaveTo();
            onPostpone(item);
            requestAnimationFrame(goOn);
          }}
        >
          <IconClockPause size={16} aria-hidden />
        </ActionIcon>
      )}
      {item.act?.act === 'approve' && <Approve item={item} act={item.act} today={today} leaveTo={leaveTo} />}
      {item.act?.act === 'start-round' && <Start item={item} planId={item.act.planId} />}
      {item.act?.act === 'begin-plan' && <BeginPlan item={item} copyFrom={item.act.copyFrom} />}
      {item.act !== null && isSigned(item.act) && <Sign item={item} act={item.act} today={today} leaveTo={leaveTo} />}
    </Group>
  );
}

type Act = NonNullable<TodayItem['act']>;
type ActOf<Name extends Act['act']> = Extract<Act, {act: Name}>;

interface ActProps<Kind extends Act> {
  readonly item: TodayItem;
  readonly act: Kind;
  readonly today: string;
  readonly leaveTo: () => () => void;
}

function Approve({item, act, today, leaveTo}: ActProps<ActOf<'approve'>>) {
  const {t} = useText();
  const approve = useCommand('plan', 'approve');
  return (
    <ConfirmButton
      size="compact-xs"
      label={t(planText.approve)}
      question={`${fullName(item.name)}. ${t(planText.approveWarning)}`}
      confirm={t(planText.approve)}
      onConfirm={async () => {
        const goOn = leaveTo();
        await approve.run({id: act.planId, seen: act.seen, approvedOn: today});
        // After the dialog has given the keyboard back to a button that is no more.
        setTimeout(goOn, 100);
        notifications.show({message: t(planText.approved)});
      }}
    />
  );
}

function Start({item, planId}: {item: TodayItem; planId: string}) {
  const {t} = useText();
  const write = useRight('plan');
  const {begin, running} = useBeginRound();
  if (!write) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={running}
      aria-label={`${t(todayText.start)}: ${t(todayText.kinds[item.kind])}, ${fullName(item.name)}`}
      onClick={() => void begin({recipientId: item.recipientId, planId})}
    >
      {t(todayText.start)}
    </Button>
  );
}

/** The next plan is begun from the one that ends; where it has been begun already, it is opened. */
function BeginPlan({item, copyFrom}: {item: TodayItem; copyFrom: string}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const write = useRight('plan');
  const create = useCommand('plan', 'create');
  if (!write) return null;

  async function begin(): Promise<void> {
    const {recipientId} = item;
    const {id} = await create.run({recipientId, copyFrom});
    navigate(paths.plan(recipientId, id), {state: {field: 'gap'}});
  }

  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={create.running}
      aria-label={`${t(todayText.nextPlan)}: ${fullName(item.name)}`}
      title={t(todayText.nextPlanHint)}
      onClick={() => void begin().catch((error: unknown) => tellFailure(t, failureText(error)))}
    >
      {t(todayText.nextPlan)}
    </Button>
  );
}

type SignAct = ActOf<'sign-plan' | 'sign-round' | 'sign-file'>;

function isSigned(act: Act): act is SignAct {
  return act.act === 'sign-plan' || act.act === 'sign-round' || act.act === 'sign-file';
}

/** The paper is signed by hand: the day of it is marked here. */
function Sign({item, act, today, leaveTo}: ActProps<SignAct>) {
  const {t} = useText();
  const signPlan = useCommand('plan', 'sign');
  const signRound = useCommand('monitoring', 'sign');
  const signFile = useCommand('file', 'sign');

  function sign(seen: string, signedOn: string | null) {
    if (act.act === 'sign-plan') return signPlan.run({id: act.planId, seen, role: act.role, signedOn});
    if (act.act === 'sign-round') return signRound.run({id: act.roundId, seen, as: act.as, signedOn});
    return signFile.run({id: act.fileId, seen, signedOn});
  }

  const fail = (error: unknown): void => {
    tellFailure(t, failureText(error));
  };

  async function mark(): Promise<void> {
    const goOn = leaveTo();
    const {stamp} = await sign(act.seen, today);
    const id = notifications.show({
      autoClose: 15_000,
      message: (
        <DoneNote
          words={t(todayText.signedDone(fullName(item.name)))}
          back={t(todayText.takeBack)}
          onUndo={() => {
            notifications.hide(id);
            sign(stamp, null).catch(fail);
          }}
        />
      ),
    });
    requestAnimationFrame(goOn);
  }

  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={signPlan.running || signRound.running || signFile.running}
      aria-label={`${t(todayText.signed)}: ${t(todayText.kinds[item.kind])}, ${fullName(item.name)}`}
      title={t(todayText.signedHint)}
      onClick={() => void mark().catch(fail)}
    >
      {t(todayText.signed)}
    </Button>
  );
}
