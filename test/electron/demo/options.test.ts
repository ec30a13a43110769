import {chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {readDemoOptions} from '../../../electron/demo/options.ts';
import {prepareOutFolder} from '../../../electron/demo/out-folder.ts';
import {organisationTypes} from '../../../domain/vocabulary.ts';
import {lacks} from '../../support/lacks.ts';

const root = mkdtempSync(join(tmpdir(), 'tirek-demo-out-'));
afterAll(() => rmSync(root, {recursive: true, force: true}));

describe('readDemoOptions', () => {
  test('asks only for the folder', () => {
    expect(readDemoOptions(['--out', 'x'], '2026-11-23')).toEqual({
      out: 'x',
      seed: '1',
      recipients: 60,
      until: '2026-11-23',
      types: organisationTypes,
    });
  });

  test.each([
    [[], '--out'],
    [['--out', 'x', '--recipients', '2'], '--recipients'],
    [['--out', 'x', '--recipients', 'көп'], '--recipients'],
    [['--out', 'x', '--until', '2026-02-31'], '--until'],
    [['--out', 'x', '--until', '2001-01-01'], '--until'],
    [['--out', 'x', '--only', 'hospital'], 'hospital'],
    [['--quickly'], '--out'],
  ])('says in both languages what is wrong with %j', (args, named) => {
    const answer = readDemoOptions(args, '2026-11-23');
    const said = 'refused' in answer ? answer.refused : {kk: '', ru: ''};
    expect(said.kk).toContain(named);
    expect(said.ru).toContain(named);
  });
});

describe('prepareOutFolder', () => {
  test('makes a new folder', () => {
    const folder = join(root, 'new', 'deep');
    expect(prepareOutFolder(folder)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('leaves a folder with something in it as it is', () => {
    writeFileSync(join(root, 'mine.txt'), 'mine');
    expect(prepareOutFolder(root)?.ru).toContain('не пуста');
  });

  test('refuses a file', () => {
    writeFileSync(join(root, 'file.txt'), '');
    expect(prepareOutFolder(join(root, 'file.txt'))?.kk).toContain('файл');
  });

  // The superuser may write anywhere, so only others can see this refusal.
  test.skipIf(lacks.rightsOfFolders())('refuses a folder that is read-only', () => {
    const folder = join(root, 'closed');
    prepareOutFolder(folder);
    chmodSync(folder, 0o500);
    expect(prepareOutFolder(folder)?.ru).toContain('Нет права');
  });
});
