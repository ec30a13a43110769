import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {exchangeErrors} from '../../registry/protocol/errors.ts';
import {parcelHeader} from '../../registry/protocol/header.ts';
import {limits} from '../../registry/protocol/limits.ts';
import {readPages, root} from './pages.ts';

/** Where a page says that a test holds something, there is that test: `file` «its title». */

const named = readPages().flatMap(({path, text}) =>
  [...text.matchAll(/`(test\/[\w./-]+\.(?:test|e2e|desktop)\.ts)`((?:,?\s+«[^»]+»)+)/gu)].flatMap(
    ([, file = '', titles = '']) =>
      [...titles.matchAll(/«([^»]+)»/gu)].map(([, title = '']) => ({
        page: path,
        file,
        title: title.replace(/\s+/gu, ' '),
      })),
  ),
);

test('pages name tests', () => {
  expect(named.length).toBeGreaterThan(40);
});

test('each test that is named is there, letter for letter; … stands for the rest of a title', () => {
  const sources = new Map<string, string>();
  const missing = named.filter(({file, title}) => {
    if (!existsSync(join(root, file))) return true;
    const source = sources.get(file) ?? readFileSync(join(root, file), 'utf8');
    sources.set(file, source);
    return !title.split('…').every(part => source.includes(part.trim()));
  });
  expect(missing).toEqual([]);
});

const exchange = readFileSync(join(root, 'docs/developers/exchange.md'), 'utf8');

test('the protocol page has each of the 22 rules with its test', () => {
  const rules = [...exchange.matchAll(/^\| (\d+) \| [^|]+ \| `test\/[^`]+` «[^»]+» \|$/gmu)].map(([, number]) =>
    Number(number),
  );
  expect(rules).toEqual(Array.from({length: 22}, (_, index) => index + 1));
});

test('the protocol page has every field of the header, every error with its status, every limit', () => {
  const section = exchange.slice(exchange.indexOf('## The header'), exchange.indexOf('## Taking a parcel in'));
  for (const field of Object.keys(parcelHeader.shape)) expect(section).toMatch(new RegExp(`\`${field}[\`.]`, 'u'));
  for (const [code, {status, retry}] of Object.entries(exchangeErrors)) {
    expect(exchange).toContain(`\`${code}\` | ${status} | ${retry ? 'yes ' : ''}|`);
  }
  const written = Object.values(limits).map(limit =>
    limit % 1024 === 0
      ? limit >= 2 ** 20
        ? `${limit / 2 ** 20} MiB`
        : `${limit / 2 ** 10} KiB`
      : limit.toLocaleString('en'),
  );
  const table = exchange.slice(exchange.indexOf('| limit |'), exchange.indexOf('## On a stick'));
  expect(written.filter(limit => !table.includes(limit))).toEqual([]);
});
