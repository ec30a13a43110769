import {useState} from 'react';
import {unreachable} from '../../../domain/assert.ts';
import type {SessionState} from '../../../electron/contract/session.ts';
import {useCommand} from '../../lib/use-call.ts';
import {AccountStep} from './account-step.tsx';
import {HeadStep} from './head-step.tsx';
import {LanguageStep} from './language-step.tsx';
import {NamesStep} from './names-step.tsx';
import {NumberingStep} from './numbering-step.tsx';
import {OrganisationStep} from './organisation-step.tsx';
import {RecoveryKeyStep} from './recovery-key-step.tsx';
import {SetupFrame} from './setup-frame.tsx';
import {StaffStep} from './staff-step.tsx';
import {reachedStep, steps, type Step} from './steps.ts';

/** The first run: one question at a time; interrupted, it goes on where it was. */
export function SetupPage({session}: {session: SessionState}) {
  const [languageChosen, setLanguageChosen] = useState(session.language !== null);
  const [visited, setVisited] = useState<Step | null>(null);
  const {run: setStep} = useCommand('facility', 'setSetupStep');
  const reached = reachedStep(session);
  const step = visited ?? reached;

  const next = async () => {
    const following = steps[steps.indexOf(step) + 1];
    if (step !== reached) {
      setVisited(following === reached ? null : (following ?? null));
    } else if (step === 'numbering') {
      await setStep({step: 'done'});
    } else if (following !== undefined && following !== 'account' && following !== 'numbering') {
      await setStep({step: following});
    }
  };

  if (session.phase === 'fresh' && !languageChosen) return <LanguageStep onChosen={() => setLanguageChosen(true)} />;
  return (
    <SetupFrame step={step} reached={reached} onVisit={to => setVisited(to === reached ? null : to)}>
      <StepContent key={step} step={step} next={next} />
    </SetupFrame>
  );
}

function StepContent({step, next}: {step: Step; next: () => Promise<void>}) {
  switch (step) {
    case 'account':
      return <AccountStep />;
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
