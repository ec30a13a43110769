import {expect, test} from 'vitest';
import {obstaclesTo, type ErasureFacts, type ErasureObstacle, type ErasureReason} from '../../domain/erasure.ts';

const nothing: ErasureFacts = {
  approvedPlans: 0,
  papers: 0,
  signedFile: false,
  rounds: 0,
  transfers: 0,
  merged: false,
  current: false,
  ended: false,
  termOver: false,
};

const rows: [why: string, reason: ErasureReason, facts: Partial<ErasureFacts>, expected: ErasureObstacle[]][] = [
  ['an entry by mistake of whom nothing was done', 'mistake', {}, []],
  ['one approved plan', 'mistake', {approvedPlans: 1}, ['plan-approved']],
  ['one paper', 'mistake', {papers: 1}, ['paper-issued']],
  ['a signed file', 'mistake', {signedFile: true}, ['file-signed']],
  ['one round', 'mistake', {rounds: 1}, ['services-given']],
  ['one transfer', 'mistake', {transfers: 1}, ['transfer']],
  ['merged as well', 'mistake', {merged: true, papers: 2, rounds: 3}, ['paper-issued', 'services-given', 'merged']],
  ['a mistake may be current', 'mistake', {current: true, ended: true}, []],
  ['the term is over', 'retention-ended', {ended: true, termOver: true, papers: 9, approvedPlans: 4}, []],
  ['the term runs', 'retention-ended', {ended: true}, ['term-runs']],
  ['receives services again', 'retention-ended', {ended: true, current: true, termOver: true}, ['not-discharged']],
  ['was never discharged', 'retention-ended', {termOver: true}, ['not-discharged']],
  ['merged, the term runs', 'retention-ended', {merged: true, ended: true}, ['merged', 'term-runs']],
  ['merged, the term is over', 'retention-ended', {merged: true, ended: true, termOver: true}, ['merged']],
  ['merged, not discharged', 'retention-ended', {merged: true}, ['merged', 'not-discharged']],
];

test.each(rows)('%s (%s)', (_, reason, facts, expected) => {
  expect(obstaclesTo(reason, {...nothing, ...facts})).toEqual(expected);
});
