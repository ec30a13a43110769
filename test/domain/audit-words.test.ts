import {expect, test} from 'vitest';
import {detailWords} from '../../domain/audit-detail-words.ts';
import {auditAction, breakWords} from '../../domain/audit-words.ts';
import type {AuditBreak, AuditDetail} from '../../domain/audit.ts';

const rows: [detail: AuditDetail, kk: string[], ru: string[]][] = [
  [{count: 3, sent: 0}, ['саны: 3'], ['количество: 3']],
  [{lane: 'stick', outcome: 'complete'}, ['флешкамен', 'толық'], ['через флешку', 'полностью']],
  [{outcome: 'cancelled'}, ['толық емес'], ['не полностью']],
  [{saved: false, automatic: true}, ['сақталмады', 'өздігінен'], ['не сохранено', 'автоматически']],
  [{saved: true, automatic: false}, [], []],
  [{form: 'appendix-4', language: 'both'}, ['4-қосымша', 'екі тілде'], ['приложение 4', 'на двух языках']],
  [{form: 'appendix-9', planId: 'p1', count: 'many'}, [], []],
];

test.each(rows)('%j', (detail, kk, ru) => {
  const words = detailWords(detail);
  expect([words.map(each => each.kk), words.map(each => each.ru)]).toEqual([kk, ru]);
});

test('an action has its words; one of a newer program is told by its name', () => {
  expect(auditAction('exchange.stop')).toEqual({kk: 'Алмасу тоқтатылды', ru: 'Обмен остановлен'});
  expect(auditAction('later.call')).toEqual({kk: 'later.call', ru: 'later.call'});
});

test.each<[problem: AuditBreak, kk: string, ru: string]>([
  [
    'missing',
    '№ 7 буын: мұндай буын жоқ, ол жойылған не орны ауысқан.',
    'Звено № 7: такого звена нет: оно удалено или переставлено.',
  ],
  ['cut-off', '№ 7 буын: осы жерден бастап тізбек кесілген.', 'Звено № 7: начиная с него цепочка обрезана.'],
])('a chain that is %s names the link', (problem, kk, ru) => {
  expect(breakWords(problem, 7)).toEqual({kk, ru});
});
