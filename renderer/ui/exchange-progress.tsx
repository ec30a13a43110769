import {Button, Group, Loader, Stack, Text as Words} from '@mantine/core';
import type {ExchangeStateView} from '../../electron/contract/exchange.ts';
import {useText} from '../lib/language.tsx';
import {useCommand} from '../lib/use-call.ts';
import {exchangeText, phaseNames} from '../text/exchange.ts';

/** What the exchange is doing just now, with a way to stop it. How much is to come nobody knows beforehand. */
export function ExchangeProgress({
  running: {lane, phase, tally},
  mayStop,
}: {
  running: NonNullable<ExchangeStateView['running']>;
  mayStop: boolean;
}) {
  const {t} = useText();
  const stop = useCommand('exchange', 'stop');
  return (
    <Stack gap={4}>
      <Group gap="sm" wrap="nowrap">
        <Loader size="sm" aria-hidden />
        <Words size="sm" fw={500} style={{flex: 1}} role="status">
          {t(exchangeText.runningTitle(lane))}
        </Words>
        {mayStop && (
          <Button
            size="xs"
            variant="default"
            loading={stop.running}
            // Where stopping fails the exchange goes on, and that is to be seen.
            onClick={() => void stop.run({}).catch(() => undefined)}
          >
            {t(exchangeText.stop)}
          </Button>
        )}
      </Group>
      <Words size="sm">
        {t(phaseNames[phase])}
        {' · '}
        {t(exchangeText.progress(tally.sent, tally.integrated))}
      </Words>
      <Words size="sm" c="dimmed">
        {lane === 'stick' && `${t(exchangeText.keepStick)} `}
        {t(exchangeText.goOnWorking)}
      </Words>
    </Stack>
  );
}
