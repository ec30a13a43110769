import {Alert, Stack, Text as Words} from '@mantine/core';
import type {Text} from '../../../domain/text.ts';
import type {TransferView} from '../../../electron/contract/transfer.ts';
import {useText} from '../../lib/language.tsx';
import {useCall} from '../../lib/use-call.ts';
import {handoverProblemNames, handoverText, registryStateNames} from '../../text/handover.ts';

/** How a hand-over stands at the registry, and what a person has to see to. */
export function RegistryState({transfer: {state, registry}}: {transfer: TransferView}) {
  const {t} = useText();
  if (registry === null) return null;
  return (
    <>
      <Words size="sm">{t(wordsOf(state, registry))}</Words>
      {registry.problem !== null && (
        <Alert color="orange" p="xs">
          {t(handoverProblemNames[registry.problem])}
        </Alert>
      )}
    </>
  );
}

function wordsOf(state: TransferView['state'], registry: NonNullable<TransferView['registry']>): Text {
  if (registry.state === null) return registry.hasContent ? handoverText.waiting : handoverText.elsewhere;
  const isDecidedHere = state === 'accepted' || state === 'rejected' || state === 'cancelled';
  return registry.state === 'offered' && isDecidedHere ? handoverText.answerWaits : registryStateNames[registry.state];
}

/** What was offered to us and could not be taken in here. */
export function NotTaken() {
  const {t} = useText();
  const {data = []} = useCall('transfer', 'notTaken', {});
  if (data.length === 0) return null;
  return (
    <Alert color="orange" p="xs" title={t(handoverText.notTaken)}>
      <Stack gap="xs">
        {data.map(({id, other, problem}) => (
          <Words key={id} size="sm">
            {t(handoverText.notTakenOne(other, handoverProblemNames[problem]))}
          </Words>
        ))}
      </Stack>
    </Alert>
  );
}
