import {notifications} from '@mantine/notifications';
import type {contract} from '../../electron/contract/contract.ts';
import type {InputOf} from '../../electron/contract/kernel.ts';
import {scheduleText} from '../text/schedule.ts';
import {client} from './bridge.ts';
import {failureText} from './failures.ts';
import {useText} from './language.tsx';
import {saveBytes} from './save-file.ts';
import {useSessionState} from './session.ts';
import {tellFailure} from './tell-failure.tsx';

type Source = InputOf<(typeof contract)['schedule']['excel']>['source'];

/** Saves a picture as a workbook. A page in a browser cannot be asked where to: the browser does that with a download. */
export function useSavingPicture(): (source: Source) => Promise<void> {
  const {t, language} = useText();
  const session = useSessionState();
  return async source => {
    try {
      if (session?.host === 'loopback') {
        const {file, fileName} = await client.schedule.excel({source, language});
        saveBytes(file, fileName);
      } else if (!(await client.schedule.saveExcel({source, language})).saved) return;
      notifications.show({message: t(scheduleText.saved)});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  };
}
