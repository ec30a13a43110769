import {useEffect, useRef, useState} from 'react';
import {fullName} from '../../../domain/person.ts';
import {useCall} from '../../lib/use-call.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {NextRound} from './next-round.tsx';
import {RoundEdit} from './round-edit.tsx';
import {RoundFixed} from './round-fixed.tsx';
import {RoundsPage} from './rounds-page.tsx';
import {useDueRounds} from './use-due-rounds.ts';

/** What the closing of a round leaves behind. */
interface Closed {
  /** The revision of the plan that its decisions opened. */
  readonly revisionPlanId: string | null;
  /** Whose rounds were due before it, in the order of Today. */
  readonly order: readonly string[];
}

interface RoundPageProps {
  readonly recipientId: string;
  readonly planId: string;
  readonly roundId: string;
}

/** One round of monitoring (Appendix 5); `new` is the one that is yet to be begun, from the list of the plan's rounds. */
export function RoundPage(props: RoundPageProps) {
  return props.roundId === 'new' ? <RoundsPage {...props} /> : <KnownRound key={props.roundId} {...props} />;
}

function KnownRound({recipientId, planId, roundId}: RoundPageProps) {
  const round = useCall('monitoring', 'get', {id: roundId});
  const plan = useCall('plan', 'get', {id: planId});
  const person = useCall('recipient', 'get', {id: recipientId});
  const facility = useCall('facility', 'get', {});
  const due = useDueRounds();
  // The person's own line goes with the closing: where it stood is known only before.
  const order = useRef<readonly string[]>([]);
  useEffect(() => {
    if (due?.rounds.some(each => each.recipientId === recipientId)) {
      order.current = due.rounds.map(each => each.recipientId);
    }
  }, [due, recipientId]);
  const [closed, setClosed] = useState<Closed | null>(null);
  const error = round.error ?? plan.error ?? person.error ?? facility.error;
  if (error) return <ProblemNote error={error} retry={() => void round.refetch()} />;
  if (!round.data || !plan.data || !person.data || !facility.data) return <Waiting />;
  const name = fullName(person.data.name);
  return round.data.status === 'open' ? (
    <RoundEdit
      round={round.data}
      plan={plan.data}
      name={name}
      facility={facility.data}
      onClosed={revisionPlanId => setClosed({revisionPlanId, order: order.current})}
    />
  ) : (
    <RoundFixed
      round={round.data}
      name={name}
      revisionPlanId={closed?.revisionPlanId ?? null}
      next={
        closed &&
        due && (
          <NextRound
            due={due}
            order={closed.order}
            recipientId={recipientId}
            hasFocus={closed.revisionPlanId === null}
          />
        )
      }
    />
  );
}
