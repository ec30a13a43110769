import {afterAll, beforeAll, expect, test} from 'vitest';
import {languages} from '../../../domain/text.ts';
import type {PdfRenderer} from '../../../electron/pdf/renderer.ts';
import {hasLostForce, type Edition} from '../../../templates/core/edition.ts';
import {issues} from '../../../templates/core/issues.ts';
import {paperSchema} from '../../../templates/core/schema.ts';
import {editionFor, editions} from '../../../templates/editions/editions.ts';
import {documentDefinition} from '../../../templates/print/document.ts';
import {lockOf} from '../../support/edition-lock.ts';
import {dense, pdfInfo, pdfText} from '../../support/read-pdf.ts';
import {testRenderer} from '../../support/test-renderer.ts';
import {exampleAppendix4} from './appendix-4.ts';
import lock from './lock.json' with {type: 'json'};
import {examplePlan} from './sample.ts';

/** The forms of an invented order go the whole way of docs/developers/editions.md, beside those that were released. */

const all: readonly Edition[] = [...editions, exampleAppendix4];
const today = '2027-03-01';

let renderer: PdfRenderer;
beforeAll(async () => {
  renderer = await testRenderer();
});
afterAll(async () => renderer.close());

test.each([
  ['2022-01-01', '308-2022/appendix-4', false],
  ['2023-06-30', '308-2022/appendix-4', false],
  // Between the two nothing was in force: the last one that was, never the one to come.
  ['2025-01-01', '308-2022/appendix-4', true],
  ['2027-02-28', '308-2022/appendix-4', true],
  ['2027-03-01', '999-2027/appendix-4', false],
])('a paper of %s is made by %s', (date, id, lostForce) => {
  const found = editionFor('appendix-4', date, all);
  expect([found.id, hasLostForce(found, date)]).toEqual([id, lostForce]);
});

test('a form that the new act leaves alone stays with its edition', () => {
  expect(editionFor('appendix-5', today, all).id).toBe('308-2022/appendix-5');
});

test('its values are checked: what lacks, what is too long, what does not belong', () => {
  expect(issues(exampleAppendix4, examplePlan, {today})).toEqual([]);
  const found = (changed: object) =>
    issues(exampleAppendix4, {...examplePlan, ...changed}, {today}).map(({field, severity}) => `${severity} ${field}`);
  expect(found({goal: ''})).toEqual(['stop goal']);
  expect(found({goal: '', services: {}})).toEqual(['warn services']);
  expect(found({services: {medical: {}}, planned: {from: '2027-03-01', to: '2028-03-01'}})).toEqual([
    'warn services',
    'stop planned',
  ]);
  expect(paperSchema(exampleAppendix4).safeParse({...examplePlan, diagnosis: 'x'}).success).toBe(false);
});

test.each(languages)('it is printed in %s, and reads so', async language => {
  const pdf = await renderer.render(
    documentDefinition(exampleAppendix4, examplePlan, language, {draft: false, lostForce: false}),
  );
  // A word may be broken at its hyphen.
  const words = dense(pdfText(pdf));
  const {title, fields, stamp} = exampleAppendix4;
  const labels = [title, ...stamp, fields.goal.label, fields.services.label, fields.services.rows.medical];
  for (const each of labels) expect(words).toContain(dense(each[language]));
  expect(words).toContain(dense(examplePlan.organisation[language]));
  for (const answer of ['Әбдіғаппарұлы Өркен', 'Өз бетімен тамақ пісіру', 'аптасына 3 рет', 'айына 1 рет']) {
    expect(words).toContain(dense(answer));
  }
  const period = {
    kk: 'Жоспар 01.03.2027 бастап 28.02.2028 дейінгі кезеңге жасалды',
    ru: 'План составлен на период с 01.03.2027 по 28.02.2028',
  };
  expect(words).toContain(dense(period[language]));
  expect(pdfInfo(pdf)).toMatchObject({form: '999-2027/appendix-4'});
});

test('its lock says what a lock says of a released one', () => {
  expect(lock).toEqual({[exampleAppendix4.id]: lockOf(exampleAppendix4)});
});
