import {expect, test} from 'vitest';
import {writtenBefore} from '../../domain/typed-before.ts';

const addresses = [
  'Қызылорда, Абай көшесі, 1, 5-пәтер',
  'Қызылорда, Абай көшесі, 1, 7-пәтер',
  'Қызылорда, Жібек жолы көшесі, 12',
  'Арал, Достық көшесі, 3',
  'Арал, Достық көшесі, 3',
  'Шиелі',
];

interface Case {
  readonly what: string;
  readonly typed: string;
  readonly finds: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: 'the beginnings of what was written, the most written first, and nobody’s own flat',
    typed: 'абай',
    finds: ['Қызылорда, Абай көшесі', 'Қызылорда, Абай көшесі, 1'],
  },
  {what: 'what two share, whole', typed: 'достык 3', finds: ['Арал, Достық көшесі, 3']},
  {what: 'a place alone', typed: 'шие', finds: ['Шиелі']},
  {what: 'the wrong keyboard', typed: 'fhfk', finds: ['Арал', 'Арал, Достық көшесі', 'Арал, Достық көшесі, 3']},
  {what: 'nothing that is typed already', typed: 'Шиелі', finds: []},
  {what: 'nothing of a flat that is one person’s', typed: '7-пәтер', finds: []},
];

test.each(cases)('$what', ({typed, finds}) => {
  expect(writtenBefore(addresses, typed, true)).toEqual(finds);
});

test('of a text without parts the whole is offered', () => {
  const proofs = ['туу туралы куәлік', 'туу туралы куәлік', 'сот шешімі'];
  expect(writtenBefore(proofs, 'ту', false)).toEqual(['туу туралы куәлік']);
  expect(writtenBefore(proofs, 'шеш', false)).toEqual(['сот шешімі']);
});
