import {randomBytes} from 'node:crypto';
import {must} from '../../domain/assert.ts';
import {newClock, stamp} from '../../domain/hybrid-clock.ts';
import {serviceTypes} from '../../domain/vocabulary.ts';
import {makePeople} from '../../electron/demo/people/people.ts';
import {phrases} from '../../electron/demo/phrases.ts';
import {makeRandom, type Random} from '../../electron/demo/random.ts';
import type {Change, ChangeOp} from '../../registry/protocol/change.ts';

/** Each with a time of its own: a day of seven hours of typing, saved field by field. */
const dayBegins = Date.parse('2026-03-02T04:00:00Z');
const shortestPause = 300;
const longestPause = 25_000;

type Patch = Readonly<Record<string, unknown>>;

/**
 * What a facility writes on a busy day, as its log has it: new people with file, journal row and events, plans with
 * measures, rounds of monitoring with their entries, texts corrected after saving, some papers frozen. Ids bear the time of
 * their making and are random for the rest, as they are in the product, because nothing weighs more in a parcel.
 */
export function inventDay(count: number, {node = '00000000000000a1', seed = 'day'} = {}): Change[] {
  const random = makeRandom(seed);
  const changes: Change[] = [];
  const last = new Map<string, string>();
  const staff = Array.from({length: 6}, () => idOfTime(dayBegins));
  const accounts = staff.slice(0, 3);
  let clock = newClock;
  let now = dayBegins;

  function log(table: string, rowId: string, op: ChangeOp, patch: Patch): void {
    now += random.percent(60) ? random.int(0, 40) : random.int(shortestPause, longestPause);
    const next = stamp(clock, now, node);
    clock = next.clock;
    const before = last.get(rowId);
    last.set(rowId, next.stamp);
    changes.push({
      seq: changes.length + 1,
      stamp: next.stamp,
      table,
      rowId,
      op,
      patch: JSON.stringify(patch),
      base: before === undefined ? [] : [before],
      author: random.pick(accounts),
      recordedAt: new Date(now).toISOString(),
    });
  }

  function insert(table: string, patch: Patch): string {
    now += 1;
    const id = idOfTime(now);
    log(table, id, 'insert', patch);
    return id;
  }

  const language = random.percent(50) ? 'kk' : 'ru';
  const people = makePeople(random, 'stationary', Math.ceil(count / 30) + 1, '2026-03-02');
  const journalId = idOfTime(now);
  for (const [index, person] of people.entries()) {
    if (changes.length >= count) break;
    const {surname, firstName, patronymic} = person.name;
    const recipientId = insert('recipient', {
      surname,
      first_name: firstName,
      patronymic,
      born_on: person.bornOn,
      sex: person.sex,
      iin: person.iin,
      category: person.category,
      address: person.address,
      phone: person.phone,
      diagnosis: person.diagnosis,
      ethnicity: person.ethnicity,
      social_status: person.socialStatus,
    });
    const fileId = insert('personal_file', {
      recipient_id: recipientId,
      number: `${index + 1}`,
      number_value: index + 1,
      opened_on: '2026-03-02',
      place_kk: 'Көкшетау қаласы',
      place_ru: 'город Кокшетау',
    });
    const placementId = insert('placement', {
      recipient_id: recipientId,
      journal_id: journalId,
      row_number: index + 1,
      archive: 0,
    });
    insert('placement_event', {
      placement_id: placementId,
      kind: 'admitted',
      happened_on: '2026-03-02',
      order_number: `${index + 1}-ж`,
      position: 0,
    });
    for (const position of [1, 2])
      insert('file_document', {file_id: fileId, position, title: 'Жеке куәлік', sheets: position, original: 0});
    const planId = insert('plan', {
      recipient_id: recipientId,
      placement_id: placementId,
      revision: 0,
      services_to_review: [],
      status: 'approved',
      period_from: '2026-03-02',
      period_to: '2027-03-01',
      review_on: '2026-09-02',
      drawn_up_on: '2026-03-02',
    });
    addPapersOf(random, {planId, recipientId, language, staff, insert, log});
  }
  return changes.slice(0, count);
}

/** As `newId` of the database makes them, of a moment that is given. */
function idOfTime(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  const [counter, variant] = [random.slice(0, 3), '89ab'.charAt(Number.parseInt(random.charAt(3), 16) % 4)];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}

function addPapersOf(
  random: Random,
  {
    planId,
    recipientId,
    language,
    staff,
    insert,
    log,
  }: {
    planId: string;
    recipientId: string;
    language: 'kk' | 'ru';
    staff: readonly string[];
    insert: (table: string, patch: Patch) => string;
    log: (table: string, rowId: string, op: ChangeOp, patch: Patch) => void;
  },
): void {
  const roundId = insert('monitoring_round', {plan_id: planId, number: 1, status: 'open', monitored_on: '2026-03-02'});
  const written: Patch[] = [];
  for (const [position, serviceType] of serviceTypes.entries()) {
    const of = phrases[serviceType];
    const staffId = random.pick(staff);
    const chosen = random.pick(of.measures);
    const measure = {
      plan_id: planId,
      service_type: serviceType,
      position,
      text: chosen.text[language],
      volume: chosen.volume[language],
      period: chosen.period,
      date_from: '2026-03-02',
      date_to: '2027-03-01',
      staff_id: staffId,
      assigned_on: '2026-03-02',
    };
    written.push(measure);
    const measureId = insert('measure', measure);
    if (random.percent(50)) log('measure', measureId, 'update', {volume: random.pick(of.measures).volume[language]});
    const change = random.pick(of.changes);
    const entryId = insert('monitoring_entry', {
      round_id: roundId,
      service_type: serviceType,
      positive_groups: change.groups,
      positive: change.text[language],
      services_to_review: [],
      monitored_on: '2026-03-02',
      staff_id: staffId,
    });
    const correction = random.pick(of.corrections);
    if (random.percent(60)) {
      log('monitoring_entry', entryId, 'update', {
        decision: correction.decision[language],
        recommendation: correction.recommendation[language],
      });
    }
    if (random.percent(20)) {
      log('monitoring_entry', entryId, 'update', {positive: `${must(change.text[language])} ${random.int(2, 30)}.03.`});
    }
  }
  log('monitoring_round', roundId, 'update', {status: 'closed', entered_on: '2026-03-02'});
  if (random.percent(20)) {
    insert('paper', {
      form: 'appendix-4',
      edition_id: '308-2022',
      edition_shape: 'b7c1e0a94d5f',
      recipient_id: recipientId,
      plan_id: planId,
      values_json: JSON.stringify(written),
    });
  }
}
