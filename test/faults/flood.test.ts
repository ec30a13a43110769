import {expect, test} from 'vitest';
import {furnish, openOffice, password} from '../support/office.ts';

/** FLOOD_CALLS=1000000 for the whole of it. */
const calls = Number(process.env['FLOOD_CALLS'] ?? '10000');
const atOnce = 5_000;
/** What V8 may not have given back yet; what stayed of each call would be many times that. */
const mostGrown = 100 * 1024 * 1024;

/** What a page gone mad would send: known and unknown, with and without right, whole and broken. */
function nextCall(index: number): unknown {
  switch (index % 6) {
    case 0:
      return {area: 'session', call: 'state', input: {}};
    case 1:
      return {area: 'recipient', call: 'search', input: {text: `Ә${index}`, limit: 50}};
    case 2:
      return {area: 'recipient', call: 'save', input: {id: 'x'.repeat(1_000)}, commandId: `flood-${index}`};
    case 3:
      return {area: '__proto__', call: 'constructor', input: {}};
    case 4:
      return {area: 'session', call: 'signIn', input: {name: 'Басшы', password}, commandId: `flood-${index}`};
    default:
      return index;
  }
}

test(
  'a page that calls without end is answered each time, and leaves nothing behind',
  {timeout: 3_600_000},
  async () => {
    const office = await openOffice('2026-02-02');
    await furnish(office, 'stationary');
    const {send, client} = office;
    const flood = async (count: number): Promise<Set<string>> => {
      const said = new Set<string>();
      for (let from = 0; from < count; from += atOnce) {
        const requests = Array.from({length: Math.min(atOnce, count - from)}, (_, at) => nextCall(from + at));
        const replies = await Promise.all(requests.map(request => send(request as Parameters<typeof send>[0])));
        for (const reply of replies) said.add(reply.ok ? 'ok' : reply.error.code);
      }
      return said;
    };
    await flood(atOnce);
    const before = process.memoryUsage().rss;
    // Nobody can sign in where somebody is: a conflict.
    expect([...(await flood(calls))].toSorted()).toEqual(['conflict', 'invalid', 'missing', 'ok']);
    expect(process.memoryUsage().rss - before).toBeLessThan(mostGrown);
    expect(await client.recipient.search({text: '', limit: 5})).toEqual([]);
    expect(await client.audit.verify({})).toMatchObject({broken: null});
  },
);
