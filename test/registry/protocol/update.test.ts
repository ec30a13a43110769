import {expect, test} from 'vitest';
import {updateHeader, whyUnfit, type Installed, type UpdateHeader} from '../../../registry/protocol/update.ts';

const header: UpdateHeader = {
  format: 1,
  version: '1.4.0',
  oldest: '1.2.0',
  schema: 12,
  system: 'win32',
  architecture: 'x64',
  packaging: 'nsis',
  madeAt: '2026-11-27T06:00:00Z',
  news: {kk: 'Жаңа', ru: 'Новое'},
  parts: [{path: 'Tirek-1.4.0-x64.exe', size: 1, sha256: '0'.repeat(64), executable: true}],
};
const installed: Installed = {version: '1.3.0', system: 'win32', architecture: 'x64', packaging: 'nsis'};

test.each([
  [{}, null],
  [{version: '1.2.0'}, null],
  [{version: '1.1.9'}, 'too-far'],
  [{version: '1.4.0'}, 'same'],
  [{version: '1.4.1'}, 'older'],
  [{system: 'linux'}, 'other-system'],
  [{architecture: 'arm64'}, 'other-system'],
  [{packaging: 'folder'}, 'other-packaging'],
] as const)('a program that is otherwise %j: %s', (other, why) => {
  expect(whyUnfit(header, {...installed, ...other})).toBe(why);
});

test.each(['resources/app.asar', 'LICENSES.chromium.html'])('a part may lie at %s', path => {
  expect(updateHeader.safeParse({...header, parts: [{...header.parts[0], path}]}).success).toBe(true);
});

test.each(['../tirek', 'a/../../b', '/etc/passwd', 'C:\\tirek', 'a\\b', '', 'a//b', 'a/./b', 'CON:'])(
  'no part lies at %s',
  path => {
    expect(updateHeader.safeParse({...header, parts: [{...header.parts[0], path}]}).success).toBe(false);
  },
);

test('what a newer publisher adds is left aside', () => {
  expect(updateHeader.parse({...header, more: 1})).toEqual(header);
});
