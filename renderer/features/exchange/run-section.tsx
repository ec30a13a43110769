import {Button, Group, Text as Words} from '@mantine/core';
import {IconUsb, IconWorld} from '@tabler/icons-react';
import {Link, useLocation} from 'wouter';
import type {ExchangeStateView} from '../../../electron/contract/exchange.ts';
import {StickDialog} from '../../form/stick-dialog.tsx';
import {useExchangeRuns, waysOf} from '../../lib/exchange.ts';
import {now} from '../../lib/clock.ts';
import {whenWords} from '../../lib/exchange-words.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {exchangeText, laneNames} from '../../text/exchange.ts';
import {ExchangeOutcomeView} from '../../ui/exchange-outcome.tsx';
import {ExchangeProgress} from '../../ui/exchange-progress.tsx';
import {Section} from '../../ui/section.tsx';
import {AutomaticSwitch} from './automatic-switch.tsx';

/** Begins an exchange, shows how it goes, and how the last one went. */
export function RunSection({state, asksStick}: {state: ExchangeStateView; asksStick: boolean}) {
  const {t} = useText();
  const write = useRight('exchange');
  const [, navigate] = useLocation();
  const runs = useExchangeRuns();
  const {running, last, copied, canChooseFolder, sticks} = state;
  const mayBegin = write && running === null && !copied;
  const ways = waysOf(state);
  const closeStick = () => navigate(paths.settings('exchange'), {replace: true});

  return (
    <Section title={t(exchangeText.title)}>
      {running !== null && <ExchangeProgress running={running} mayStop={write} />}
      {running === null && write && (
        <Group gap="sm">
          {ways.network && (
            <Button
              leftSection={<IconWorld size={16} aria-hidden />}
              disabled={!mayBegin}
              loading={runs.beginning}
              onClick={() => void runs.byNetwork()}
            >
              {t(exchangeText.byNetwork)}
            </Button>
          )}
          {ways.stick && <StickButton state={state} disabled={!mayBegin} isFirst={!ways.network} />}
        </Group>
      )}
      {running === null && last !== null && (
        <div>
          <Words size="sm" c="dimmed" mb={4}>
            {t(exchangeText.lastTitle)}
            {': '}
            {t(whenWords(last.endedAt, now()))}
            {' · '}
            {t(laneNames[last.lane])}
          </Words>
          <ExchangeOutcomeView last={last} />
        </div>
      )}
      {ways.network && <AutomaticSwitch on={state.automatic} />}
      {asksStick && mayBegin && ways.stick && !canChooseFolder && (
        <StickDialog sticks={sticks} onFolder={folder => runs.byStick(folder)} onClose={closeStick} />
      )}
    </Section>
  );
}

/** Where the host can ask for a folder it does; else the address asks, so that the palette leads to the same question. */
function StickButton({state, disabled, isFirst}: {state: ExchangeStateView; disabled: boolean; isFirst: boolean}) {
  const {t} = useText();
  const runs = useExchangeRuns();
  const icon = <IconUsb size={16} aria-hidden />;
  const variant = isFirst ? 'filled' : 'default';
  if (state.canChooseFolder || disabled) {
    return (
      <Button
        variant={variant}
        leftSection={icon}
        disabled={disabled}
        loading={runs.beginning}
        onClick={() => void runs.byStick(null)}
      >
        {t(exchangeText.byStick)}
      </Button>
    );
  }
  return (
    <Button component={Link} href={paths.exchangeByStick()} variant={variant} leftSection={icon}>
      {t(exchangeText.byStick)}
    </Button>
  );
}
