import {parseArgs} from 'node:util';
import {Stop} from './say.mjs';

export const usage = {
  kk: `Қолданылуы: npm start -- [параметрлер]
  --desktop        Electron терезесінде ғана ашу
  --loopback       браузер терезесінде ашу (Chromium, Chrome немесе Edge)
  --port N         браузерге арналған порт; 0 — кез келген бос порт
  --data ҚАЛТА     деректер қалтасы
  --no-open        терезе ашпау, тек мекенжайын көрсету`,
  ru: `Использование: npm start -- [параметры]
  --desktop        открыть только в окне Electron
  --loopback       открыть в окне браузера (Chromium, Chrome или Edge)
  --port N         порт для браузера; 0 — любой свободный
  --data ПАПКА     папка данных
  --no-open        не открывать окно, только показать адрес`,
};

/** {desktop, loopback, open, help, host: the options for the host itself}. Throws `Stop` for what cannot be meant. */
export function readOptions(args) {
  const values = parse(args);
  if (values.desktop && values.loopback) {
    throw bad('--desktop мен --loopback бірге берілмейді', '--desktop и --loopback вместе не задаются');
  }
  if (values.port !== undefined && !isPort(values.port)) {
    throw bad(
      `--port ${values.port}: 0 мен 65535 арасындағы сан керек`,
      `--port ${values.port}: нужно число от 0 до 65535`,
    );
  }
  if (values.data === '') throw bad('--data: қалтаны көрсетіңіз', '--data: укажите папку');
  if (values.desktop && (values.port !== undefined || values['no-open'])) {
    throw bad('--port пен --no-open тек браузерге арналған', '--port и --no-open — только для браузера');
  }
  const browser = values.loopback || values.port !== undefined || values['no-open'] === true;
  const host = [
    ...(values.data === undefined ? [] : ['--data', values.data]),
    ...(values.port === undefined ? [] : ['--port', values.port]),
    ...(values['no-open'] ? ['--no-open'] : []),
  ];
  return {desktop: values.desktop === true, loopback: browser, help: values.help === true, host};
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        'desktop': {type: 'boolean'},
        'loopback': {type: 'boolean'},
        'port': {type: 'string'},
        'data': {type: 'string'},
        'no-open': {type: 'boolean'},
        'help': {type: 'boolean'},
      },
    }).values;
  } catch (error) {
    const about = /'([^']+)'/.exec(error.message)?.[1] ?? args.join(' ');
    throw bad(`Түсініксіз параметр: ${about}`, `Непонятный параметр: ${about}`);
  }
}

function isPort(text) {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function bad(kk, ru) {
  return new Stop(`${kk}.\n${usage.kk}\n`, `${ru}.\n${usage.ru}`, 64);
}
