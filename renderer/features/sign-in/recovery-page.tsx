import type {SessionState} from '../../../electron/contract/session.ts';
import {useText} from '../../lib/language.tsx';
import {signInText} from '../../text/sign-in.ts';
import {Door} from '../../ui/door.tsx';
import {RecoveryForm} from './recovery-form.tsx';

/** The locked door for somebody who has forgotten the password and holds the recovery key. */
export function RecoveryPage({
  session,
  onOpen,
  onBack,
}: {
  session: SessionState;
  onOpen: () => void;
  onBack: () => void;
}) {
  const {t} = useText();
  return (
    <Door title={t(signInText.recoveryTitle)} footer={t(signInText.version(session.version))}>
      <RecoveryForm accounts={session.accounts} onOpen={onOpen} onBack={onBack} />
    </Door>
  );
}
