import {describe, expect, test} from 'vitest';
import {must} from '../../../../domain/assert.ts';
import {serviceTypes} from '../../../../domain/vocabulary.ts';
import type {MonitoringEntryValues} from '../../../../electron/contract/monitoring.ts';
import {asLastTime, withRestUnchanged, type Filling} from '../../../../renderer/features/monitoring/round-filling.ts';
import {rawEntry, type RawEntry, type RawRound} from '../../../../renderer/features/monitoring/round-values.ts';

const said: MonitoringEntryValues = {
  serviceType: 'everyday',
  positiveGroups: [],
  positive: null,
  noneOrWorse: null,
  reason: null,
  decision: null,
  servicesToReview: [],
  recommendation: null,
  monitoredOn: '2026-03-31',
  staffId: 'before',
};

const previous: readonly MonitoringEntryValues[] = [
  {...said, noneOrWorse: 'none', reason: 'Тұрақты.'},
  {...said, serviceType: 'medical', positiveGroups: ['condition'], positive: 'Жақсарды.', monitoredOn: null},
  {
    ...said,
    serviceType: 'legal',
    noneOrWorse: 'worse',
    reason: 'Ауырды.',
    decision: 'Қайта қарау',
    servicesToReview: ['legal'],
  },
  {...said, serviceType: 'labour'},
];

function round(values: Partial<RawRound> = {}, entries: Record<string, Partial<RawEntry>> = {}): RawRound {
  return {
    observedFrom: '2026-04-01',
    observedTo: '',
    monitoredOn: '',
    specialistId: 's',
    specialistSignedOn: '',
    consultantId: '',
    consultantSignedOn: '',
    entries: serviceTypes.map(serviceType => ({...rawEntry(serviceType, undefined), ...entries[serviceType]})),
    ...values,
  };
}

const filling: Filling = {today: '2026-06-30', specialistOf: type => `of ${type}`, isOwn: () => true};
const entry = (of: RawRound, type: string) => must(of.entries.find(({serviceType}) => serviceType === type));

describe('a round as last time', () => {
  test('has the marks and words of the round before, its day, and who monitors; no decision', () => {
    const filled = asLastTime(round(), previous, filling);
    expect([filled.monitoredOn, filled.observedTo]).toEqual(['2026-06-30', '2026-06-30']);
    const dated = {monitoredOn: '2026-06-30'};
    expect(entry(filled, 'everyday')).toMatchObject({
      ...dated,
      noneOrWorse: 'none',
      reason: 'Тұрақты.',
      staffId: 'of everyday',
    });
    expect(entry(filled, 'medical')).toMatchObject({
      ...dated,
      positiveMarked: true,
      positiveGroups: ['condition'],
      positive: 'Жақсарды.',
    });
    expect(entry(filled, 'legal')).toMatchObject({
      ...dated,
      noneOrWorse: 'worse',
      reason: 'Ауырды.',
      corrects: false,
      decision: '',
      servicesToReview: [],
    });
    // Nothing was said of these.
    for (const type of ['labour', 'cultural']) expect(entry(filled, type)).toEqual(entry(round(), type));
  });

  test('leaves what is marked or typed, the days of the sheet, and rows of others', () => {
    const typed = round(
      {monitoredOn: '2026-06-25', observedTo: '2026-06-28'},
      {
        everyday: {positiveMarked: true, positive: 'Өзі киінеді.'},
        legal: {reason: 'Басқа.', staffId: 'x', monitoredOn: '2026-06-20'},
      },
    );
    const filled = asLastTime(typed, previous, {...filling, isOwn: type => type !== 'medical'});
    expect([filled.monitoredOn, filled.observedTo]).toEqual(['2026-06-25', '2026-06-28']);
    for (const type of ['everyday', 'medical']) expect(entry(filled, type)).toEqual(entry(typed, type));
    expect(entry(filled, 'legal')).toMatchObject({
      noneOrWorse: 'worse',
      reason: 'Басқа.',
      staffId: 'x',
      monitoredOn: '2026-06-20',
    });
  });

  test('a sheet that begins later ends on no day yet', () => {
    expect(asLastTime(round({observedFrom: '2026-07-01'}), previous, filling).observedTo).toBe('');
  });
});

test('rows without a mark are marked as unchanged, with the words that they have', () => {
  const filled = withRestUnchanged(
    round({}, {medical: {reason: 'Өз сөзі.'}, legal: {positiveMarked: true}}),
    'Тұрақты.',
    filling,
  );
  expect(entry(filled, 'everyday')).toMatchObject({noneOrWorse: 'none', reason: 'Тұрақты.', monitoredOn: '2026-06-30'});
  expect(entry(filled, 'medical').reason).toBe('Өз сөзі.');
  expect(entry(filled, 'legal').noneOrWorse).toBe('');
  expect(filled.monitoredOn).toBe('');
});
