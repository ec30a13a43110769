import {Anchor, Text as Words} from '@mantine/core';
import {IconAlertTriangle} from '@tabler/icons-react';
import {Link} from 'wouter';
import type {Text} from '../../../domain/text.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {conflictText} from '../../text/exchange-held.ts';
import {doubledText} from '../../text/numbering.ts';
import {exchangeLine, recordStateNames, type ExchangeStep} from '../../text/exchange.ts';

const tones: Record<ExchangeStep, string> = {
  saved: 'var(--tone-wait)',
  sent: 'var(--tone-calm)',
  confirmed: 'var(--tone-good)',
  refused: 'var(--tone-late)',
};

/** How far this person's records have come, and whether edits of two PCs have met on them; nothing without a partner. */
export function ExchangeLine({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const {data: record} = useCall('exchange', 'recordState', {recipientId});
  const state = record?.state ?? null;
  const {data: doubled} = useCall('numbering', 'doubled', {recipientId});
  const decides = useRight('conflicts');
  const conflicts = decides ? (record?.conflicts ?? 0) : 0;
  const numbers = doubled?.numbers.length ?? 0;
  return (
    <>
      {state !== null && (
        <Words size="sm" c={tones[state]}>
          {t(exchangeLine.title)}
          {': '}
          {t(recordStateNames[state])}
        </Words>
      )}
      {conflicts > 0 && <Matter recipientId={recipientId} words={conflictText.count(conflicts)} />}
      {numbers > 0 && <Matter recipientId={recipientId} words={doubledText.count(numbers)} />}
    </>
  );
}

function Matter({recipientId, words}: {recipientId: string; words: Text}) {
  const {t} = useText();
  return (
    <Anchor component={Link} href={paths.exchangeConflicts(recipientId)} size="sm" c="var(--tone-late)">
      <IconAlertTriangle size={16} aria-hidden style={{verticalAlign: 'text-bottom', marginInlineEnd: 4}} />
      {t(words)}
    </Anchor>
  );
}
