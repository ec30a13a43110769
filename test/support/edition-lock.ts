import {createHash} from 'node:crypto';
import type {Edition} from '../../templates/core/edition.ts';
import type {StaffNormEdition} from '../../templates/core/staff-norm-edition.ts';

/** The two hashes of an edition, as they stand in a lock file. templates/ itself stays free of Node. */

export interface Locked {
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

export function shapeOf(value: unknown): unknown {
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

export function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

export function lockOf(edition: Edition | StaffNormEdition): Locked {
  const shape = 'posts' in edition ? withoutWords(edition) : shapeOf(edition);
  return {shape: hash(shape), face: hash(edition), revision: edition.revisions.length};
}

/** The shape of a table of norms: what is counted and how. All that is said in words is its face. */
export function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  if ('kk' in value && 'ru' in value) return null;
  const entries = Object.entries(value).filter(([key]) => key !== 'revisions');
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutWords(inner)]));
}
