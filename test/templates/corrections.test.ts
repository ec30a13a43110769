import {describe, expect, test} from 'vitest';
import {corrected, labelAt} from '../../templates/core/corrections.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';

const words = {kk: 'Түзетілген', ru: 'Исправлено'};

describe('corrected labels', () => {
  test('have other words at their place, and nothing else is otherwise', () => {
    const made = corrected(appendix4, [
      {field: 'title', ...words},
      {field: 'footnotes.0', ...words},
    ]);
    expect(made.title).toEqual({...appendix4.title, ...words});
    expect(made.footnotes[0]).toEqual({...appendix4.footnotes[0], ...words});
    expect({...made, title: appendix4.title, footnotes: appendix4.footnotes}).toEqual(appendix4);
    expect(appendix4.title.ru).not.toBe(words.ru);
  });

  test('of a place that this version does not have change nothing', () => {
    expect(corrected(appendix4, [{field: 'fields.colour.label', ...words}])).toBe(appendix4);
  });

  test.each(['fields', 'checks.0.say', 'toString', 'fields.constructor', '', 'title.kk'])(
    'no label stands at «%s»',
    place => {
      expect(labelAt(appendix4, place)).toBeUndefined();
    },
  );
});
