import {expect, test} from 'vitest';
import {languages, text} from '../../../domain/text.ts';
import {auditEndPage} from '../../../templates/print/audit-end.ts';
import {listing} from '../../../templates/print/listing.ts';
import {paragraphs} from '../../support/paragraphs.ts';

const madeAt = '2026-11-27T07:00:00.000Z';

test.each(languages)('a listing in %s: each record under its heading, what belongs to it further in', language => {
  const definition = listing({
    title: 'Көшірме',
    about: ['Не туралы'],
    entries: [
      {level: 0, title: 'Адам', lines: [{label: 'Тегі', value: 'Әлиева'}]},
      {level: 1, title: 'Туысы', lines: []},
      {level: 9, title: 'Іс-шара', lines: []},
    ],
    language,
    madeAt,
  });
  expect(paragraphs(definition)).toEqual(['Көшірме', 'Не туралы', 'Адам', 'Тегі: Әлиева', 'Туысы', 'Іс-шара']);
  const margins = definition.content.slice(2).map(content => ('margin' in content ? content.margin : undefined));
  expect(margins.map(margin => margin?.slice(0, 2))).toEqual([
    [0, 10],
    [8, 0],
    [16, 6],
    [80, 6],
  ]);
  expect(definition.language).toBe(`${language}-KZ`);
});

test.each([
  {names: text('Орталық', 'Центр'), said: ['Орталық', 'Центр']},
  {names: text('«Тірек»', '«Тірек»'), said: ['«Тірек»']},
])('the end of the audit on paper names $said.length in both languages, and the code in groups', ({names, said}) => {
  const hash = '0123456789abcdef'.repeat(4);
  const page = {organisation: names, node: '00000000000000a1', seq: 17, hash, at: madeAt, readAt: '27.11.2026 12:00'};
  const words = paragraphs(auditEndPage(page));
  expect(words.slice(2, 2 + said.length)).toEqual(said);
  expect(words.filter(each => /^[0-9a-f]{4}$/u.test(each)).join('')).toBe(hash);
  expect(words).toEqual(expect.arrayContaining(['17', '27.11.2026 12:00', '00000000000000a1']));
});
