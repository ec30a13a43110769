import {Stack} from '@mantine/core';
import {mostMatters} from '../../../domain/matters.ts';
import {moveBetweenLines} from '../../lib/arrow-keys.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {useCall} from '../../lib/use-call.ts';
import {recipientText} from '../../text/recipient.ts';
import {MatterLine, MatterList} from '../../ui/matter-line.tsx';
import {Section} from '../../ui/section.tsx';

/** The lines of Today of this person; nothing where nothing is to be done. */
export function Due({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const of = {staffId: null, unitId: null, recipientId};
  const {data: matters} = useCall('today', 'get', {limit: mostMatters, of});
  const {data: signatures} = useCall('today', 'signatures', {of});
  if (!matters) return null;
  const signed = [...(signatures?.mine ?? []), ...(signatures?.others ?? [])];
  const approved = signed.filter(({kind}) => kind === 'plan-approve').map(planOf);
  const items = matters.items.filter(item => item.kind !== 'plan-approve' || !approved.includes(planOf(item)));
  if (items.length + signed.length === 0) return null;
  return (
    <Section title={`${t(recipientText.due)} (${items.length + signed.length})`}>
      <Stack onKeyDown={moveBetweenLines}>
        <MatterList>
          {[...items, ...signed].map(item => (
            <MatterLine key={item.key} item={item} today={today()} named={false} />
          ))}
        </MatterList>
      </Stack>
    </Section>
  );
}

function planOf({target}: Parameters<typeof MatterLine>[0]['item']): string | null {
  return target.screen === 'plan' ? target.planId : null;
}
