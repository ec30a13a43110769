import {randomUUID} from 'node:crypto';
import {newClock, stamp} from '../../domain/hybrid-clock.ts';
import {serviceTypes} from '../../domain/vocabulary.ts';
import type {Change, ChangeOp} from '../../registry/protocol/change.ts';
import {inventPerson} from '../bench/people.ts';

const begins = Date.parse('2026-01-05T04:00:00Z');
const day = '2026-01-05';

/**
 * The log of a facility from its first change on, two dozen changes for each person, as long as it is asked for: one change
 * at a time, nothing is held. Ids are random, as they are in the product. `node`: 16 hex digits.
 */
export function* firstLoad(count: number, node: string): Generator<Change> {
  let clock = newClock;
  let seq = 0;

  function change(table: string, rowId: string, patch: Readonly<Record<string, unknown>>, op: ChangeOp): Change {
    seq += 1;
    const next = stamp(clock, begins + seq * 40, `${node}00000001`);
    clock = next.clock;
    return {
      seq,
      stamp: next.stamp,
      table,
      rowId,
      op,
      patch: JSON.stringify(patch),
      base: [],
      author: null,
      recordedAt: new Date(begins + seq * 40).toISOString(),
    };
  }

  function* everything(): Generator<Change> {
    const [facilityId, journalId, staffId] = [randomUUID(), randomUUID(), randomUUID()];
    const names = {name_kk: '«Тірек» орталығы', name_ru: 'Центр «Тірек»', place_kk: 'Орал', place_ru: 'Уральск'};
    const position = {position_kk: 'маман', position_ru: 'специалист'};
    const employee = {surname: 'Сәтпай', first_name: 'Айгүл', ...position, service_types: []};
    yield change('facility', facilityId, {type: 'temporary-stay', ...names}, 'insert');
    yield change('staff', staffId, employee, 'insert');
    yield change('journal', journalId, {begun_on: '2020-01-01'}, 'insert');
    for (let index = 0; ; index += 1) yield* person(index, {journalId, staffId});
  }

  function* person(index: number, of: {journalId: string; staffId: string}): Generator<Change> {
    const {id: _id, firstName, bornOn, ...named} = inventPerson(index);
    const [recipientId, fileId, placementId, planId, roundId] = Array.from({length: 5}, () => randomUUID());
    const insert = (table: string, id: string | undefined, patch: Readonly<Record<string, unknown>>): Change =>
      change(table, id ?? randomUUID(), patch, 'insert');
    yield insert('recipient', recipientId, {...named, first_name: firstName, born_on: bornOn});
    yield insert('personal_file', fileId, {
      recipient_id: recipientId,
      number: String(index + 1),
      number_value: index + 1,
      opened_on: day,
      place_kk: 'Орал',
      place_ru: 'Уральск',
    });
    for (const position of [1, 2]) {
      const document = {file_id: fileId, position, title: 'Жеке куәлік', sheets: position, original: 0};
      yield insert('file_document', undefined, document);
    }
    const row = {recipient_id: recipientId, journal_id: of.journalId, row_number: index + 1, archive: 0};
    yield insert('placement', placementId, row);
    const admission = {kind: 'admitted', happened_on: day, order_number: `${index + 1}-ж`, position: 0};
    yield insert('placement_event', undefined, {placement_id: placementId, ...admission});
    yield insert('plan', planId, {
      recipient_id: recipientId,
      placement_id: placementId,
      revision: 0,
      services_to_review: [],
      status: 'approved',
      period_from: day,
      period_to: '2026-12-04',
      review_on: '2026-07-05',
      drawn_up_on: day,
      filled_on: day,
      approved_on: day,
    });
    for (const [position, serviceType] of serviceTypes.entries()) {
      yield insert('measure', undefined, {
        plan_id: planId,
        service_type: serviceType,
        position,
        text: `Күнделікті көмек көрсету, ${index % 97}-түрі`,
        staff_id: of.staffId,
        assigned_on: day,
      });
    }
    yield insert('monitoring_round', roundId, {plan_id: planId, number: 1, status: 'open', monitored_on: day});
    for (const serviceType of serviceTypes) {
      const positive = {positive_groups: [], positive: `Жағдайы жақсарды, ${index % 89}`};
      const entry = {...positive, services_to_review: [], monitored_on: day};
      yield insert('monitoring_entry', undefined, {round_id: roundId, service_type: serviceType, ...entry});
    }
  }

  for (const each of everything()) {
    if (each.seq > count) return;
    yield each;
  }
}
