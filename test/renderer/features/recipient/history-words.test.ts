import {getTableColumns} from 'drizzle-orm';
import {expect, test} from 'vitest';
import {transfer} from '../../../../db/schema/transfer.ts';
import {wordHistory} from '../../../../renderer/features/recipient/history-words.ts';
import {historyTables} from '../../../../renderer/text/history.ts';

test('every fact of a hand-over has its words; links and what a file held have none', () => {
  const links = ['id', 'recipientId', 'placementId', 'content'];
  const facts = Object.keys(getTableColumns(transfer)).filter(column => !links.includes(column));
  expect(Object.keys(historyTables['transfer']?.fields ?? {}).toSorted()).toEqual(facts.toSorted());
});

test('what changed of a hand-over is told in both languages', () => {
  const [saved] = wordHistory(
    [
      {
        seq: 1,
        table: 'transfer',
        rowId: 'a',
        op: 'update',
        recordedAt: '2026-07-01T06:00:00.000Z',
        authorName: 'Басшы',
        fields: [
          {field: 'state', before: 'prepared', after: 'sent'},
          {field: 'outside', before: true, after: false},
          {field: 'dischargeOn', before: null, after: '2026-07-01'},
          {field: 'inventory', before: [], after: [{title: 'Өтініш', sheets: 1, copies: null}]},
        ],
      },
    ],
    [],
  );
  expect(saved?.changes[0]?.fields.map(({before, after}) => [before?.kk, before?.ru, after?.kk, after?.ru])).toEqual([
    ['дайындалуда', 'готовится', 'тапсырылды, жауап күтілуде', 'передано, ждем ответа'],
    ['иә', 'да', 'жоқ', 'нет'],
    [undefined, undefined, '01.07.2026', '01.07.2026'],
    [undefined, undefined, 'Өтініш', 'Өтініш'],
  ]);
});
