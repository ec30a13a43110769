import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  auditKinds,
  beginning,
  canonicalChange,
  canonicalLink,
  canonicalPatch,
  changeColumns,
  chainStart,
  endOf,
  findBreak,
  findBreakAtEnd,
  genesisText,
  hashGroups,
  type AuditLink,
  type ChainEnd,
  type FoundBreak,
} from '../../domain/audit.ts';
import {must} from '../../domain/assert.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Change = readonly [number, string];
type Draft = Pick<AuditLink, 'at' | 'account' | 'kind' | 'what' | 'recipientId' | 'detail'> & {
  /** How many changes it wrote. */
  readonly writes: number;
};

interface Chain {
  readonly links: readonly AuditLink[];
  readonly log: readonly Change[];
}

function hashOf(log: readonly Change[], from: number, to: number): string {
  return sha256(
    log
      .filter(([seq]) => seq >= from && seq <= to)
      .map(canonicalChange)
      .join(''),
  );
}

/** A chain over a log, as a connection writes it. */
function chainOf(drafts: readonly Draft[]): Chain {
  const links: AuditLink[] = [];
  const log: Change[] = [];
  let end: ChainEnd = {...chainStart, hash: sha256(genesisText('node'))};
  const begin = {at: '', account: null, kind: 'program', what: beginning, recipientId: null, detail: '{}', writes: 0};
  for (const {writes, ...draft} of [begin as Draft, ...drafts]) {
    const first = log.length + 1;
    for (let index = 0; index < writes; index += 1) log.push([log.length + 1, `change ${log.length}`]);
    const link = {
      ...draft,
      seq: end.seq + 1,
      subjectTable: null,
      subjectId: end.seq === 0 ? 'node' : null,
      firstChange: writes === 0 ? null : first,
      lastChange: log.length,
      changes: writes === 0 ? null : hashOf(log, first, log.length),
      previous: end.hash,
    };
    const whole = {...link, hash: sha256(canonicalLink(link))};
    links.push(whole);
    end = endOf(whole);
  }
  return {links, log};
}

function check({links, log}: Chain, lastSeq: number): FoundBreak | undefined {
  let end = chainStart;
  for (const link of links) {
    const changes = link.firstChange === null ? null : hashOf(log, link.firstChange, link.lastChange);
    const problem = findBreak(end, link, {changes, sha256});
    if (problem !== undefined) return {seq: problem === 'missing' ? end.seq + 1 : link.seq, problem};
    end = endOf(link);
  }
  return findBreakAtEnd(end, {lastSeq, lastChange: log.at(-1)?.[0] ?? 0});
}

const draft = fc.record({
  at: fc.constantFrom('2026-01-05T06:00:00.000Z', '2026-01-05T06:00:01.000Z'),
  account: fc.option(fc.string({maxLength: 4})),
  kind: fc.constantFrom(...auditKinds),
  what: fc.string({minLength: 1, maxLength: 6}),
  recipientId: fc.option(fc.string({maxLength: 4})),
  detail: fc.constantFrom('{}', '{"rows":2}'),
  writes: fc.nat({max: 3}),
});
const drafts = fc.array(draft, {minLength: 2, maxLength: 12});
const place = fc.nat();

