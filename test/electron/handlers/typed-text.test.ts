import {describe, expect, test} from 'vitest';
import {cleanMultiline, cleanText} from '../../../domain/person.ts';
import {must} from '../../../domain/assert.ts';
import {admit, event, failureOf, furnish, openOffice, person, type Office} from '../../support/office.ts';
import {fillPlan, wholeDates, wholeMeasure} from '../../support/plans.ts';

/** What people paste: it is kept clean, found again, and comes to paper as it is kept; drafts keep it as it was typed. */

interface Case {
  name: string;
  typed: string;
  kept: string;
}

const cases: readonly Case[] = [
  {name: 'control characters', typed: 'Өр\u0000\u0007\u001b\u007f\u0085кен', kept: 'Өр кен'},
  {name: 'zero width', typed: 'Өр\u200b\u200c\u200d\u2060\ufeffкен', kept: 'Өркен'},
  {name: 'marks of direction', typed: '\u202eӨркен\u202c\u200f\u2066\u2069', kept: 'Өркен'},
  {name: 'a soft hyphen', typed: 'Өр\u00adкен', kept: 'Өркен'},
  {name: 'taken apart (NFD)', typed: 'Йо\u0308лқын'.normalize('NFD'), kept: 'Йӧлқын'},
  {name: 'a lone half of a pair', typed: 'Өр\ud800кен\udc00', kept: 'Өркен'},
  {name: 'tab and line break in one line', typed: ' Өркен\t\r\nұлы \u00a0', kept: 'Өркен ұлы'},
  {name: 'blanks of a typesetter', typed: 'Өркен\u2009\u3000ұлы', kept: 'Өркен ұлы'},
  {name: 'a script', typed: '<script>alert(1)</script>', kept: '<script>alert(1)</script>'},
  {name: 'a picture that fails', typed: '<img src=x onerror=alert(1)>&amp;', kept: '<img src=x onerror=alert(1)>&amp;'},
  {name: 'a query', typed: '\'); DROP TABLE "recipient"; --', kept: '\'); DROP TABLE "recipient"; --'},
  {name: 'marks of a search', typed: 'Өркен* OR "NEAR(', kept: 'Өркен* OR "NEAR('},
  {name: '300 letters', typed: 'Ұ'.repeat(300), kept: 'Ұ'.repeat(300)},
];

async function office(): Promise<Office> {
  const opened = await openOffice('2026-02-02');
  await furnish(opened, 'stationary');
  return opened;
}

describe.each(cases)('$name', ({typed, kept}) => {
  test('in a name, an address, an order, a file', async () => {
    const opened = await office();
    const {client} = opened;
    const {recipientId, placementId} = await client.journal.enter({
      journalId: null,
      recipientId: null,
      person: {...person, name: {surname: typed, firstName: typed, patronymic: typed}, address: typed, phone: null},
      event: {...event('admitted', '2026-02-02'), orderNumber: null},
    });
    await client.journal.record({
      placementId,
      event: {kind: 'left', happenedOn: '2026-02-02', orderNumber: null, reason: typed, destination: typed},
    });
    await client.file.open({recipientId, openedOn: '2026-02-02', cameFrom: typed});
    const {rows} = await client.journal.rows({journalId: null, statuses: [], after: null, limit: 9});
    expect(rows[0]).toMatchObject({name: {surname: kept, firstName: kept, patronymic: kept}, address: kept});
    const {events} = await client.recipient.get({id: recipientId});
    expect(events.at(-1)).toMatchObject({reason: kept, destination: kept});
    expect(await client.file.get({recipientId})).toMatchObject({cameFrom: kept});
    // Searching for it breaks nothing, and finds it by what is kept.
    await client.recipient.search({text: typed, limit: 5});
    if (/^[\p{L} ]+$/u.test(kept)) {
      const hits = await client.recipient.search({text: kept.slice(0, 20), limit: 5});
      expect(hits.map(hit => hit.recipientId)).toEqual([recipientId]);
    }
    const {changes} = await client.recipient.history({id: recipientId, before: null, limit: 50});
    expect(changes.flatMap(({fields}) => fields)).toContainEqual(
      expect.objectContaining({field: 'surname', before: null, after: kept}),
    );
  });

  test('in a draft it stays as it was typed', async () => {
    const {client} = await office();
    await client.draft.save({key: 'journal:new', values: {person: {name: typed}}, base: null});
    expect((await client.draft.get({key: 'journal:new'}))?.values).toEqual({person: {name: typed}});
  });
});

test('what this table says is kept is what the rules for typed text say', () => {
  for (const {name, typed, kept} of cases) expect(cleanText(typed), name).toBe(kept);
  expect(cleanMultiline('а\r\n\r\n\r\n\tб\u2028в')).toBe('а\n\nб\nв');
});

describe('an emoji', () => {
  test('is refused in a name: no paper could bear it', async () => {
    const opened = await office();
    const name = {...person.name, surname: 'Ким😀'};
    expect(await failureOf(admit(opened, '2026-02-02', {...person, name}))).toEqual({
      code: 'invalid',
      issues: [{field: 'person.name.surname', problem: 'unprintable-character'}],
    });
  });

  test('in a plan is kept, and said before the paper is printed', async () => {
    const opened = await openOffice('2026-02-02');
    const {client} = opened;
    const staff = await furnish(opened, 'stationary');
    const {planId, stamp} = await fillPlan(opened, staff);
    const {signatures} = await client.plan.get({id: planId});
    const measures = [{...wholeMeasure(staff), text: 'Қарау 😀👨‍👩‍👧'}];
    const {stamp: seen} = await client.plan.save({id: planId, seen: stamp, ...wholeDates, measures, signatures});
    // The family was one sign of five; joined by what cannot be seen, it is kept as its three.
    expect(must((await client.plan.get({id: planId})).measures[0]).text).toBe('Қарау 😀👨👩👧');
    const remark = (await client.plan.issues({id: planId})).find(({field}) => field.endsWith('measures.0.text'));
    expect(remark).toMatchObject({field: 'services.medical.measures.0.text', severity: 'warn'});
    expect(must(remark).say.ru).toContain('😀');
    const filled = await client.plan.markFilled({id: planId, seen, filledOn: '2026-02-02'});
    await client.plan.approve({id: planId, seen: filled.stamp, approvedOn: '2026-02-02'});
  });
});

test('a name of 301 letters, and a text beyond the limits of a call, are told by their field', async () => {
  const opened = await office();
  const tooLong = (field: string) => ({code: 'invalid', issues: [{field, problem: 'too-long'}]});
  const name = {...person.name, firstName: 'Ұ'.repeat(301)};
  expect(await failureOf(admit(opened, '2026-02-02', {...person, name}))).toEqual(tooLong('person.name.firstName'));
  const address = 'Ұ'.repeat(1_001);
  expect(await failureOf(admit(opened, '2026-02-02', {...person, address}))).toEqual(tooLong('person.address'));
});
