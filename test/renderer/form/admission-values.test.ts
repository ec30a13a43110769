import {describe, expect, test} from 'vitest';
import type {AdmissionGiven} from '../../../electron/contract/admission.ts';
import {admissionRaw, givenFrom, linesWhile, type KnownOfPerson} from '../../../renderer/form/admission-values.ts';

const known: KnownOfPerson = {
  organisationType: 'semi-stationary',
  on: '2026-06-01',
  bornOn: '1950-01-01',
  category: 'elderly',
  disabilityGroup: null,
  programmeTo: null,
};
const id = (name: string) => `308-2022/semi-stationary/${name}`;
const given: AdmissionGiven = {
  hoursPerDay: 4.5,
  staysNight: true,
  stayTo: null,
  answers: [{itemId: id('night'), answer: 'met', ground: 1, reason: null}],
};

describe('what is typed and what is sent', () => {
  test('what was given comes back as it was', () => {
    expect(givenFrom(known, admissionRaw('semi-stationary', given))).toEqual(given);
    expect(admissionRaw('semi-stationary', given)).toMatchObject({hoursPerDay: '4,5', night: 'night'});
  });

  test('nothing typed says nothing', () => {
    const none = {hoursPerDay: null, staysNight: null, stayTo: null, answers: []};
    expect(givenFrom(known, admissionRaw('semi-stationary', null))).toEqual(none);
  });

  test('a reason goes only with what is against, and goes away with it', () => {
    const raw = admissionRaw('semi-stationary', given);
    raw.answers[id('day-hours')] = {answer: 'unknown', ground: '', reason: ' өтініш  бойынша '};
    expect(givenFrom(known, raw).answers).toEqual(given.answers);
    raw.hoursPerDay = '11';
    expect(givenFrom(known, raw).answers).toContainEqual({
      itemId: id('day-hours'),
      answer: 'not-met',
      ground: null,
      reason: 'өтініш бойынша',
    });
  });

  test.each(['', '4,', 'төрт', '99,999'])('hours that cannot be read are not known: %s', hoursPerDay => {
    const lines = linesWhile(known, {...admissionRaw('semi-stationary', null), hoursPerDay});
    expect(lines.find(({item}) => item.id === id('day-hours'))?.found).toBe('unknown');
  });

  test('who does not stay the night is not asked about it', () => {
    const lines = linesWhile(known, {...admissionRaw('semi-stationary', null), night: 'day'});
    expect(lines.map(({item}) => item.id)).not.toContain(id('night'));
  });
});
