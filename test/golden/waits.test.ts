import {readdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, test} from 'vitest';

/** A test about the tests: none sleeps where it could wait for the thing itself, none is left out in silence. */

const root = resolve(import.meta.dirname, '..');
const files = readdirSync(root, {recursive: true, encoding: 'utf8'})
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => /\.tsx?$/.test(file) && file !== 'golden/waits.test.ts');

function linesWith(pattern: RegExp): Record<string, string[]> {
  const found = files.map(file => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return [file, lines.filter(line => pattern.test(line)).map(line => line.trim())] as const;
  });
  return Object.fromEntries(found.filter(([, lines]) => lines.length > 0));
}

describe('a test that waits', () => {
  /** A pause of its own; `setTimeout(resolve)` without a number is one turn of the loop. */
  const sleep = /waitForTimeout|timers\/promises|setTimeout\(\s*\w+\s*,/;

  test('does so by support/time.ts, which asks for the reason', () => {
    const {'support/time.ts': own, ...others} = linesWith(sleep);
    expect(own).toHaveLength(1);
    // Upper limits of waiting for something else: for a page that draws nothing, and for one that never stands still.
    expect(Object.keys(others)).toEqual(['screens/camera.ts', 'walk/walker.ts']);
  });

  test.each([
    'await page.waitForTimeout(200);',
    'await new Promise(resolve => setTimeout(resolve, 300));',
    "import {setTimeout as wait} from 'node:timers/promises';",
  ])('is found: %s', line => {
    expect(line).toMatch(sleep);
  });
});

describe('a test that is skipped', () => {
  test('says by support/lacks.ts what the machine lacks for it', () => {
    const skipping = /\b(?:test|it|describe)\b[\w.]*\.(?:skip|skipIf|runIf|todo|fails)\b|\.runIf\(|\.skipIf\(|\.todo\(/;
    const silent = Object.entries(linesWith(skipping)).flatMap(([file, lines]) =>
      lines.filter(line => !/\.skipIf\(lacks\.\w+\(\)\)/.test(line)).map(line => `${file}: ${line}`),
    );
    expect(silent).toEqual([]);
  });
});
