import {expect, onTestFinished, test} from 'vitest';
import {formatDate} from '../../domain/dates.ts';
import {localDay} from '../../renderer/lib/clock.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {recipientText} from '../../renderer/text/recipient.ts';
import {referenceKindNames, referenceText} from '../../renderer/text/reference.ts';
import {transferText} from '../../renderer/text/transfer.ts';
import {faultNames, kindNames, placeName, referenceWords} from '../../registry/server/officer/reference-words.ts';
import {words} from '../../registry/server/officer/words.ts';
import {officerPassword, openServer} from '../registry/support/server.ts';
import {codeFor} from '../support/exchange-offices.ts';
import {Killable, who} from '../support/killable.ts';
import {event, person} from '../support/office.ts';
import {Walker} from '../walk/walker.ts';
import {walkedIn} from '../walk/languages.ts';

/** From the officer's page in a browser to the screens of a PC: a list of organisations and a corrected label. */

const home = {
  bin: '123456789012',
  nameKk: '«Шапағат» орталығы',
  nameRu: 'Центр «Шапагат»',
  placeKk: 'Талғар қаласы',
  placeRu: 'город Талгар',
};
const title = {edition: '308-2022/appendix-4', field: 'title', kk: 'Түзетілген жоспар', ru: 'Исправленный план'};
const shared = {
  'positions': [{code: '', kk: 'логопед', ru: 'логопед-дефектолог'}],
  'diagnoses': [
    {code: 'F20.0', kk: 'Параноидтық шизофрения', ru: 'Параноидная шизофрения'},
    {code: 'F20.1', kk: 'Гебефрендік шизофрения', ru: 'Гебефренная шизофрения'},
  ],
  'document-titles': [{code: '', kk: 'Еңбек кітапшасының көшірмесі', ru: 'Копия трудовой книжки'}],
};
const table = [
  'list;code;kk;ru',
  ...Object.entries(shared).flatMap(([list, entries]) =>
    entries.map(({code, kk, ru}) => [list, code, kk, ru].join(';')),
  ),
];
const file = (content: object) => ({
  name: 'reference.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({format: 1, ...content})),
});

