import {useLocation} from 'wouter';
import {failureText} from './failures.ts';
import {useText} from './language.tsx';
import {paths} from './paths.ts';
import {useCommand} from './use-call.ts';
import {tellFailure} from './tell-failure.tsx';

/** Begins a round of monitoring, or goes on with the one that is open, at the first row that is not marked. */
export function useBeginRound(): {
  readonly begin: (of: {recipientId: string; planId: string}) => Promise<void>;
  readonly running: boolean;
} {
  const {t} = useText();
  const [, navigate] = useLocation();
  const start = useCommand('monitoring', 'start');
  async function begin({recipientId, planId}: {recipientId: string; planId: string}): Promise<void> {
    try {
      const {id} = await start.run({planId});
      navigate(paths.round(recipientId, planId, id), {state: {field: 'gap'}});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }
  return {begin, running: start.running};
}
