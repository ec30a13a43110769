import {Switch} from '@mantine/core';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCommand} from '../../lib/use-call.ts';
import {exchangeText} from '../../text/exchange.ts';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** Whether the exchange over the network also begins by itself. */
export function AutomaticSwitch({on}: {on: boolean}) {
  const {t} = useText();
  const isHead = useRight('connection');
  const {run, running} = useCommand('exchange', 'setAutomatic');

  async function set(wanted: boolean): Promise<void> {
    try {
      await run({on: wanted});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  return (
    <Switch
      checked={on}
      disabled={!isHead || running}
      label={t(exchangeText.automatic)}
      description={t(exchangeText.automaticWhat)}
      onChange={event => void set(event.currentTarget.checked)}
    />
  );
}
