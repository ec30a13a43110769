import type {TransferState} from '../../../domain/transfer.ts';
import type {Tone} from '../../ui/status-badge.tsx';

export const stateTones: Record<TransferState, Tone> = {
  prepared: 'calm',
  sent: 'wait',
  received: 'wait',
  accepted: 'good',
  rejected: 'late',
  cancelled: 'off',
};
