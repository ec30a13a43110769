import {runInNewContext} from 'node:vm';
import {expect, test} from 'vitest';
import {applied, mutantsOf, withGuardedLoops} from './mutants.ts';

const rows: [source: string, becomes: string[]][] = [
  ['if (a < 1) b();', ['if (true) b();', 'if (false) b();', 'if (a <= 1) b();', 'if (a >= 1) b();', 'if (a < 1) ;']],
  ['const a = !b;', ['const a = b;']],
  ["const a = 'ә' + b;", ["const a = '' + b;"]],
  ['const a = (b) + c;', ['const a = (b) - c;']],
  [
    "type A = 'a'; const b = {'c': true} as Record<'c', true>;",
    ["type A = 'a'; const b = {'c': false} as Record<'c', true>;"],
  ],
  ["const all = ['a', 'b'] as const;", []],
  ["import a from 'a'; const b = text('Сақтау', 'Сохранить');", []],
  ["field('Тегі', 'Фамилия', 'date');", [';', "field('Тегі', 'Фамилия', '');"]],
  ['const f = () => { return 1; };', ['const f = () => { return; };']],
  ['const f = () => { return undefined; };', []],
];

test.each(rows)('%s', (source, becomes) => {
  expect(mutantsOf(source).map(mutant => applied(source, mutant))).toEqual(becomes);
});

test('each bears the line on which it stands', () => {
  expect(mutantsOf('// ә\n\nconst a = b && c;')).toMatchObject([{line: 3, was: '&&', becomes: '||'}]);
});

test('a loop that does not end throws, and one that ends is what it was', () => {
  const endless = withGuardedLoops('for (;;) for (;;) a += 1;');
  expect(() => runInNewContext(endless, {a: 0})).toThrow('does not end');
  const numbers: number[] = [];
  const finite = 'for (const a of [1, 2]) for (const b of [3]) { to.push(a + b); } while (to.length < 4) to.push(0);';
  runInNewContext(withGuardedLoops(finite), {to: numbers});
  expect(numbers).toEqual([4, 5, 0, 0]);
  expect(withGuardedLoops('const a = 1;')).toBe('const a = 1;');
});
