import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {basename, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {migrations} from '../../db/migrations/list.ts';
import {text, type Text} from '../../domain/text.ts';
import {oldestReplaced, versionShape} from '../../domain/version.ts';
import {makeSigningKeys, signingKeysOf} from '../../registry/parcel/keys.ts';
import {updateEnd} from '../../registry/parcel/update-file.ts';
import {architectures} from '../../registry/protocol/update.ts';
import {readProgram} from '../host/program.ts';
import {signUpdate, type Release} from './sign-update.ts';

/** `npm run release:sign`: an update file out of an installer; and the publisher's pair of keys, once. */

const exitCodes = {done: 0, failed: 1, wrongUse: 64} as const;

const usage = text(
  `Қолданылуы: npm run release:sign -- --new-key ФАЙЛ
  жаңа кілт жұбын жасайды: құпиясы ФАЙЛ-да қалады (оны басқа жерде сақтаңыз), ашығы көрсетіледі (TIREK_PUBLISHER_KEY)
немесе: npm run release:sign -- --key ФАЙЛ --from ОРНАТҚЫШ|ҚАЛТА --news-kk ФАЙЛ --news-ru ФАЙЛ
  --version N  әдепкіде package.json-дағы нұсқа     --oldest N  қай нұсқадан бастап жаңартады (әдепкіде екі нұсқа бұрынғы)
  --arch x64|arm64  әдепкіде x64                    --to ФАЙЛ  әдепкіде ОРНАТҚЫШ${updateEnd}`,
  `Использование: npm run release:sign -- --new-key ФАЙЛ
  делает новую пару ключей: секретный остается в ФАЙЛЕ (храните его отдельно), открытый печатается (TIREK_PUBLISHER_KEY)
или: npm run release:sign -- --key ФАЙЛ --from УСТАНОВЩИК|ПАПКА --news-kk ФАЙЛ --news-ru ФАЙЛ
  --version N  по умолчанию из package.json         --oldest N  с какой версии обновляет (по умолчанию две назад)
  --arch x64|arm64  по умолчанию x64                --to ФАЙЛ  по умолчанию УСТАНОВЩИК${updateEnd}`,
);

async function main(): Promise<number> {
  const values = parse(process.argv.slice(2));
  if (values?.['new-key'] !== undefined) return makeKey(values['new-key']);
  const release = values === undefined ? undefined : releaseOf(values);
  if (release === undefined) {
    complain(usage);
    return exitCodes.wrongUse;
  }
  await signUpdate(release);
  process.stdout.write(`${release.to}\n`);
  return exitCodes.done;
}

function makeKey(file: string): number {
  if (existsSync(file)) {
    complain(text(`${file} бар: кілтті басып жазбаймын.`, `${file} уже есть: ключ не перезаписывается.`));
    return exitCodes.failed;
  }
  const {secret, keys} = makeSigningKeys();
  writeFileSync(file, `${secret.sign}\n`, {mode: 0o600});
  process.stdout.write(`TIREK_PUBLISHER_KEY=${keys.sign}\n`);
  return exitCodes.done;
}

function releaseOf(values: NonNullable<ReturnType<typeof parse>>): Release | undefined {
  const {key, from, 'news-kk': kk, 'news-ru': ru} = values;
  if (key === undefined || from === undefined || kk === undefined || ru === undefined) return undefined;
  const version = values.version ?? readProgram(resolve(import.meta.dirname, '..')).version;
  const oldest = values.oldest ?? oldestReplaced(version);
  const architecture = architectures.find(each => each === values.arch);
  if (oldest === undefined || architecture === undefined) return undefined;
  if (![version, oldest].every(each => versionShape.test(each))) return undefined;
  const secret = readFileSync(key, 'utf8').trim();
  // Throws now, not after minutes, where it is none.
  signingKeysOf({sign: secret});
  return {
    from,
    to: values.to ?? `${basename(from)}${updateEnd}`,
    secret,
    version,
    oldest,
    schema: migrations.length,
    architecture,
    news: text(readFileSync(kk, 'utf8').trim(), readFileSync(ru, 'utf8').trim()),
    madeAt: new Date().toISOString(),
  };
}

function parse(args: readonly string[]) {
  try {
    const word = {type: 'string'} as const;
    return parseArgs({
      args: [...args],
      options: {
        'new-key': word,
        'key': word,
        'from': word,
        'to': word,
        'version': word,
        'oldest': word,
        'arch': {type: 'string', default: 'x64'},
        'news-kk': word,
        'news-ru': word,
      },
    }).values;
  } catch {
    return undefined;
  }
}

function complain({kk, ru}: Text): void {
  process.stderr.write(`${kk}\n${ru}\n`);
}

process.exitCode = await main();
