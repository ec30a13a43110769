import {useState} from 'react';
import {fullName} from '../../../domain/person.ts';
import {useCall} from '../../lib/use-call.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {RoundEdit} from './round-edit.tsx';
import {RoundFixed} from './round-fixed.tsx';
import {RoundsPage} from './rounds-page.tsx';

interface RoundPageProps {
  readonly recipientId: string;
  readonly planId: string;
  readonly roundId: string;
}

/** One round of monitoring (Appendix 5); `new` is the one that is yet to be begun, from the list of the plan's rounds. */
export function RoundPage(props: RoundPageProps) {
  return props.roundId === 'new' ? <RoundsPage {...props} /> : <KnownRound {...props} />;
}

function KnownRound({recipientId, planId, roundId}: RoundPageProps) {
  const round = useCall('monitoring', 'get', {id: roundId});
  const plan = useCall('plan', 'get', {id: planId});
  const person = useCall('recipient', 'get', {id: recipientId});
  const facility = useCall('facility', 'get', {});
  const [revisionPlanId, setRevisionPlanId] = useState<string | null>(null);
  const error = round.error ?? plan.error ?? person.error ?? facility.error;
  if (error) return <ProblemNote error={error} retry={() => void round.refetch()} />;
  if (!round.data || !plan.data || !person.data || !facility.data) return <Waiting />;
  const name = fullName(person.data.name);
  return round.data.status === 'open' ? (
    <RoundEdit
      key={roundId}
      round={round.data}
      plan={plan.data}
      name={name}
      facility={facility.data}
      onClosed={setRevisionPlanId}
    />
  ) : (
    <RoundFixed key={roundId} round={round.data} name={name} revisionPlanId={revisionPlanId} />
  );
}
