import {expect, test} from 'vitest';
import {issueTarget, type RawPlan} from '../../../../renderer/features/plan/plan-values.ts';

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
  expect(target('diagnosis')).toEqual({kind: 'person'});
});
