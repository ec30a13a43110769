import {useCallback} from 'react';
import type {Text} from '../../domain/text.ts';
import type {ExchangeStateView} from '../../electron/contract/exchange.ts';
import {CallError} from '../../electron/contract/kernel.ts';
import {exchangeText} from '../text/exchange.ts';
import {failureText} from './failures.ts';
import {useText} from './language.tsx';
import {useCall, useCommand} from './use-call.ts';
import {tellFailure} from './tell-failure.tsx';

/** The state of the exchange; undefined until it has been asked for the first time. */
export function useExchange(): ExchangeStateView | undefined {
  return useCall('exchange', 'state', {}).data;
}

/** By which ways this PC can exchange now. A registry that is met by stick alone has no address. */
export function waysOf({partners, request}: Pick<ExchangeStateView, 'partners' | 'request'>) {
  const active = partners.filter(({state}) => state === 'active');
  return {
    network: active.some(({kind, url}) => kind === 'registry' && url !== null),
    stick: active.length > 0 || request !== null,
  };
}

/** Why a run does not begin: `conflict` is another that is on its way, `missing` that there is nobody to exchange with. */
function whyNot(error: unknown): Text {
  if (error instanceof CallError && error.failure.code === 'conflict') return exchangeText.busy;
  if (error instanceof CallError && error.failure.code === 'missing') return exchangeText.nobody;
  return failureText(error);
}

export interface ExchangeRuns {
  readonly byNetwork: () => Promise<void>;
  /** Null: the host asks for the folder. Answers whether an exchange has begun. */
  readonly byStick: (folder: string | null) => Promise<boolean>;
  readonly beginning: boolean;
}

/** Begins exchanges; a refusal to begin is told at the corner, how it goes is told by the state. */
export function useExchangeRuns(): ExchangeRuns {
  const {t} = useText();
  const network = useCommand('exchange', 'byNetwork');
  const stick = useCommand('exchange', 'byStick');
  const [runNetwork, runStick] = [network.run, stick.run];
  const byNetwork = useCallback(async () => {
    try {
      await runNetwork({});
    } catch (error) {
      tellFailure(t, whyNot(error));
    }
  }, [runNetwork, t]);
  const byStick = useCallback(
    async (folder: string | null) => {
      try {
        return (await runStick({folder})).chosen;
      } catch (error) {
        tellFailure(t, whyNot(error));
        return false;
      }
    },
    [runStick, t],
  );
  return {byNetwork, byStick, beginning: network.running || stick.running};
}
