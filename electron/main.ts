import {join} from 'node:path';
import {app, BrowserWindow} from 'electron';
import type {Host} from './host/host.ts';
import {readOptions} from './host/options.ts';
import {readProgram} from './host/program.ts';
import {findInstaller} from './host/update/find-installer.ts';
import type {Updating} from './host/update/updates.ts';
import {windowFolder} from './host/window-folder.ts';
import {answerCalls} from './platform/desktop/calls.ts';
import {desktopPlatform} from './platform/desktop/desktop-platform.ts';
import {refuseEverythingElse, refusePermissions} from './platform/desktop/guards.ts';
import {registerPageScheme, servePage} from './platform/desktop/page-protocol.ts';
import {reloadWhenGone} from './platform/desktop/page-crash.ts';
import {restart} from './platform/desktop/restart.ts';
import {openMainWindow, preloadPath} from './platform/desktop/window.ts';
import {startHostWithTour} from './tour/host-with-tour.ts';

/** Boot of the desktop application: one instance, one window, one data folder. */

const {folder} = readOptions(process.argv.slice(1));
// Electron's own files: caches, its single-instance lock.
const electronFolder = windowFolder(folder);
app.setPath('userData', electronFolder);
app.setPath('sessionData', electronFolder);

registerPageScheme();
refuseEverythingElse();

if (app.requestSingleInstanceLock()) {
  void boot();
} else {
  app.quit();
}

async function boot(): Promise<void> {
  await app.whenReady();
  refusePermissions();
  const built = join(import.meta.dirname, '..');
  servePage(join(built, 'renderer'));
  const program = readProgram(built);
  const contents = () => BrowserWindow.getAllWindows().map(each => each.webContents);
  const host: Host = startHostWithTour({
    folder,
    built,
    platform: desktopPlatform(program.version, () => BrowserWindow.getAllWindows()[0]),
    publish: topics => contents().forEach(each => each.send('changed', topics)),
    updating: updatingOf(program.publisherKey),
  });
  answerCalls(host.dispatch, contents);
  const window = openMainWindow({
    preload: preloadPath(import.meta.dirname),
    icon: join(built, 'renderer', 'icon.png'),
    stateFile: join(electronFolder, 'window.json'),
  });
  reloadWhenGone(window);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('will-quit', event => {
    if (closed) return;
    // What is being written is brought to its end, and then it goes on.
    event.preventDefault();
    void host.close().finally(() => {
      closed = true;
      // In a turn of its own: asked for before this event has returned, Electron forgets it and runs on without a window
      // (electron/electron#33643).
      setTimeout(() => app.quit());
    });
  });
}

/** Without a publisher's key no file can be believed, and a program that was not packed stands in nobody's place. */
function updatingOf(publisherKey: string | undefined): Updating | 'development' {
  const {platform, execPath, env} = process;
  const installer = app.isPackaged ? findInstaller({platform, program: execPath, env, data: folder}) : undefined;
  return publisherKey === undefined || installer === undefined ? 'development' : {publisherKey, installer, restart};
}
