import {Stack} from '@mantine/core';
import {useCall} from '../../lib/use-call.ts';
import {EnrolmentRequest} from '../../ui/enrolment-request.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {CopiedNotice} from './copied-notice.tsx';
import {FirstWays} from './first-ways.tsx';
import {OpenMatters} from './open-matters.tsx';
import {Partners} from './partners.tsx';
import {Counts} from './counts.tsx';
import {ReferenceSection} from './reference-section.tsx';
import {RunSection} from './run-section.tsx';

/** The exchange of this PC, in the settings. `asksStick`: the address itself asks where the stick is. */
export function ExchangeTab({asksStick}: {asksStick: boolean}) {
  const {data: state, error, refetch} = useCall('exchange', 'state', {});
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!state) return <Waiting />;
  return (
    <Stack gap="md">
      {state.copied && <CopiedNotice />}
      <OpenMatters conflicts={state.conflicts} quarantined={state.quarantined} />
      {state.request !== null && <EnrolmentRequest request={state.request} />}
      {state.partners.length === 0 && state.request === null ? (
        <FirstWays />
      ) : (
        <>
          <RunSection state={state} asksStick={asksStick} />
          {state.counts !== null && <Counts counts={state.counts} />}
          {state.partners.length > 0 && <Partners state={state} />}
        </>
      )}
      <ReferenceSection />
    </Stack>
  );
}
