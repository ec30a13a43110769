import {expect, test} from 'vitest';
import {become} from '../../support/become.ts';
import {admit, failureOf, furnish, openOffice, person} from '../../support/office.ts';
import {cardOf} from '../../support/plans.ts';

test('addresses and papers that were written before are found, by those who see the records', async () => {
  const office = await openOffice('2026-02-02');
  const {client} = office;
  await furnish(office, 'stationary');
  const {recipientId} = await admit(office, '2026-02-02');
  const card = await cardOf(client, recipientId);
  const {name} = person;
  const mother = {kinship: 'mother' as const, name, bornOn: null, absenceReason: null, proof: 'туу туралы куәлік'};
  await client.recipient.save({...card, relatives: [mother]});
  expect(await client.typedBefore.find({field: 'address', typed: 'абай'})).toEqual(['Қызылорда, Абай көшесі']);
  expect(await client.typedBefore.find({field: 'proof', typed: 'куалик'})).toEqual(['туу туралы куәлік']);
  expect(await client.typedBefore.find({field: 'proof', typed: 'абай'})).toEqual([]);
  become(office, 'administrator');
  expect(await failureOf(client.typedBefore.find({field: 'address', typed: 'абай'}))).toMatchObject({code: 'denied'});
});
