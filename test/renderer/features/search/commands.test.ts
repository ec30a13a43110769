import {describe, expect, test} from 'vitest';
import {matchingCommands} from '../../../../renderer/features/search/commands.ts';
import {searchText} from '../../../../renderer/text/search.ts';

const commands = Object.entries(searchText.commandNames).map(([key, name]) => ({key, name, run: () => undefined}));

describe('matchingCommands', () => {
  test.each([
    ['журнал', ['journal', 'newEntry']],
    // The Russian layout's keys on the Latin one.
    [';ehyfk', ['journal', 'newEntry']],
    // In Kazakh while the screen may be in Russian; letters folded.
    ['қызметкер', ['staff', 'importStaff']],
    ['кызметкер', ['staff', 'importStaff']],
    ['блан печ', ['papers']],
    ['ъъъ ыыы', []],
  ])('%s', (typed, keys) => {
    expect(matchingCommands(commands, typed).map(command => command.key)).toEqual(keys);
  });

  test('whose whole name was typed comes first', () => {
    const [first] = matchingCommands(commands.toReversed(), searchText.commandNames.staff.kk);
    expect(first?.key).toBe('staff');
  });

  test('nothing typed: all', () => {
    expect(matchingCommands(commands, ' ')).toHaveLength(commands.length);
  });
});
