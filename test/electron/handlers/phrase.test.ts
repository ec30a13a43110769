import {describe, expect, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import {become} from '../../support/become.ts';
import {failureOf, furnish, openOffice, type Office} from '../../support/office.ts';

/** The organisation's phrases, through the contract. */

const walk = {
  serviceType: 'everyday',
  place: 'measure',
  text: {kk: 'Тазы ауада болу', ru: 'Пребывание на свежем воздухе'},
} as const;
const starter = 'medical.measure.massage';

async function phrase({client}: Office, id: string) {
  return must((await client.phrase.list({})).find(each => each.id === id));
}

const refused = (field: string, problem: string) => ({code: 'invalid', issues: [{field, problem}]});

describe('the phrases of an organisation', () => {
  test('its own are added, changed, hidden, taken out', async () => {
    const office = await openOffice();
    const {client} = office;
    const before = await client.phrase.list({});
    const {id, stamp} = await client.phrase.save({id: null, seen: null, ...walk});
    expect(await phrase(office, id)).toEqual({id, stamp, ...walk, isStarter: false, hidden: false, uses: 0});
    const oneLanguage = {...walk, text: {kk: '  Тазы ауада  серуендеу ', ru: ''}};
    const changed = await client.phrase.save({id, seen: stamp, ...oneLanguage});
    expect((await phrase(office, id)).text).toEqual({kk: 'Тазы ауада серуендеу', ru: ''});
    expect((await failureOf(client.phrase.hide({id, seen: stamp, hidden: true}))).code).toBe('conflict');
    const hidden = await client.phrase.hide({id, seen: changed.stamp, hidden: true});
    expect((await phrase(office, id)).hidden).toBe(true);
    // Its words may be mended while it is hidden, and it stays so.
    const mended = await client.phrase.save({id, seen: hidden.stamp, ...walk});
    expect((await phrase(office, id)).hidden).toBe(true);
    await client.phrase.remove({id, seen: mended.stamp});
    expect(await client.phrase.list({})).toEqual(before);
  });

  test('what the program brought along is changed, hidden, and put back', async () => {
    const office = await openOffice();
    const {client} = office;
    const brought = await phrase(office, starter);
    expect(brought).toMatchObject({stamp: null, isStarter: true, hidden: false});
    const {serviceType, place} = brought;
    const text = {kk: 'Уқалау', ru: 'Массаж спины'};
    const {stamp} = await client.phrase.save({id: starter, seen: null, serviceType, place, text});
    expect(await phrase(office, starter)).toMatchObject({text, isStarter: true});
    expect((await failureOf(client.phrase.save({id: starter, seen: null, serviceType, place, text}))).code).toBe(
      'conflict',
    );
    const hidden = await client.phrase.hide({id: starter, seen: stamp, hidden: true});
    expect(await phrase(office, starter)).toMatchObject({text, hidden: true});
    await client.phrase.remove({id: starter, seen: hidden.stamp});
    expect(await phrase(office, starter)).toEqual(brought);
    // And hidden without another word.
    await client.phrase.hide({id: starter, seen: null, hidden: true});
    expect(await phrase(office, starter)).toMatchObject({text: brought.text, hidden: true});
  });

  test('what is taken more often is known on this PC', async () => {
    const office = await openOffice();
    const {client} = office;
    await client.phrase.used({id: starter});
    await client.phrase.used({id: starter});
    expect((await phrase(office, starter)).uses).toBe(2);
    expect((await failureOf(client.phrase.used({id: 'no-such-phrase'}))).code).toBe('missing');
    const history = await client.facility.history({before: null, limit: 100});
    expect(history.changes.filter(({table}) => table === 'phrase')).toEqual([]);
  });

  test('refuses nothing written, what is there already, what is too long, and what names somebody', async () => {
    const {client} = await openOffice();
    const save = (text: {kk: string; ru: string}) =>
      failureOf(client.phrase.save({id: null, seen: null, ...walk, text}));
    expect(await save({kk: ' ', ru: ''})).toEqual(refused('text.kk', 'required'));
    expect(await save({kk: 'ЖУЫНДЫРУ, шашын және тырнағын алу', ru: ''})).toEqual(refused('', 'phrase-twice'));
    expect(await save({kk: 'ә'.repeat(501), ru: ''})).toEqual(refused('text.kk', 'too-long'));
    expect(await save({kk: '', ru: 'Осмотр, ИИН 580509300012'})).toEqual(refused('text.ru', 'phrase-of-somebody'));
  });

  test('a specialist keeps those of the own service types alone', async () => {
    const office = await openOffice();
    const {client} = office;
    const staff = await furnish(office, 'stationary');
    const member = must((await client.facility.staff({withFormer: false})).find(({id}) => id === staff.psychologist));
    const {stamp: seen, normPost: _post, rateHundredths: _rate, ...values} = member;
    await client.facility.saveStaff({...values, seen, serviceTypes: ['psychological']});
    become(office, 'psychologist', staff.psychologist);
    const own = {...walk, serviceType: 'psychological'} as const;
    const {id, stamp} = await client.phrase.save({id: null, seen: null, ...own});
    const denied = {code: 'denied', detail: 'own-services'};
    expect(await failureOf(client.phrase.save({id: null, seen: null, ...walk}))).toEqual(denied);
    expect(await failureOf(client.phrase.save({id, seen: stamp, ...walk}))).toEqual(denied);
    expect(await failureOf(client.phrase.hide({id: starter, seen: null, hidden: true}))).toEqual(denied);
    await client.phrase.remove({id, seen: stamp});
  });
});
