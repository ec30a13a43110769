import {expect, test} from 'vitest';
import {issueTarget, withDaysOf, type RawPlan} from '../../../../renderer/features/plan/plan-values.ts';

const measure = {text: '', volume: '', period: '', dateFrom: '', dateTo: '', staffId: '', assignedOn: ''};

test('a matter leads to its very measure, wherever it stands among those of other services', () => {
  const values = {
    signatures: [],
    measures: ['legal', 'medical', 'legal'].map(serviceType => ({...measure, serviceType})),
  } as unknown as RawPlan;
  const target = (field: string) => issueTarget(field, values);
  expect(target('services.legal.measures.0.volume')).toEqual({kind: 'field', name: 'measures.0.volume'});
  expect(target('services.legal.measures.1.specialist')).toEqual({kind: 'field', name: 'measures.2.staffId'});
  expect(target('services.medical.measures.0.dates.to')).toEqual({kind: 'field', name: 'measures.1.dateTo'});
  expect(target('services.legal.measures.5.text')).toEqual({kind: 'service', serviceType: 'legal'});
  expect(target('planned.from')).toEqual({kind: 'field', name: 'periodFrom'});
  expect(target('reviewOn')).toEqual({kind: 'field', name: 'reviewOn'});
  expect(target('diagnosis')).toEqual({kind: 'person'});
});

test('measures without days get those of the plan; what is typed stays', () => {
  const typed = {...measure, serviceType: 'legal', dateFrom: '2026-08-01', assignedOn: 'кеше'} as const;
  const measures = [{...measure, serviceType: 'medical'}, typed] as RawPlan['measures'];
  const dated = withDaysOf({periodFrom: '2026-07-03', periodTo: '2027-07-02', measures}, '2026-07-02');
  expect(dated.map(({dateFrom, dateTo, assignedOn}) => [dateFrom, dateTo, assignedOn])).toEqual([
    ['2026-07-03', '2027-07-02', '2026-07-02'],
    ['2026-08-01', '2027-07-02', 'кеше'],
  ]);
});
