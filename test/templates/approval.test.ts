import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {must} from '../../domain/assert.ts';
import {issues} from '../../templates/core/issues.ts';
import {draftSchema, paperSchema} from '../../templates/core/schema.ts';
import {editions} from '../../templates/editions/editions.ts';
import {sampleFile, sampleJournal, samplePlan, sampleRound} from '../support/sample-papers.ts';

/** A draft that nothing stops can be frozen: else an approval would fail where the screen said that all is well. */

const samples: Readonly<Record<string, object>> = {
  'appendix-2': {...sampleJournal, rows: sampleJournal.rows?.slice(0, 4)},
  'appendix-3': sampleFile,
  'appendix-4': samplePlan,
  'appendix-5': sampleRound,
};

/** Paths of all answers, groups and lists among them. */
function paths(value: unknown, prefix: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...prefix, key], ...paths(inner, [...prefix, key])]);
}

/** What forms leave behind when something is emptied. */
const emptyings: readonly unknown[] = [undefined, '', '  ', [], {}, false, 'remove'];

function emptied(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  const at = (inner: unknown) => (rest.length === 0 ? by : emptied(inner, rest, by));
  if (Array.isArray(value)) {
    if (rest.length === 0 && by === 'remove') return value.filter((_, index) => String(index) !== key);
    return value.map((inner, index) => (String(index) === key ? at(inner) : inner));
  }
  const entries = Object.entries(value).map(([name, inner]) => [name, name === key ? at(inner) : inner] as const);
  return Object.fromEntries(entries.filter(([name]) => name !== key || rest.length > 0 || by !== 'remove'));
}

test.each(editions.map(edition => [edition.form, edition] as const))('%s', (form, edition) => {
  const sample = must(samples[form]);
  const anywhere = fc.constantFrom(...paths(sample));
  const change = fc.tuple(anywhere, fc.constantFrom(...emptyings));
  const [asDraft, asPaper] = [draftSchema(edition), paperSchema(edition)];
  let drafts = 0;
  let papers = 0;
  fc.assert(
    fc.property(fc.array(change, {minLength: 1, maxLength: 4}), changes => {
      const changed = changes.reduce<unknown>((value, [path, by]) => emptied(value, path, by), sample);
      const draft = asDraft.safeParse(changed);
      if (!draft.success) return;
      drafts += 1;
      const stopped = issues(edition, draft.data, {today: '2026-11-23'}).some(issue => issue.severity === 'stop');
      if (stopped) return;
      papers += 1;
      expect(asPaper.safeParse(draft.data).error).toBeUndefined();
    }),
    {numRuns: 1500},
  );
  expect(drafts).toBeGreaterThan(150);
  expect(papers).toBeGreaterThan(10);
});