test.each(walkedIn('kk'))('reference data on the officer’s page and on the screens of a PC: %s', async language => {
  const server = await openServer('PGlite');
  onTestFinished(() => server.close());
  const pc = await Killable.start(language);
  const walker = new Walker(
    {host: 'loopback', page: pc.page, errors: pc.browser.errors, close: () => Promise.resolve()},
    'stationary',
    language,
    () => Promise.reject(new Error('nothing is saved here')),
  );

  // The officer.
  const desk = await pc.browser.context.newPage();
  await desk.goto(`${server.address}/?lang=${language}`);
  await desk.locator('input[name=password]').fill(officerPassword);
  await desk.getByRole('button', {name: words.enter[language]}).click();
  await desk.getByRole('link', {name: words.reference[language]}).click();
  await desk.getByRole('heading', {level: 1, name: referenceWords.title[language]}).waitFor();
  expect(await desk.locator('body').evaluate(body => getComputedStyle(body).margin)).toBe('0px');
  const bring = async (kind: 'facilities' | 'labels', content: object): Promise<void> => {
    const form = desk.locator(`form[action="/reference/${kind}"]`);
    await form.getByLabel(kindNames[kind][language]).setInputFiles(file({kind, ...content}));
    await form.getByRole('button', {name: referenceWords.check[language]}).click();
  };
  await bring('labels', {corrections: [{...title, field: 'fields.colour.label'}]});
  await desk.getByText(faultNames['unknown-field'][language]).waitFor();
  await desk.getByRole('link', {name: referenceWords.back[language]}).click();
  for (const [kind, content] of [
    ['labels', {corrections: [title]}],
    ['facilities', {facilities: [home]}],
  ] as const) {
    await bring(kind, content);
    await desk.getByText(`${referenceWords.added[language]}: 1`).waitFor();
    await desk.getByRole('button', {name: referenceWords.publish[language]}).click();
    await desk.getByText(referenceWords.published[language]).waitFor();
  }
  const form = desk.locator('form[action="/reference/code-lists"]');
  const bringTable = async (lines: readonly string[]): Promise<void> => {
    const buffer = Buffer.from(`\uFEFF${lines.join('\r\n')}`);
    await form.locator('input[type=file]').setInputFiles({name: 'lists.csv', mimeType: 'text/csv', buffer});
    await form.getByRole('button', {name: referenceWords.check[language]}).click();
  };
  await bringTable([...table, 'colours;;қызыл;красный']);
  await desk.getByText(placeName({path: ['list'], line: table.length + 1})[language]).waitFor();
  await desk.getByRole('link', {name: referenceWords.back[language]}).click();
  await bringTable(table);
  await desk.getByText(`${referenceWords.added[language]}: 4`).waitFor();
  await desk.getByRole('button', {name: referenceWords.publish[language]}).click();
  expect(await desk.getByText('0 / 0').count()).toBe(3);

  // The PC.
  await pc.call('session', 'setLanguage', {language});
  await pc.call('session', 'createAccount', who);
  await pc.call('facility', 'save', {
    seen: null,
    type: 'stationary',
    name: {kk: 'Үміт', ru: 'Умит'},
    place: {kk: 'Қарағанды', ru: 'Караганда'},
    headStaffId: null,
  });
  await pc.call('facility', 'setSetupStep', {step: 'done'});
  const entered = {journalId: null, recipientId: null, person, event: event('admitted', '2026-01-05')};
  const {recipientId} = (await pc.call('journal', 'enter', entered)) as {recipientId: string};
  const facility = await server.facility();
  const enrolment = {url: server.address, code: await codeFor(server, facility), name: 'ДК', certificate: null};
  await pc.call('exchange', 'enrol', enrolment);
  await expect
    .poll(async () => (await pc.call('reference', 'labels', {})) as object, {timeout: 20_000})
    .toEqual({corrections: [title]});
  await pc.page.reload();

  // Which is in force, and since when.
  await pc.go(paths.settings('exchange'));
  await walker.see(referenceText.title);
  const row = pc.page.getByRole('row', {name: referenceKindNames.facilities[language]});
  await row.getByText(formatDate(localDay(new Date().toISOString()))).waitFor();
  await row.getByText(referenceText.applied[language]).waitFor();
  await walker.look('exchange-reference');

  // The corrected label stands where the form is named.
  await pc.go(paths.papers());
  await pc.page.getByText(title[language]).first().waitFor();

  // Typed a part of it, the list is there; taken, both names are filled in.
  const {id} = (await pc.call('transfer', 'prepare', {recipientId})) as {id: string};
  await pc.go(paths.transfer(id));
  const name = (label: typeof transferText.otherKk) => pc.field(label);
  await name(transferText.otherRu).fill('шапагат');
  await pc.page.getByRole('option', {name: language === 'kk' ? home.nameKk : home.nameRu}).waitFor();
  await walker.look('transfer-suggested');
  await pc.page.getByRole('option').first().click();
  expect([await name(transferText.otherKk).inputValue(), await name(transferText.otherRu).inputValue()]).toEqual([
    home.nameKk,
    home.nameRu,
  ]);
  // Whoever does not take one goes on typing.
  await name(transferText.otherRu).fill('Другой дом');
  expect(await name(transferText.otherRu).inputValue()).toBe('Другой дом');

  // Words of the lists: by the code, by the beginning of a word; the code is written with a diagnosis alone.
  const suggested = pc.page.getByRole('option');
  await pc.go(paths.recipient(recipientId));
  await pc.page.getByRole('tab', {name: recipientText.person[language]}).click();
  const diagnosis = pc.page.locator('[name=diagnosis]');
  await diagnosis.pressSequentially('f20.1');
  await suggested.getByText(shared.diagnoses[1]?.[language] ?? '').waitFor();
  await walker.look('recipient-suggested');
  await pc.page.keyboard.press('ArrowDown');
  await pc.page.keyboard.press('Enter');
  await diagnosis.press('End');
  await diagnosis.pressSequentially('\nшизофр');
  await expect.poll(() => suggested.count()).toBe(2);
  await suggested.first().click();
  expect(await diagnosis.inputValue()).toBe(
    [shared.diagnoses[1], shared.diagnoses[0]].map(entry => `${entry?.code}, ${entry?.[language]}`).join('\n'),
  );

  // And the officer sees who has it, once the PC has said so.
  await pc.call('exchange', 'byNetwork', {});
  await expect
    .poll(
      async () => {
        await desk.goto(`${server.address}/reference`);
        return desk.getByText('1 / 1').count();
      },
      {timeout: 20_000},
    )
    .toBe(3);
  expect(pc.browser.errors).toEqual([]);
});
