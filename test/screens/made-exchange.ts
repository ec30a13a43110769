import type {
  ExchangeConflict,
  ExchangeOutcome,
  ExchangePartner,
  ExchangeStateView,
  HeldChange,
} from '../../electron/contract/exchange.ts';
import type {DoubledNumberView} from '../../electron/contract/numbering.ts';
import {refusalReasons} from '../../registry/protocol/header.ts';

/** What the exchange may come to in months, made up: a picture of each is wanted, and most are rare. */

export const noTally = {sent: 0, integrated: 0, known: 0, quarantined: 0, conflicts: 0, restored: false};

const registry: ExchangePartner = {
  id: '00112233445566aa',
  kind: 'registry',
  name: 'Қостанай облысының тізілімі',
  fingerprint: 'K7QM-2XWT-9FHB-0PZC',
  url: 'https://tizilim.kostanay.example.kz',
  state: 'active',
  lastExchangeAt: '2026-11-20T05:12:00Z',
  counts: {saved: 12, sent: 0, confirmed: 4318, refused: 2},
};

const pc: ExchangePartner = {
  id: '00112233445566bb',
  kind: 'pc',
  name: '2-кабинет, әлеуметтік жұмыс жөніндегі мамандар',
  fingerprint: 'M3DV-8AJR-TT41-QY6E',
  url: null,
  state: 'active',
  lastExchangeAt: '2026-11-03T09:40:00Z',
  counts: {saved: 340, sent: 210, confirmed: 3780, refused: 0},
};

export const connected: ExchangeStateView = {
  fingerprint: 'B8ZN-44KC-0RWX-HH7T',
  partners: [registry, pc],
  counts: registry.counts,
  running: null,
  last: outcome({tally: {...noTally, sent: 84, integrated: 21}}),
  request: null,
  quarantined: 0,
  conflicts: 0,
  copied: false,
  sticks: ['E:\\', 'F:\\'],
  canChooseFolder: false,
  automatic: true,
  loadBegun: false,
};

/** Of an exchange that came to its end, but for what is said. */
export function outcome(more: Partial<ExchangeOutcome>): ExchangeOutcome {
  return {
    lane: 'network',
    automatic: false,
    endedAt: '2026-11-20T05:12:00Z',
    problem: null,
    retryAfter: null,
    tally: noTally,
    clockMinutes: null,
    refusedFiles: [],
    written: [],
    otherFacility: false,
    enrolment: null,
    ...more,
  };
}

/** By the name of the picture. */
export const states: Readonly<Record<string, ExchangeStateView>> = {
  '79-exchange': connected,
  '79-exchange-confirmed': {
    ...connected,
    counts: {saved: 0, sent: 0, confirmed: 4332, refused: 0},
    last: outcome({}),
  },
  '79-exchange-running': {
    ...connected,
    running: {lane: 'stick', phase: 'integrating', automatic: false, tally: {...noTally, integrated: 12_400}},
  },
  '79-exchange-problem': {...connected, last: outcome({problem: 'too-often', retryAfter: 300})},
  '79-exchange-much': {
    ...connected,
    quarantined: 34,
    conflicts: 3,
    last: outcome({
      lane: 'stick',
      tally: {...noTally, sent: 550, integrated: 90, quarantined: 34, conflicts: 3, restored: true},
      clockMinutes: 1_500,
      otherFacility: true,
      written: [
        {name: pc.name, kind: 'pc', changes: 550},
        {name: registry.name, kind: 'registry', changes: 12},
      ],
      refusedFiles: [
        {file: '00112233445566bb-00112233445566cc-00000017.tirek', problem: 'altered'},
        {file: '00112233445566bb-00112233445566cc-00000018 (2).tirek', problem: 'not-for-us'},
      ],
    }),
  },
  '79-exchange-asked': {
    ...connected,
    partners: [pc],
    counts: pc.counts,
    request: {
      name: '2-кабинет, әлеуметтік жұмыс жөніндегі мамандар',
      askedAt: '2026-11-18T10:00:00Z',
      writtenAt: '2026-11-18T10:05:00Z',
    },
    last: outcome({lane: 'stick', enrolment: 'asked'}),
  },
  '79-exchange-copied': {...connected, copied: true, partners: [{...registry, state: 'copied'}, pc]},
};

const when = {recordedAt: '2026-11-18T10:05:00Z'};

export function doubledNumbers(recipientId: string, name: string): DoubledNumberView[] {
  const other = {recipientId, name: 'Құдайбергенова-Сүлейменқызы Әйгерім Нұрмұхамедқызы', ...when};
  return [
    {
      kind: 'row',
      number: '25',
      holders: [
        {...when, id: 'a', recipientId, name, author: 'Жүнісова Әсел Маратқызы'},
        {...other, id: 'b', author: 'Иванова Ольга Петровна'},
      ],
    },
    {
      kind: 'file',
      number: 'Ү/1044',
      holders: [
        {...when, id: 'c', recipientId, name, author: null},
        {...other, id: 'd', author: 'Иванова Ольга Петровна'},
      ],
    },
  ];
}

export function conflicts(recipientId: string, name: string): ExchangeConflict[] {
  return [
    {
      table: 'recipient',
      rowId: recipientId,
      field: 'address',
      recipientId,
      name,
      standing: {
        ...when,
        stamp: '1',
        shown: {
          kk: 'Қостанай қаласы, Байтұрсынов көшесі, 14-үй, 3-пәтер',
          ru: 'Қостанай қаласы, Байтұрсынов көшесі, 14-үй, 3-пәтер',
        },
        author: 'Жүнісова Әсел Маратқызы',
      },
      losing: [
        {
          ...when,
          stamp: '2',
          shown: {kk: 'Қостанай, Абай даңғылы, 2', ru: 'Қостанай, Абай даңғылы, 2'},
          author: 'Иванова Ольга Петровна',
        },
      ],
    },
    {
      table: 'relative',
      rowId: 'r',
      field: null,
      recipientId,
      name,
      standing: {...when, stamp: '3', shown: null, author: 'Иванова Ольга Петровна'},
      losing: [{...when, stamp: '4', shown: {kk: 'Серікова Айгүл', ru: 'Серікова Айгүл'}, author: null}],
    },
    {
      table: 'facility',
      rowId: 'f',
      field: 'places',
      recipientId: null,
      name: null,
      standing: {...when, stamp: '5', shown: {kk: '50', ru: '50'}, author: 'Қасымжанов Ерлан'},
      losing: [
        {...when, stamp: '6', shown: {kk: '45', ru: '45'}, author: 'Жүнісова Әсел Маратқызы'},
        {...when, stamp: '7', shown: null, author: 'Иванова Ольга Петровна'},
      ],
    },
  ];
}

export const held: {changes: HeldChange[]; more: boolean} = {
  changes: refusalReasons.flatMap(reason =>
    ['relative', 'measure'].map(table => ({
      stamp: `${reason} ${table}`,
      table: reason === 'unknown-table' ? 'wardrobe' : table,
      op: reason === 'mass-deletion' ? 'delete' : 'update',
      reason,
      from: pc.name,
      receivedAt: '2026-11-19T08:00:00Z',
    })),
  ),
  more: true,
};
