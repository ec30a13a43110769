import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {dialog, Notification, type BrowserWindow} from 'electron';
import type {Platform} from '../../handlers/platform.ts';
import {writeAtomically} from '../../host/atomic-file.ts';
import {findSticks} from '../../host/sticks.ts';

export function desktopPlatform(version: string, window: () => BrowserWindow | undefined): Platform {
  return {
    host: 'desktop',
    version,
    async saveFile(name, bytes) {
      const owner = window();
      const options = {defaultPath: name};
      const answer = await (owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options));
      if (answer.canceled) return {saved: false};
      // A disk that fills up on the way leaves neither half a paper nor half of the one that stood there.
      writeAtomically(answer.filePath, bytes);
      return {saved: true};
    },
    async openFile(extensions) {
      const owner = window();
      const options = {properties: ['openFile' as const], filters: [{name: '', extensions: [...extensions]}]};
      const answer = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
      const path = answer.filePaths[0];
      return path === undefined ? undefined : {name: basename(path), bytes: await readFile(path)};
    },
    async chooseFolder() {
      const owner = window();
      const options = {properties: ['openDirectory' as const]};
      const answer = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
      return answer.filePaths[0];
    },
    findSticks,
    notify(title, body) {
      if (Notification.isSupported()) new Notification({title, body}).show();
    },
  };
}