describe('a chain', () => {
  test('that nobody touched holds', () => {
    fc.assert(
      fc.property(drafts, all => {
        const chain = chainOf(all);
        expect(check(chain, chain.links.length)).toBeUndefined();
      }),
    );
  });

  const altered: readonly (keyof AuditLink)[] = [
    'at',
    'account',
    'kind',
    'what',
    'subjectTable',
    'subjectId',
    'recipientId',
    'detail',
    'firstChange',
    'lastChange',
    'changes',
    'previous',
    'hash',
  ];
  test.each(altered)('with one link whose %s was altered is named by its number', field => {
    fc.assert(
      fc.property(drafts, place, (all, at) => {
        const {links, log} = chainOf(all);
        const index = at % links.length;
        const link = must(links[index]);
        const value = link[field];
        const other = typeof value === 'number' ? value + 1 : `${value ?? ''}x`;
        const found = check({links: links.with(index, {...link, [field]: other}), log}, links.length);
        expect(found).toEqual({seq: link.seq, problem: 'altered'});
      }),
    );
  });

  test('with one link altered and hashed anew is named by the link behind it', () => {
    fc.assert(
      fc.property(drafts, place, (all, at) => {
        const {links, log} = chainOf(all);
        const index = 1 + (at % (links.length - 2));
        const changed = {...must(links[index]), account: 'somebody else'};
        const forged = {...changed, hash: sha256(canonicalLink(changed))};
        const found = check({links: links.with(index, forged), log}, links.length);
        expect(found).toEqual({seq: index + 2, problem: 'parted'});
      }),
    );
  });

  test('with one link taken out is named by its number, also the last one', () => {
    fc.assert(
      fc.property(drafts, place, (all, at) => {
        const {links, log} = chainOf(all);
        const index = at % links.length;
        const found = check({links: links.toSpliced(index, 1), log}, links.length);
        const problem = index === links.length - 1 ? 'cut-off' : 'missing';
        expect(found).toEqual({seq: index + 1, problem});
      }),
    );
  });

  test('with a link put in is named by it or by the link behind it', () => {
    fc.assert(
      fc.property(drafts, draft, place, (all, {writes: _writes, ...more}, at) => {
        const {links, log} = chainOf(all);
        const index = 1 + (at % (links.length - 1));
        const before = must(links[index - 1]);
        const made = {
          ...must(links[index]),
          ...more,
          seq: before.seq + 1,
          firstChange: null,
          changes: null,
          lastChange: before.lastChange,
          previous: before.hash,
        };
        const whole = {...made, hash: sha256(canonicalLink(made))};
        const moved = links.slice(index).map(link => ({...link, seq: link.seq + 1}));
        const found = check({links: [...links.slice(0, index), whole, ...moved], log}, links.length + 1);
        expect(found).toEqual({seq: index + 2, problem: 'altered'});
      }),
    );
  });

  test('with two links in each other’s place is named by the first of them', () => {
    fc.assert(
      fc.property(drafts, place, (all, at) => {
        const {links, log} = chainOf(all);
        const index = at % (links.length - 1);
        const [one, other] = [must(links[index]), must(links[index + 1])];
        const swapped = links.with(index, {...other, seq: one.seq}).with(index + 1, {...one, seq: other.seq});
        expect(check({links: swapped, log}, links.length)).toEqual({seq: index + 1, problem: 'altered'});
      }),
    );
  });

  test('whose log was altered, cut or added to is named by the link that covers the change', () => {
    fc.assert(
      fc.property(drafts, place, fc.constantFrom('altered', 'taken out', 'added'), (all, at, how) => {
        const {links, log} = chainOf(all);
        fc.pre(log.length > 0);
        const index = at % log.length;
        const [seq] = must(log[index]);
        const covers = must(links.find(({firstChange, lastChange}) => firstChange !== null && lastChange >= seq)).seq;
        if (how === 'added') {
          const found = check({links, log: [...log, [log.length + 1, 'more']]}, links.length);
          expect(found).toEqual({seq: links.length, problem: 'uncovered'});
        } else {
          const changed = how === 'altered' ? log.with(index, [seq, 'other']) : log.toSpliced(index, 1);
          expect(check({links, log: changed}, links.length)).toEqual({seq: covers, problem: 'changes'});
        }
      }),
    );
  });

  test('of another installation does not begin', () => {
    const {links, log} = chainOf([]);
    const other = {...must(links[0]), subjectId: 'another'};
    const forged = {...other, hash: sha256(canonicalLink(other))};
    expect(check({links: [forged], log}, 1)).toEqual({seq: 1, problem: 'parted'});
  });
});

