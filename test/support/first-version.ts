import type {Database} from 'better-sqlite3';
import {addMonths} from '../../domain/dates.ts';
import {newClock, stamp} from '../../domain/hybrid-clock.ts';
import {serviceTypes} from '../../domain/vocabulary.ts';

/**
 * A year of an organisation as the first version of the database knew it: written with the statements of then, and with its log, so that it does
 * not follow what later versions write.
 */
export const firstNode = '0123456789abcdef';

export interface FirstYear {
  readonly recipients: number;
  readonly rounds: number;
}

type Row = Readonly<Record<string, string | number | null>>;

export function writeFirstYear(client: Database, accountId: string, recipients: number): FirstYear {
  let clock = newClock;
  let at = Date.parse('2023-01-09T05:00:00Z');

  /** One row and its log, as the triggers of then wrote it. */
  function insert(table: string, {id, ...values}: Row & {id: string}): void {
    const columns = ['id', ...Object.keys(values)].map(name => `"${name}"`).join(', ');
    const places = ['?', ...Object.keys(values).map(() => '?')].join(', ');
    client.prepare(`INSERT INTO "${table}" (${columns}) VALUES (${places})`).run(id, ...Object.values(values));
    at += 1_000;
    const next = stamp(clock, at, firstNode);
    clock = next.clock;
    const patch = Object.fromEntries(
      Object.entries(values)
        .filter(([, value]) => value !== null)
        .map(jsonOf),
    );
    client
      .prepare(
        `INSERT INTO change (table_name, row_id, op, patch, base, author, recorded_at, stamp, origin)
         VALUES (?, ?, 'insert', ?, NULL, ?, ?, ?, ?)`,
      )
      .run(table, id, JSON.stringify(patch), accountId, new Date(at).toISOString(), next.stamp, firstNode);
  }

  client.prepare("INSERT INTO local_state (key, value) VALUES ('node', ?)").run(firstNode);
  insert('staff', {
    ...person('s1', 'Қасымжанова'),
    position_kk: 'басшы',
    position_ru: 'руководитель',
    service_types: '[]',
  });
  insert('staff', {
    ...person('s2', 'Жүнісова'),
    position_kk: 'маман',
    position_ru: 'специалист',
    signatory_role: 'social-work-specialist',
    service_types: '["everyday"]',
  });
  insert('facility', {
    id: 'f1',
    type: 'stationary',
    name_kk: '«Тірек» орталығы',
    name_ru: 'Центр «Тирек»',
    place_kk: 'Қызылорда',
    place_ru: 'Кызылорда',
    head_staff_id: 's1',
  });
  insert('account', {id: accountId, name: 'Басшы', role: 'head', staff_id: 's1', disabled: 0});
  insert('setting', {id: 'setup', value: '"done"'});
  insert('journal', {id: 'j1', begun_on: '2023-01-09'});
  for (let number = 1; number <= recipients; number += 1) writeRecipient(insert, number);
  return {recipients, rounds: recipients * 4};
}

function writeRecipient(insert: (table: string, row: Row & {id: string}) => void, number: number): void {
  const [recipient, placement, plan] = [`r${number}`, `p${number}`, `plan${number}`];
  insert('recipient', {
    ...person(recipient, `Әбдіғаппарұлы${number}`),
    born_on: `19${40 + (number % 50)}-05-09`,
    sex: number % 2 === 0 ? 'male' : 'female',
    category: 'elderly',
    address: `Абай көшесі, ${number}`,
  });
  insert('placement', {id: placement, recipient_id: recipient, journal_id: 'j1', row_number: number});
  const event = {placement_id: placement, order_number: `${number}-ж`};
  insert('placement_event', {id: `${placement}a`, ...event, kind: 'queued', happened_on: '2023-01-09', position: 1});
  insert('placement_event', {id: `${placement}b`, ...event, kind: 'admitted', happened_on: '2023-01-16', position: 2});
  insert('personal_file', {
    id: `file${number}`,
    recipient_id: recipient,
    number: String(number),
    number_value: number,
    opened_on: '2023-01-16',
    place_kk: 'Қызылорда',
    place_ru: 'Кызылорда',
  });
  insert('plan', {
    id: plan,
    recipient_id: recipient,
    placement_id: placement,
    revision: 0,
    services_to_review: '[]',
    status: 'approved',
    observed_from: '2023-01-16',
    observed_to: '2023-01-30',
    period_from: '2023-01-30',
    period_to: '2023-12-31',
    review_on: '2023-12-31',
    drawn_up_on: '2023-01-30',
    filled_on: '2023-01-30',
    approved_on: '2023-01-31',
    approved_by_id: 's1',
  });
  for (const [position, service] of serviceTypes.entries()) {
    const words = {text: `Іс-шара ${position + 1}`, volume: '2', period: 'week', staff_id: 's2'};
    insert('measure', {id: `${plan}m${position}`, plan_id: plan, service_type: service, position, ...words});
  }
  for (let quarter = 1; quarter <= 4; quarter += 1) writeRound(insert, plan, quarter);
}

function writeRound(insert: (table: string, row: Row & {id: string}) => void, plan: string, quarter: number): void {
  const round = `${plan}q${quarter}`;
  const on = addMonths('2023-01-30', quarter * 3 - 1);
  insert('monitoring_round', {
    id: round,
    plan_id: plan,
    number: quarter,
    status: 'closed',
    observed_from: addMonths(on, -2),
    observed_to: on,
    monitored_on: on,
    entered_on: on,
    specialist_id: 's2',
    specialist_signed_on: on,
  });
  for (const service of serviceTypes) {
    insert('monitoring_entry', {
      id: `${round}-${service}`,
      round_id: round,
      service_type: service,
      positive_groups: '[]',
      positive: 'Жақсарды',
      services_to_review: '[]',
      monitored_on: on,
      staff_id: 's2',
    });
  }
}

function person(id: string, surname: string) {
  return {id, surname, first_name: 'Әсел', patronymic: null};
}

/** Columns that hold JSON stand in the log as it. */
function jsonOf([name, value]: [string, string | number | null]): [string, unknown] {
  const isJson =
    name === 'service_types' || name === 'services_to_review' || name === 'positive_groups' || name === 'value';
  return [name, isJson ? JSON.parse(String(value)) : value];
}
