import {spawn} from 'node:child_process';
import {app} from 'electron';
import {logDefect} from '../../host/log.ts';
import type {Updating} from '../../host/update/updates.ts';

/** Ends this program and has the other one started with the same options. Where that one cannot be started, this one stays. */
export const restart: Updating['restart'] = ({program, args, waits}) => {
  if (!waits) {
    app.relaunch({execPath: program, args: [...args, ...process.argv.slice(1)]});
    return app.quit();
  }
  const installer = spawn(program, [...args], {detached: true, stdio: 'ignore'});
  installer.once('error', error => logDefect('update, installer', error));
  installer.once('spawn', () => {
    installer.unref();
    app.quit();
  });
};
