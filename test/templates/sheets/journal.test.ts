import {expect, test} from 'vitest';
import {ownJournalSheet} from '../../../templates/sheets/journal.ts';
import {sampleJournal} from '../../support/sample-papers.ts';
import {must} from '../../../domain/assert.ts';

test('the journal for the portal: as many words as there are columns, without the white space of paper', () => {
  const {heads, cells} = ownJournalSheet;
  expect(heads).toHaveLength(14);
  const row = must(sampleJournal.rows?.[0]);
  for (const language of ['kk', 'ru'] as const) {
    const words = cells(row, language);
    expect(words).toHaveLength(14);
    expect(words.join('')).not.toContain('\u00a0');
    expect(words.filter(each => each !== '').length).toBeGreaterThan(5);
  }
  expect(cells({}, 'ru').join('').replaceAll('\n', '')).toBe('');
});
