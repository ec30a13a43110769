import type {SessionState} from '../../electron/contract/session.ts';
import {mayApprove, mayCall} from '../../domain/roles.ts';
import {useCall} from './use-call.ts';

/** The state of the session; undefined until it has been asked for the first time. */
export function useSessionState(): SessionState | undefined {
  return useCall('session', 'state', {}).data;
}

/** What the person who is signed in may do: the screen only follows, the main side enforces. */
export function useMay(): {write: boolean; approve: boolean} {
  const account = useSessionState()?.account;
  return {
    write: account ? mayCall(account.role, 'command') : false,
    approve: account ? mayApprove(account.role) : false,
  };
}
