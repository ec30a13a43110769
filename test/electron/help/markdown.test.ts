import {describe, expect, test} from 'vitest';
import {readPage} from '../../../electron/help/markdown.ts';

const said: Readonly<Record<string, string>> = {'planText.approve': 'Утвердить'};

function read(source: string): ReturnType<typeof readPage> {
  return readPage('plan', source, reference => {
    const words = said[reference];
    if (words === undefined) throw new Error(`no words are called ${reference}`);
    return words;
  });
}

test('a page becomes a small tree', () => {
  const source = [
    '# План',
    '',
    'Нажмите {{planText.approve}} или `Ctrl+K`,',
    'см. [роли](roles#add) и **важное**.',
    '',
    '## Шаги: {{planText.approve}} {#steps}',
    '',
    '1. Первый,',
    '  и дальше',
    '2. Второй',
    '- Иное',
    '',
    '> Осторожно.',
  ].join('\n');
  expect(read(source)).toEqual({
    id: 'plan',
    title: 'План',
    sections: [
      {
        anchor: '',
        title: '',
        level: 2,
        blocks: [
          {
            kind: 'words',
            words: [
              'Нажмите ',
              {said: 'Утвердить'},
              ' или ',
              {key: 'Ctrl+K'},
              ', см. ',
              {to: 'roles#add', words: 'роли'},
              ' и ',
              {bold: 'важное'},
              '.',
            ],
          },
        ],
      },
      {
        anchor: 'steps',
        title: 'Шаги: Утвердить',
        level: 2,
        blocks: [
          {kind: 'steps', items: [['Первый, и дальше'], ['Второй']]},
          {kind: 'points', items: [['Иное']]},
          {kind: 'note', words: ['Осторожно.']},
        ],
      },
    ],
  });
});

describe('is refused with its line', () => {
  const cases: readonly {name: string; source: string; message: string}[] = [
    {name: 'words of the screen that are gone', source: '# А\n\n{{planText.gone}}', message: 'plan.md:3: no words'},
    {name: 'raw HTML', source: '# А\n\n<b>жирно</b>', message: 'plan.md:3: a mark'},
    {name: 'a link elsewhere', source: '# А\n\n[сюда](https://example.kz)', message: 'plan.md:3: a mark'},
    {name: 'a heading without an anchor', source: '# А\n\n## Б', message: 'plan.md:3: a heading'},
    {name: 'a page without a title', source: 'слова', message: 'plan.md:1: the page'},
    {name: 'a mark that is not closed', source: '# А\n\nвот **так', message: 'plan.md:3: a mark'},
  ];
  for (const {name, source, message} of cases) {
    test(name, () => expect(() => read(source)).toThrow(message));
  }
});
