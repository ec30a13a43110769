import {createHash} from 'node:crypto';
import {availableParallelism, tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {defineConfig} from 'vitest/config';
import {LongestFirst} from './support/longest-first.ts';

/** The suffix says what a test needs: nothing, a real Chromium, a real Electron, a way to the packages of npm. */
const projects = [
  {name: 'unit', include: ['test/**/*.test.{ts,tsx}'], testTimeout: 120_000},
  {name: 'e2e', include: ['test/**/*.e2e.ts'], testTimeout: 300_000},
  {name: 'desktop', include: ['test/**/*.desktop.ts'], testTimeout: 300_000},
  {name: 'newcomer', include: ['test/**/*.newcomer.ts'], testTimeout: 1_200_000},
];

const root = resolve(import.meta.dirname, '..');

/** What a run keeps for the next one of the same checkout. */
const kept = join(tmpdir(), `tirek-vitest-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);

export default defineConfig({
  root,
  // The project may be read-only, as in the sandbox of the desktop tests.
  cacheDir: kept,
  test: {
    fsModuleCachePath: join(kept, 'modules'),
    sequence: {sequencer: LongestFirst},
    projects: projects.map(({name, include, testTimeout}) => ({
      extends: true,
      test: {
        name,
        include,
        testTimeout,
        hookTimeout: 120_000,
        // Windows on one display would take the keyboard from each other.
        fileParallelism: name !== 'desktop',
        // A machine that stands still for half a minute is not a fault of the program. What passed only at the second
        // attempt is listed under «flaky» at the end of the stage, for somebody to find the cause.
        retry: name === 'e2e' || name === 'desktop' ? 1 : 0,
        // On two cores one would be left idle; a walk waits for its page a third of its time.
        ...(name === 'desktop' ? {} : {maxWorkers: Math.max(2, availableParallelism() - 1)}),
        // A worker reads the program once, not anew for each of its files: nothing of it keeps anything between two tests.
        isolate: false,
        setupFiles: name === 'unit' ? ['test/support/light-passwords.ts', 'test/support/made-databases.ts'] : [],
      },
    })),
  },
});
