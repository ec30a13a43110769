import {notifications} from '@mantine/notifications';
import {MeetForm} from '../../form/meet-form.tsx';
import {RegistryForm} from '../../form/registry-form.tsx';
import {useText} from '../../lib/language.tsx';
import {connectText} from '../../text/connect.ts';
import {Dialog} from '../../ui/dialog.tsx';

export type Way = 'registry' | 'pc';

/** Finds somebody to exchange with. An exchange with a registry begins by itself. */
export function ConnectDialog({way, onClose}: {way: Way; onClose: () => void}) {
  const {t} = useText();
  const isRegistry = way === 'registry';
  return (
    <Dialog size="lg" title={t(isRegistry ? connectText.registryTitle : connectText.cardsTitle)} onClose={onClose}>
      {isRegistry ? (
        <RegistryForm
          onConnected={() => {
            notifications.show({message: t(connectText.connected)});
            onClose();
          }}
          onAsked={onClose}
        />
      ) : (
        <MeetForm onMet={onClose} />
      )}
    </Dialog>
  );
}
