import {today} from '../lib/clock.ts';
import {useText} from '../lib/language.tsx';
import {planPhase} from '../lib/plan-phase.ts';
import {planPhaseNames, type PlanPhase} from '../text/plan.ts';
import {StatusBadge, type Tone} from './status-badge.tsx';

const tones: Record<PlanPhase, Tone> = {
  'draft': 'calm',
  'filled': 'wait',
  'approved': 'good',
  'not-begun': 'calm',
  'in-force': 'good',
  'run-out': 'late',
  'revised': 'off',
  'ended': 'off',
};

export function PlanPhaseBadge({plan}: {plan: Parameters<typeof planPhase>[0]}) {
  const {t} = useText();
  const phase = planPhase(plan, today());
  return <StatusBadge tone={tones[phase]}>{t(planPhaseNames[phase])}</StatusBadge>;
}
