import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {alone} from './lock.mjs';
import {run} from './run.mjs';
import {say, Stop} from './say.mjs';

/** Installs the packages of package-lock.json where they are not there yet. Fast when they are: one hash. */
export async function ensureInstalled(root) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
  if (installed(root, wanted)) return;
  await alone(root, async () => {
    if (installed(root, wanted)) return;
    if (!matches(root, JSON.parse(lock))) await install(root);
    writeFileSync(stampFile(root), wanted);
  });
}

function stampFile(root) {
  return join(root, 'node_modules', '.tirek-installed');
}

function installed(root, wanted) {
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === wanted;
}

/** npm's own record of what lies in node_modules, against the lock: somebody may have run npm by hand. */
function matches(root, lock) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const there = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = lock.packages;
  const same = path => wanted[path] !== undefined && wanted[path].version === there[path].version;
  const missing = ([path, entry]) =>
    path !== '' && there[path] === undefined && entry.optional !== true && entry.devOptional !== true;
  return Object.keys(there).every(same) && !Object.entries(wanted).some(missing);
}

async function install(root) {
  say(
    'Қажетті бумалар орнатылуда (бір рет, бірнеше минут)…',
    'Устанавливаются нужные пакеты (один раз, несколько минут)…',
  );
  const {command, first, shell} = npm();
  // Not `npm ci`: it refuses a lock without an entry for each platform's binary of each tool, and the registry that the
  // lock was made with does not have them all. What the lock has is installed as it says; the lock is not rewritten.
  const how = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = await run(command, [...first, ...how], {cwd: root, keep: 'and-show', shell});
  if (result.code === 0) return;
  throw why(result.output);
}

/** The npm that started us, or the one that lies beside Node, or the one on the PATH. */
function npm() {
  const script = [
    process.env.npm_execpath,
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find(path => path?.endsWith('npm-cli.js') && existsSync(path));
  if (script !== undefined) return {command: process.execPath, first: [script], shell: false};
  return {command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [], shell: process.platform === 'win32'};
}

function why(output) {
  if (/ENOSPC/.test(output)) {
    return new Stop(
      'Дискіде орын жоқ. Кемінде 2 ГБ босатып, команданы қайталаңыз.',
      'На диске нет места. Освободите не меньше 2 ГБ и повторите команду.',
    );
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|network/i.test(output)) {
    return new Stop(
      'Желі жоқ. Бумалар бір рет желі арқылы орнатылады: желіні қосып, команданы қайталаңыз. Кейін желі қажет емес.',
      'Нет сети. Пакеты один раз ставятся по сети: подключите её и повторите команду. Дальше сеть не нужна.',
    );
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new Stop(
      'Бағдарлама қалтасына жазуға рұқсат жоқ. Қалтаны өз құжаттарыңызға көшіріп, команданы қайталаңыз.',
      'Нет права писать в папку программы. Скопируйте её в свои документы и повторите команду.',
    );
  }
  return new Stop(
    'Бумаларды орнату сәтсіз аяқталды (жоғарыдағы жазбаны қараңыз). Команданы қайталап көріңіз.',
    'Установка пакетов не удалась (см. запись выше). Попробуйте повторить команду.',
  );
}
