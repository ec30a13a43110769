import {fold} from '../../domain/search-key.ts';
import type {BenchApplication} from './application.ts';
import {quantile, median, rounded, timed, type Figure} from './figure.ts';
import {inventQuery} from './people.ts';

const queries = 2_000;
const scans = 100;
const shown = 20;

/** What a search without an index does: each word anywhere in the folded name, by name. */
function scan(application: BenchApplication, text: string): unknown[] {
  const words = fold(text).split(' ');
  const where = words.map(() => "name LIKE '%' || ? || '%'").join(' AND ');
  return application
    .connection()
    .readable.prepare(`SELECT recipient_id FROM search_entry WHERE ${where} ORDER BY name LIMIT ${shown}`)
    .all(...words);
}

export async function measureSearch(application: BenchApplication, people: number): Promise<Figure[]> {
  const own: number[] = [];
  const like: number[] = [];
  for (let index = 0; index < queries; index += 1) {
    const text = inventQuery(index);
    own.push(await timed(() => application.client.recipient.search({text, limit: shown})));
    if (index % (queries / scans) === 0) like.push(await timed(() => scan(application, text)));
  }
  const p95 = quantile(own, 0.95);
  const [ownMedian, likeMedian] = [median(own), median(like)];
  return [
    {
      name: `search, ${people} people, p95`,
      value: rounded(p95),
      unit: 'ms',
      against: `2 ms; median ${rounded(ownMedian)} ms`,
      ratio: null,
      target: '≤ 2 ms',
      met: p95 <= 2,
    },
    {
      name: `search, ${people} people, median`,
      value: rounded(ownMedian),
      unit: 'ms',
      against: `LIKE '%…%' over the same names: ${rounded(likeMedian)} ms`,
      ratio: rounded(likeMedian / ownMedian),
      target: 'the scan takes ≥ 10 times as long',
      met: likeMedian / ownMedian >= 10,
    },
  ];
}
