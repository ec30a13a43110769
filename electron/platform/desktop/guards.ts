import {app, session, type IpcMainInvokeEvent, type WebContents} from 'electron';
import {pageOrigin} from './page-protocol.ts';

/**
 * What the page is never given, whatever runs in it: other windows, other addresses, devices, notifications of the
 * web, embedded views. The application asks for none of them.
 */
export function refuseEverythingElse(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({action: 'deny'}));
    contents.on('will-navigate', event => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', event => event.preventDefault());
    contents.on('will-attach-webview', event => event.preventDefault());
  });
}

/** After the application is ready: the session exists only then. */
export function refusePermissions(): void {
  const {defaultSession} = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  // No dictionary is ever fetched, and no English word list underlines Kazakh.
  defaultSession.setSpellCheckerEnabled(false);
  // Nothing but the page itself: also not what a dependency might try.
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isOurs(details.url) || /^(blob|data|devtools):/.test(details.url);
    answer({cancel: !allowed});
  });
}

function isOurs(url: string): boolean {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`);
}

/** A call is answered only to the top frame of a window that we have made, showing our own page. */
export function isOurSender(event: IpcMainInvokeEvent, windows: readonly WebContents[]): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOurs(frame.url) && windows.includes(event.sender);
}
