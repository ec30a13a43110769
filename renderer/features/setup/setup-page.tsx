import {useState} from 'react';
import {unreachable} from '../../../domain/assert.ts';
import type {SessionState} from '../../../electron/contract/session.ts';
import {RestoreHere} from '../../form/restore-here.tsx';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {restoreHereText} from '../../text/backup.ts';
import {Door} from '../../ui/door.tsx';
import {AccountStep} from './account-step.tsx';
import {HeadStep} from './head-step.tsx';
import {JoinStep} from './join-step.tsx';
import {LanguageStep} from './language-step.tsx';
import {NamesStep} from './names-step.tsx';
import {NumberingStep} from './numbering-step.tsx';
import {OrganisationStep} from './organisation-step.tsx';
import {RecoveryKeyStep} from './recovery-key-step.tsx';
import {SetupFrame} from './setup-frame.tsx';
import {StaffStep} from './staff-step.tsx';
import {StartStep} from './start-step.tsx';
import {reachedStep, steps, type Step} from './steps.ts';

/** The first run: one question at a time; interrupted, it goes on where it was. */
export function SetupPage({session}: {session: SessionState}) {
  const [languageChosen, setLanguageChosen] = useState(session.language !== null);
  const [visited, setVisited] = useState<Step | null>(null);
  const {run: setStep} = useCommand('facility', 'setSetupStep');
  // A new organisation was chosen; or was joined and has nothing yet, so that it is named here.
  const [isBegun, setIsBegun] = useState(false);
  const [isRestoring, setIsRestoring] = useState(false);
  const {t} = useText();
  const reached = reachedStep(session, isBegun);
  const step = visited ?? reached;
  const at = (each: Step): number => steps.findIndex(one => one === each);

  const next = async () => {
    const following = steps[at(step) + 1];
    if (step !== reached) {
      setVisited(following === reached ? null : (following ?? null));
    } else if (step === 'numbering') {
      await setStep({step: 'done'});
    } else if (following !== undefined && isKept(following)) {
      await setStep({step: following});
    }
  };

  if (session.phase === 'fresh' && !languageChosen) return <LanguageStep onChosen={() => setLanguageChosen(true)} />;
  if (session.phase === 'fresh' && isRestoring) {
    return (
      <Door title={t(restoreHereText.title)} width={560}>
        <RestoreHere onBack={() => setIsRestoring(false)} />
      </Door>
    );
  }
  return (
    <SetupFrame step={step} reached={reached} onVisit={to => setVisited(to === reached ? null : to)}>
      <StepContent
        key={step}
        step={step}
        next={next}
        restore={() => setIsRestoring(true)}
        begin={() => {
          setIsBegun(true);
          setVisited(null);
        }}
        join={async () => {
          setVisited(null);
          await setStep({step: 'joining'});
          setIsBegun(true);
        }}
        leave={async () => {
          setIsBegun(false);
          await setStep({step: 'organisation'});
        }}
      />
    </SetupFrame>
  );
}

/** The steps that the main side keeps: between the account and the last question. */
function isKept(step: Step): step is Exclude<Step, 'account' | 'start' | 'numbering'> {
  return step !== 'account' && step !== 'start' && step !== 'numbering';
}

function StepContent({
  step,
  next,
  restore,
  begin,
  join,
  leave,
}: {
  step: Step;
  next: () => Promise<void>;
  restore: () => void;
  begin: () => void;
  join: () => Promise<void>;
  leave: () => Promise<void>;
}) {
  switch (step) {
    case 'account':
      return <AccountStep onRestore={restore} />;
    case 'start':
      return <StartStep onNew={begin} onJoin={join} />;
    case 'joining':
      return <JoinStep onBack={leave} />;
    case 'organisation':
      return <OrganisationStep next={next} />;
    case 'names':
      return <NamesStep next={next} />;
    case 'head':
      return <HeadStep next={next} />;
    case 'staff':
      return <StaffStep next={next} />;
    case 'recovery-key':
      return <RecoveryKeyStep next={next} />;
    case 'numbering':
      return <NumberingStep next={next} />;
    default:
      return unreachable(step);
  }
}
