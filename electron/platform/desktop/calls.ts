import {ipcMain, type WebContents} from 'electron';
import {contract} from '../../contract/contract.ts';
import type {Reply} from '../../contract/kernel.ts';
import type {Dispatch} from '../../host/dispatch.ts';
import {isOurSender} from './guards.ts';

/** One channel per call of the contract. The sender is looked at before anything that it says. */
export function answerCalls(dispatch: Dispatch, windows: () => readonly WebContents[]): void {
  for (const [area, calls] of Object.entries(contract)) {
    for (const call of Object.keys(calls)) {
      ipcMain.handle(`${area}.${call}`, (event, request: unknown): Promise<Reply<unknown>> | Reply<unknown> => {
        if (!isOurSender(event, windows())) return {ok: false, error: {code: 'denied'}};
        const named = typeof request === 'object' && request !== null ? {...request, area, call} : undefined;
        return dispatch(named);
      });
    }
  }
}