test('the form that is hashed is fixed: what was hashed once is hashed so for ever', () => {
  const {links} = chainOf([
    {
      at: '2026-01-05T06:00:00.000Z',
      account: 'a',
      kind: 'change',
      what: 'plan.save',
      recipientId: 'r',
      detail: '{}',
      writes: 2,
    },
  ]);
  expect(must(links.at(-1)).hash).toBe('fce5624743943b5fe6fdaefef12316ce9eb30f86991a4623b24ec8e051bee904');
});

test('a hash is read in groups of four', () => {
  expect(hashGroups('0123456789ab')).toEqual(['0123', '4567', '89ab']);
});

/** What stands in the chain of an organisation for years: whoever changes one of these breaks every chain there is. */
describe('what was hashed once is hashed so for ever', () => {
  test('a link', () => {
    const link = {
      seq: 7,
      at: '2026-01-05T06:00:00.000Z',
      account: 'a1',
      kind: 'view',
      what: 'recipient.get',
      subjectTable: 'recipient',
      subjectId: 'r1',
      recipientId: 'r2',
      detail: '{"field":"phone"}',
      firstChange: 3,
      lastChange: 4,
      changes: 'c'.repeat(4),
      previous: 'p'.repeat(4),
    } as unknown as AuditLink;
    expect(canonicalLink(link)).toBe(
      '["tirek-audit-2",7,"2026-01-05T06:00:00.000Z","a1","view","recipient.get","recipient","r1","r2",' +
        '"{\\"field\\":\\"phone\\"}",3,4,"cccc","pppp"]',
    );
    expect([genesisText('0a'), beginning]).toEqual(['tirek-audit-2\n0a', 'audit.begin']);
  });

  test('a change, its columns and its patch', () => {
    expect(changeColumns.join()).toBe(
      'seq,table_name,row_id,op,patch,base,author,recorded_at,stamp,origin,via,via_seq',
    );
    expect(canonicalChange([1, 'recipient', null])).toBe('[1,"recipient",null]\n');
    expect([canonicalPatch('{}', null), canonicalPatch('{}', 'salt')]).toEqual(['\n{}', 'salt\n{}']);
  });
});

describe('a link by itself', () => {
  const draft = {
    at: '2026-01-05T06:00:00.000Z',
    account: null,
    kind: 'program',
    what: 'other',
    subjectTable: null,
    subjectId: null,
    recipientId: null,
    detail: '{}',
    firstChange: null,
    lastChange: 0,
    changes: null,
    previous: '',
  } as const;
  const breakOf = (before: ChainEnd, known: Partial<AuditLink>): string | undefined => {
    const link = {...draft, seq: 1, ...known} as Omit<AuditLink, 'hash'>;
    return findBreak(before, {...link, hash: sha256(canonicalLink(link))}, {changes: link.changes, sha256});
  };
  const second = {seq: 2, previous: 'h', firstChange: 6, lastChange: 8, changes: 'c'};
  const end: ChainEnd = {seq: 1, hash: 'h', lastChange: 5};

  test('the first one follows on the name of the installation only where it begins the chain', () => {
    const previous = sha256(genesisText('node'));
    expect(breakOf(chainStart, {what: beginning, subjectId: 'node', previous})).toBeUndefined();
    expect(breakOf(chainStart, {subjectId: 'node', previous})).toBe('parted');
    expect(breakOf(chainStart, {what: beginning, previous: sha256(genesisText(''))})).toBeUndefined();
  });

  test.each<[why: string, known: Partial<AuditLink>, problem: string | undefined]>([
    ['from the next change on', {}, undefined],
    ['a change was left out', {firstChange: 7}, 'changes'],
    ['a change is covered twice', {firstChange: 5}, 'changes'],
    ['its end lies before its beginning', {lastChange: 4}, 'changes'],
    ['none is covered, and the end is where it was', {firstChange: null, lastChange: 5, changes: null}, undefined],
    ['none is covered, and yet the end moved', {firstChange: null, lastChange: 6, changes: null}, 'changes'],
  ])('%s', (_, known, problem) => {
    expect(breakOf(end, {...second, ...known})).toBe(problem);
  });
});
