import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {build} from 'vite';
import {rounded, type Figure} from './figure.ts';
import type {ChildReport} from './integration-child.ts';

const root = resolve(import.meta.dirname, '../..');
const out = join(root, 'out', 'bench');
const run = promisify(execFile);
const most = 200;
/** As electron/launch/start.mjs has them. */
const memoryFlags = ['--max-semi-space-size=8'];

/**
 * The memory of a PC that takes in a first load from a stick, and of one that writes it: each side in a process of its own,
 * with the flags that the application is started with, bundled as the application is. Run from the sources, Node alone would
 * hold 200 MB more, for all that drizzle loads which the bundle leaves out.
 */
export async function measureMemory(changes: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-memory-'));
  try {
    await bundle();
    await side('make', folder, changes);
    const read = await side('read', folder, changes);
    const written = await side('write', folder, changes);
    return [figureOf('takes in', read), figureOf('writes', written)];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function bundle(): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: {noExternal: ['zod', 'drizzle-orm']},
    build: {ssr: 'test/bench/integration-child.ts', outDir: out, minify: false},
  });
}

async function side(name: 'make' | 'read' | 'write', folder: string, changes: number): Promise<ChildReport> {
  const args = [...memoryFlags, join(out, 'integration-child.js'), name, folder, String(changes)];
  const {stdout} = await run(process.execPath, args);
  return JSON.parse(stdout) as ChildReport;
}

function figureOf(what: string, {changes, seconds, parcelBytes, peak, before}: ChildReport): Figure {
  const grown = (peak - before) / 1e6;
  const rate = `${rounded(changes / seconds)} /s, a parcel of ${rounded(parcelBytes / 1e6)} MB`;
  return {
    name: `memory that a PC which ${what} ${changes} changes takes more`,
    value: rounded(grown),
    unit: 'MB',
    against: `${rounded(before / 1e6)} MB before it, at most ${rounded(peak / 1e6)} MB in all; ${rate}`,
    ratio: null,
    target: `≤ ${most} MB`,
    met: grown <= most,
  };
}
