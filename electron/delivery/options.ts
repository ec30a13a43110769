import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {text, type Text} from '../../domain/text.ts';
import {versionShape} from '../../domain/version.ts';
import {targets, type Target} from './targets.ts';

export interface DistOptions {
  readonly out: string;
  /** The unpacked application of this machine alone. */
  readonly dir: boolean;
  readonly start: boolean;
  readonly targets: readonly Target[];
  /** A folder with Electron for this machine; undefined: electron-builder fetches its own. */
  readonly electron: string | undefined;
  /** The version that the program says it is; undefined: that of package.json. */
  readonly version: string | undefined;
  /** Whose update files it takes: an Ed25519 public key, base64url; undefined: nobody's. */
  readonly publisherKey: string | undefined;
  /** What a package of Debian says of its publisher. */
  readonly homepage: string | undefined;
  readonly maintainer: string | undefined;
}

const names = targets.map(({name}) => name).join(', ');

export const usage = text(
  `Қолданылуы: npm run dist -- [параметрлер]
  --dir             орнатқышсыз, осы компьютерге арналған ашық қалта
  --start           --dir жасағанын бірден іске қосу
  --target АТЫ      тек осы орнатқыш (қайталауға болады): ${names}
  --electron ҚАЛТА  осы компьютерге арналған Electron қалтасы (немесе ELECTRON_OVERRIDE_DIST_PATH)
  --out ҚАЛТА       нәтиже қалтасы (әдепкіде dist)
  --version N       package.json-дағыдан басқа нұсқа
Орта айнымалылары: TIREK_HOMEPAGE, TIREK_MAINTAINER — deb үшін; TIREK_PUBLISHER_KEY — жаңарту файлдарына қол қоятын ашық кілт (npm run release:sign -- --help)`,
  `Использование: npm run dist -- [параметры]
  --dir             без установщика, открытая папка для этого компьютера
  --start           сразу запустить то, что сделал --dir
  --target ИМЯ      только этот установщик (можно повторять): ${names}
  --electron ПАПКА  папка с Electron для этого компьютера (или ELECTRON_OVERRIDE_DIST_PATH)
  --out ПАПКА       куда положить (по умолчанию dist)
  --version N       другая версия, чем в package.json
Переменные окружения: TIREK_HOMEPAGE, TIREK_MAINTAINER — для deb; TIREK_PUBLISHER_KEY — открытый ключ, которым подписаны файлы обновления (npm run release:sign -- --help)`,
);

/** A public key: 32 bytes. */
const publicKey = /^[\w-]{43}$/;

export function readDistOptions(args: readonly string[], env: NodeJS.ProcessEnv): DistOptions | {refused: Text} {
  const values = parse(args);
  if (values === undefined || values.help) return {refused: usage};
  const chosen = values.target ?? [];
  const unknown = chosen.find(name => !targets.some(target => target.name === name));
  if (unknown !== undefined) return {refused: text(`--target ${unknown}: ${names}`, `--target ${unknown}: ${names}`)};
  if (values.version !== undefined && !versionShape.test(values.version)) {
    return {refused: text('--version: 1.2.3 түрінде', '--version: в виде 1.2.3')};
  }
  const publisherKey = env['TIREK_PUBLISHER_KEY'] || undefined;
  if (publisherKey !== undefined && !publicKey.test(publisherKey)) {
    return {
      refused: text(
        'TIREK_PUBLISHER_KEY: base64url түріндегі 32 байт керек',
        'TIREK_PUBLISHER_KEY: нужны 32 байта в виде base64url',
      ),
    };
  }
  const electron = values.electron ?? (env['ELECTRON_OVERRIDE_DIST_PATH'] || undefined);
  return {
    out: resolve(values.out),
    dir: values.dir || values.start,
    start: values.start,
    targets: chosen.length === 0 ? targets : targets.filter(({name}) => chosen.includes(name)),
    electron: electron === undefined ? undefined : resolve(electron),
    version: values.version,
    publisherKey,
    homepage: env['TIREK_HOMEPAGE'] || undefined,
    maintainer: env['TIREK_MAINTAINER'] || undefined,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: {type: 'boolean', default: false},
        dir: {type: 'boolean', default: false},
        start: {type: 'boolean', default: false},
        target: {type: 'string', multiple: true},
        electron: {type: 'string'},
        out: {type: 'string', default: 'dist'},
        version: {type: 'string'},
      },
    }).values;
  } catch {
    return undefined;
  }
}
