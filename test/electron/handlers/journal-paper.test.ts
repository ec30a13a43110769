import {expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {admit, furnish, openOffice, person} from '../../support/office.ts';

test.each([
  {programmeFrom: '2026-01-10', programmeTo: null},
  {programmeFrom: null, programmeTo: '2027-01-10'},
  {programmeFrom: null, programmeTo: null},
])('the journal is issued with a programme of %o', async programme => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  await furnish(office, 'stationary');
  await admit(office, '2026-02-02', {...person, ...programme});
  const [volume] = await client.journal.volumes({});
  const subject = {form: 'appendix-2', subjectId: must(volume).id} as const;
  const found = await client.paper.issues(subject);
  expect(found.filter(({severity}) => severity === 'stop')).toEqual([]);
  expect(await client.paper.issue({...subject, legalDate: '2026-02-02'})).toMatchObject({paperId: expect.any(String)});
});
