import {expect, test} from 'vitest';
import type {Edition} from '../../templates/core/edition.ts';
import type {StaffNormEdition} from '../../templates/core/staff-norm-edition.ts';
import {editions, lockedShape} from '../../templates/editions/editions.ts';
import {staffNormEditions} from '../../templates/editions/staff-norms.ts';
import {hash, lockOf, shapeOf, withoutWords, type Locked} from '../support/edition-lock.ts';
import lock from '../../templates/editions/lock.json' with {type: 'json'};

const all: readonly (Edition | StaffNormEdition)[] = [...staffNormEditions, ...editions];

const locked: Readonly<Record<string, Locked | undefined>> = lock;

test('every edition is locked, and nothing else is', () => {
  expect(Object.keys(lock)).toEqual(all.map(edition => edition.id));
});

test.each(all.map(edition => [edition.id, edition] as const))('%s is as it was released', (id, edition) => {
  const now = lockOf(edition);
  const entry = `"${id}": ${JSON.stringify(now)}`;
  expect(
    now.shape,
    `The SHAPE of ${id} changed: frozen papers are checked against it. Take the change back; a new act of law is a new
edition in a new file. Only while the edition has never been released may its lock in templates/editions/lock.json become
${entry}`,
  ).toBe(locked[id]?.shape);
  expect(
    now.face,
    `The FACE of ${id} (labels, layout) changed. If it corrects a misprint: add {number: ${now.revision + 1}, on, reason}
to its revisions and put into templates/editions/lock.json what this test then says. If not: take it back.
${entry}`,
  ).toBe(locked[id]?.face);
  expect(now.revision, entry).toBe(locked[id]?.revision);
});

test('revisions are numbered through, dated, and say why', () => {
  for (const {revisions} of all) {
    expect(revisions.map(revision => revision.number)).toEqual(revisions.map((_, index) => index + 1));
    expect(revisions.map(revision => revision.on).toSorted()).toEqual(revisions.map(revision => revision.on));
    expect(revisions.every(revision => revision.reason !== '')).toBe(true);
  }
});

test('a label changes the face alone, a field the shape too', () => {
  const [first] = editions;
  const relabelled = {...first, title: {...first?.title, kk: 'өзге'}};
  expect(hash(shapeOf(relabelled))).toBe(hash(shapeOf(first)));
  expect(hash(relabelled)).not.toBe(hash(first));
  const widened = {...first, fields: {...first?.fields, another: {type: 'date', need: 'never'}}};
  expect(hash(shapeOf(widened))).not.toBe(hash(shapeOf(first)));
});

test('a figure of a table of norms changes its shape, its words the face alone', () => {
  const [norms] = staffNormEditions;
  const [first, ...rest] = norms?.posts ?? [];
  const renamed = {...norms, posts: [{...first, name: {...first?.name, kk: 'өзге'}}, ...rest]};
  expect(hash(withoutWords(renamed))).toBe(hash(withoutWords(norms)));
  expect(hash(renamed)).not.toBe(hash(norms));
  const recounted = {...norms, posts: [{...first, cells: [2, ...(first?.cells.slice(1) ?? [])]}, ...rest]};
  expect(hash(withoutWords(recounted))).not.toBe(hash(withoutWords(norms)));
});

test('a frozen paper can name the shape of its edition', () => {
  for (const {id} of all) expect(lockedShape(id)).toMatch(/^[0-9a-f]{32}$/);
  expect(() => lockedShape('308-2022/appendix-9')).toThrow('appendix-9');
});
