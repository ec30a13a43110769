import {app, dialog, type BrowserWindow} from 'electron';
import {languages, text} from '../../../domain/text.ts';
import {logInfo} from '../../host/log.ts';

/** A page that dies so often will die again. */
const mostCrashes = 3;
const within = 60_000;

const words = text(
  'Терезе қайта-қайта тоқтап қалды. Енгізілгендер сақталған. Бағдарламаны қайта ашыңыз. Қайталанса, компьютерді қайта іске қосыңыз.',
  'Окно остановилось несколько раз подряд. Введённое сохранено. Откройте программу снова. Если повторится, перезагрузите компьютер.',
);
const closing = text('Жабу', 'Закрыть');

/**
 * A page whose process died (no memory left, a defect of the graphics driver) is loaded anew: the session and what was
 * half-typed live in this process and in the database. No report of it is written, on the disk or elsewhere: it would hold
 * the memory of the page.
 */
export function reloadWhenGone(window: BrowserWindow): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, {reason}) => {
    if (reason === 'clean-exit') return;
    logInfo(`page: its process ended, ${reason}`);
    const now = Date.now();
    crashes = [...crashes.filter(each => now - each < within), now];
    if (crashes.length < mostCrashes) {
      // Asked for before this event has returned, Electron dies with its page.
      setTimeout(() => window.webContents.reload());
      return;
    }
    const both = languages.map(language => words[language]).join('\n\n');
    const button = languages.map(language => closing[language]).join(' / ');
    dialog.showMessageBoxSync({type: 'error', title: 'Тірек', message: both, buttons: [button]});
    app.quit();
  });
}
