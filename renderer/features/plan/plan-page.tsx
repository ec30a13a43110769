import {fullName} from '../../../domain/person.ts';
import {useCall} from '../../lib/use-call.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {PlanEdit} from './plan-edit.tsx';
import {PlanFixed} from './plan-fixed.tsx';

/** The individual plan (Appendix 4). */
export function PlanPage({recipientId, planId}: {recipientId: string; planId: string}) {
  const plan = useCall('plan', 'get', {id: planId});
  const person = useCall('recipient', 'get', {id: recipientId});
  const facility = useCall('facility', 'get', {});
  const error = plan.error ?? person.error ?? facility.error;
  if (error) return <ProblemNote error={error} retry={() => void plan.refetch()} />;
  if (!plan.data || !person.data || !facility.data) return <Waiting />;
  const name = fullName(person.data.name);
  const isOpen = plan.data.status === 'draft' || plan.data.status === 'filled';
  return isOpen ? (
    <PlanEdit key={planId} plan={plan.data} name={name} facility={facility.data} />
  ) : (
    <PlanFixed key={planId} plan={plan.data} name={name} />
  );
}
