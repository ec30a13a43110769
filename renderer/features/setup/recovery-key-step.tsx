import {RecoveryKey} from '../../form/recovery-key.tsx';

export function RecoveryKeyStep({next}: {next: () => Promise<void>}) {
  return <RecoveryKey onHeld={next} />;
}
