import {createHash} from 'node:crypto';
import {expect, test} from 'vitest';
import type {Edition} from '../../templates/core/edition.ts';
import {editions, lockedShape} from '../../templates/editions/editions.ts';
import lock from '../../templates/editions/lock.json' with {type: 'json'};

interface Locked {
  shape: string;
  face: string;
  revision: number;
}

/** What a person reads or where it stands on the page: the face. All else is the shape: what papers hold and must hold. */
const faceKeys = new Set([
  'label',
  'short',
  'line',
  'say',
  'stamp',
  'title',
  'footnotes',
  'print',
  'page',
  'signatureCaption',
  'revisions',
  'lines',
  'repealedBy',
  'act',
]);

function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !faceKeys.has(key));
  // The words of options and rows are labels: only their keys belong to the shape.
  return Object.fromEntries(
    entries.map(([key, inner]) => [
      key,
      (key === 'options' || key === 'rows') && !('type' in inner) ? Object.keys(inner) : shapeOf(inner),
    ]),
  );
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

function lockOf(edition: Edition): Locked {
  return {shape: hash(shapeOf(edition)), face: hash(edition), revision: edition.revisions.length};
}

const locked: Readonly<Record<string, Locked | undefined>> = lock;

test('every edition is locked, and nothing else is', () => {
  expect(Object.keys(lock)).toEqual(editions.map(edition => edition.id));
});

test.each(editions.map(edition => [edition.id, edition] as const))('%s is as it was released', (id, edition) => {
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
  for (const {revisions} of editions) {
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

test('a frozen paper can name the shape of its edition', () => {
  for (const {id} of editions) expect(lockedShape(id)).toMatch(/^[0-9a-f]{32}$/);
  expect(() => lockedShape('308-2022/appendix-9')).toThrow('appendix-9');
});
