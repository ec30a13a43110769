import {expect, test} from 'vitest';
import {printedCell, printedName} from '../../../../domain/staff-norms/words.ts';
import {flags, counts} from '../../../../domain/staff-norms/norm.ts';
import {appendix1} from '../../../../templates/editions/308-2022/appendix-1/appendix-1.ts';
import {cellOf, orderTable} from '../../../support/order-table.ts';
import {dense} from '../../../support/read-pdf.ts';

/** The edition against the order's own rows; what is computed from them is tested beside the calculator. */

const rows = orderTable();

test('the order has 78 rows, numbered through, and so has the edition', () => {
  expect(rows.map(({no}) => no)).toEqual(Array.from({length: 78}, (_, index) => index + 1));
  expect(appendix1.posts.map(({no}) => no)).toEqual(rows.map(({no}) => no));
});

test.each(rows.map(row => [`${row.no} ${row.post}`, row] as const))('%s', (_, row) => {
  const post = appendix1.posts[row.no - 1];
  if (post === undefined) throw new Error('no such post');
  expect(dense(printedName(post).kk)).toBe(dense(row.post));
  expect(post.notes).toEqual(row.notes);
  expect(post.cells).toHaveLength(11);
  const printed = post.cells.map(cell => printedCell({post, cell}).kk);
  expect(printed).toEqual(
    post.cells.map((__, column) => {
      const cell = cellOf(row, column);
      return cell === null ? '-' : String(cell).replace(/^(\d+)\.(\d+)$/u, '$1,$2');
    }),
  );
});

test('the columns are those of the order, without a gap and without an overlap', () => {
  expect(appendix1.bands.map(({words}) => words.kk)).toEqual([
    '6-30 ¹',
    '25-ке дейін',
    '26-50',
    '51-100',
    '101-150',
    '151-200',
    '201-250',
    '251-300',
    '301-400',
    '401-500',
    '500-ден артық',
  ]);
  const [, ...ofOrganisation] = appendix1.bands;
  expect(ofOrganisation.map(({from}) => from)).toEqual([1, 26, 51, 101, 151, 201, 251, 301, 401, 501]);
  expect(ofOrganisation.slice(0, -1).map(({to}) => (to ?? 0) + 1)).toEqual(
    ofOrganisation.slice(1).map(({from}) => from),
  );
});

test('the groups stand in the order of the table, each post in the one that its row stands in', () => {
  const last: Record<string, number> = {};
  for (const {no, group} of appendix1.posts) last[group] = no;
  expect(last).toEqual({A: 32, B: 33, C: 49, D: 65, E: 66, F: 73, G: 74, H: 77, I: 78});
  expect(Object.keys(last)).toEqual(appendix1.groups.map(({id}) => id));
});

test('every Russian word says where it is from, and none is called official that was not seen in an act', () => {
  const statuses = new Set(JSON.stringify(appendix1).match(/"ru":"(?:official|term|translation|product)"/gu));
  expect([...statuses].toSorted()).toEqual(['"ru":"official"', '"ru":"product"', '"ru":"translation"']);
  expect(JSON.stringify(appendix1).match(/"ru":"official"/gu)).toHaveLength(1);
  expect(appendix1.heads.number.status.ru).toBe('official');
});

test('every question has its words, and every edition is plain data', () => {
  expect(Object.keys(appendix1.questions).toSorted()).toEqual([...flags, ...counts].toSorted());
  expect(JSON.parse(JSON.stringify(appendix1))).toEqual(appendix1);
});

test('what the text of the order leaves open is said', () => {
  const open = appendix1.posts.filter(({unsure}) => unsure !== null).map(({no, unsure}) => [no, unsure?.of]);
  expect(open).toEqual([
    [21, 'organisation'],
    [22, 'organisation'],
    [29, 'organisation'],
    [34, 'unit'],
    [35, 'unit'],
    [36, 'unit'],
    [55, 'organisation'],
    [61, 'organisation'],
  ]);
  expect(appendix1.vehicles.limits.filter(({unsure}) => unsure !== null).map(({id}) => id)).toEqual([
    'lorry',
    'minibus',
  ]);
});
