import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {planPhase} from '../../lib/plan-phase.ts';
import {planText, type PlanPhase} from '../../text/plan.ts';
import type {PlanView} from '../../../electron/contract/plan.ts';
import {PlanPhaseBadge} from '../../ui/plan-phase-badge.tsx';

const steps: readonly {readonly phases: readonly PlanPhase[]; readonly words: (typeof planText)['stepDraft']}[] = [
  {phases: ['draft'], words: planText.stepDraft},
  {phases: ['filled'], words: planText.stepFilled},
  {phases: ['approved', 'not-begun'], words: planText.stepApproved},
  {phases: ['in-force'], words: planText.stepInForce},
];

/** Where the plan is on its way: draft, filled, approved, in force; a plan that is over says so instead. */
export function PlanSteps({plan}: {plan: PlanView}) {
  const {t} = useText();
  const phase = planPhase(plan, today());
  const now = steps.findIndex(step => step.phases.includes(phase));
  if (now === -1) return <PlanPhaseBadge plan={plan} />;
  return (
    <ol className="plan-steps" aria-label={t(planText.stepsLabel)}>
      {steps.map((step, index) => (
        <li
          key={step.words.ru}
          className={`plan-step ${index < now ? 'plan-step-done' : ''} ${index === now ? 'plan-step-now' : ''}`}
          aria-current={index === now ? 'step' : undefined}
        >
          {index === now && phase === 'not-begun' ? t(planText.stepNotBegun) : t(step.words)}
        </li>
      ))}
    </ol>
  );
}
