import {join} from 'node:path';
import {BrowserWindow, Menu, screen} from 'electron';
import {pageOrigin} from './page-protocol.ts';
import {readWindowState, writeWindowState} from './window-state.ts';

/** The smallest screen of an old office PC, less its task bar. */
const smallest = {width: 1024, height: 640};

export function openMainWindow(options: {preload: string; icon: string; stateFile: string}): BrowserWindow {
  // No menu bar: its words would be English, and every action has its place on the screen. Editing keys still work.
  Menu.setApplicationMenu(process.platform === 'darwin' ? macMenu() : null);
  const state = readWindowState(options.stateFile, screen.getPrimaryDisplay().workAreaSize);
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Тірек',
    icon: options.icon,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(options.stateFile, {bounds: window.getNormalBounds(), maximized: window.isMaximized()});
  });
  void window.loadURL(`${pageOrigin}/`);
  return window;
}

/** On a Mac the editing keys come from the menu: only its roles, which the system words itself. */
function macMenu(): Menu {
  return Menu.buildFromTemplate([{role: 'appMenu'}, {role: 'editMenu'}, {role: 'windowMenu'}]);
}

export function preloadPath(mainFolder: string): string {
  return join(mainFolder, '..', 'preload', 'preload.cjs');
}
