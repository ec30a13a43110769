import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensureBuilt} from './build.mjs';
import {ensureInstalled} from './install.mjs';
import {findNode} from './node.mjs';
import {run} from './run.mjs';
import {launch, refuseUnknown} from './say.mjs';

// npm run coverage: which branches of the rules, the forms, the facts and the exchange no unit test goes through. With names of
// rooms, only those, by the tests beside them, which takes minutes instead of the whole unit run. `--missing` names each branch.
// Writes out/coverage.json; ends with 1 where a room is below the target.

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const target = 95;

const rooms = {
  // How the rules read the forms, the tests beside the forms say.
  domain: {folders: ['domain'], tests: ['test/domain', 'test/templates']},
  templates: {folders: ['templates'], tests: ['test/templates', 'test/golden']},
  db: {folders: ['db'], tests: ['test/db', 'test/electron/handlers']},
  exchange: {
    folders: ['registry/protocol', 'registry/parcel', 'registry/lane', 'registry/store', 'electron/exchange'],
    tests: ['test/registry', 'test/electron/exchange', 'test/electron/handlers/exchange'],
  },
};

await launch(async () => {
  const missing = process.argv.includes('--missing');
  const wanted = process.argv.slice(2).filter(each => each !== '--missing');
  refuseUnknown(wanted, Object.keys(rooms));
  await ensureInstalled(root);
  await ensureBuilt(root);
  const chosen = Object.entries(rooms).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  const tests = wanted.length === 0 ? [] : chosen.flatMap(([, room]) => room.tests);
  const folder = join(root, 'out', 'coverage');
  rmSync(folder, {recursive: true, force: true});
  const {code} = await run(findNode(root), vitestArguments(chosen, tests, folder), {cwd: root, stdout: 'inherit'});
  const file = join(folder, 'coverage-final.json');
  if (!existsSync(file)) return code === 0 ? 1 : code;
  const files = Object.values(JSON.parse(readFileSync(file, 'utf8'))).map(branchesOf);
  const report = chosen.map(([name, {folders}]) => sum(name, files, folders));
  print(report, missing);
  writeFileSync(join(root, 'out', 'coverage.json'), `${JSON.stringify({target, rooms: report}, null, 2)}\n`);
  return code !== 0 || report.some(({percent}) => percent < target) ? 1 : 0;
});

function vitestArguments(chosen, tests, folder) {
  return [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    'test/vitest.config.ts',
    '--configLoader',
    'native',
    '--project',
    'unit',
    '--silent',
    '--coverage.enabled',
    '--coverage.reporter=json',
    '--coverage.reportOnFailure',
    `--coverage.reportsDirectory=${folder}`,
    ...chosen.flatMap(([, room]) => room.folders.map(each => `--coverage.include=${each}/**/*.ts`)),
    ...tests,
  ];
}

/** {file, all, covered, lines: of the branches that nothing went through}. */
function branchesOf({path, branchMap, b}) {
  const ways = Object.entries(branchMap).flatMap(([id, {loc, locations}]) =>
    b[id].map((times, way) => ({times, line: locations[way]?.start?.line ?? loc.start.line})),
  );
  const open = ways.filter(({times}) => times === 0).map(({line}) => line);
  return {file: relative(root, path), all: ways.length, covered: ways.length - open.length, lines: [...new Set(open)]};
}

function sum(room, files, folders) {
  const inside = files.filter(({file}) => folders.some(folder => file.startsWith(`${folder}/`)));
  const total = key => inside.reduce((count, each) => count + each[key], 0);
  const [all, covered] = [total('all'), total('covered')];
  const percent = all === 0 ? 100 : Math.floor((covered * 10_000) / all) / 100;
  const open = inside.filter(({lines}) => lines.length > 0);
  return {room, branches: all, covered, percent, open: Object.fromEntries(open.map(({file, lines}) => [file, lines]))};
}

function print(report, missing) {
  for (const {room, branches, covered, percent, open} of report) {
    process.stdout.write(`${room.padEnd(10)} ${covered} of ${branches} branches, ${percent.toFixed(2)} %\n`);
    if (!missing) continue;
    for (const [file, lines] of Object.entries(open)) process.stdout.write(`  ${file}:${lines.join(',')}\n`);
  }
}
