import type {ServiceType} from '../../domain/vocabulary.ts';
import type {SessionState} from '../../electron/contract/session.ts';
import {may, type Right} from '../../domain/roles.ts';
import {useCall} from './use-call.ts';

/** The state of the session; undefined until it has been asked for the first time. */
export function useSessionState(): SessionState | undefined {
  return useCall('session', 'state', {}).data;
}

/** Whether the person who is signed in has a right: the screen only follows, the main side enforces. */
export function useRight(right: Right): boolean {
  const account = useSessionState()?.account;
  return account ? may(account.role, right) : false;
}

/** Whether the person who is signed in writes what stands under a service type: whole plans, or the own types. */
export function useOwnService(): (serviceType: ServiceType) => boolean {
  const account = useSessionState()?.account;
  const {data: staff = []} = useCall('facility', 'staff', {withFormer: false});
  if (!account) return () => false;
  if (may(account.role, 'plan')) return () => true;
  const own = staff.find(person => person.id === account.staffId)?.serviceTypes ?? [];
  return serviceType => own.includes(serviceType);
}
