import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished} from 'vitest';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import {tracesIn} from '../support/traces.ts';
import {address, cameFrom, documents, measures, password, phone, recipientOf, staffOf, worse} from './facts.ts';

/** Where a walk leaves its files, apart: what the program and its window keep, and what the person has saved. */
export interface Place {
  readonly data: string;
  /** The temporary folder of the program, of its window and of the browser. */
  readonly temporary: string;
  readonly saved: string;
}

export function placeOfWalk(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-walk-'));
  const place = {data: join(folder, 'data'), temporary: join(folder, 'temporary'), saved: join(folder, 'saved')};
  for (const each of [place.temporary, place.saved]) mkdirSync(each);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = place.temporary;
  onTestFinished(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(folder, {recursive: true, force: true});
  });
  return place;
}

/** Whoever finds this PC reads nothing of anybody: neither while it sleeps with the program open, nor after it was closed. */
export function expectNoTraces({data, temporary}: Place, type: OrganisationType): void {
  const {name, mother, diagnosis} = recipientOf(type);
  // The names of those who sign in stand at the door, and so in the keyring; of the others nothing stands anywhere.
  const people = [name, ...(mother === null ? [] : [mother]), ...staffOf(type).map(member => member.name)];
  const typed = [
    ...people.map(each => each.surname),
    diagnosis,
    address,
    phone,
    cameFrom,
    worse.kk,
    worse.ru,
    password,
    ...documents.map(({title}) => title),
    ...Object.values(measures).flatMap(each => each.flatMap(({kk, ru}) => [kk, ru])),
  ];
  expect(tracesIn([data, temporary], typed)).toEqual([]);
}
