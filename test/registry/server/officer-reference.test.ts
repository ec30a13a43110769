import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {writeHolidayTable} from '../../../domain/holiday-table.ts';
import {referenceKinds, type ReferenceKind} from '../../../registry/protocol/reference.ts';
import {faultNames, kindNames, referenceWords} from '../../../registry/server/officer/reference-words.ts';
import {words} from '../../../registry/server/officer/words.ts';
import {databases} from '../support/stores.ts';
import {ask, officerPassword, openServer, type Answer, type TestServer} from '../support/server.ts';

const home = {nameKk: '<b>Үміт</b> үйі', nameRu: 'Дом надежды', placeKk: 'Алматы', placeRu: 'Алматы'};
const first = {bin: '123456789012', ...home};
const second = {bin: '210987654321', ...home, nameKk: 'Шапағат', nameRu: 'Шапагат'};
const facilities = (...list: object[]): string => JSON.stringify({kind: 'facilities', format: 1, facilities: list});

describe.each(databases)('the officer publishes reference data on %s', kind => {
  let server: TestServer;
  let desk: {cookie: string; token: string};
  beforeAll(async () => {
    server = await openServer(kind);
    const signed = await post('/sign-in', new URLSearchParams({password: officerPassword}));
    const cookie = (signed.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const page = (await get('/', cookie)).bytes.toString();
    desk = {cookie, token: /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''};
  });
  afterAll(() => server.close());

  const post = (path: string, body: FormData | URLSearchParams, cookie = desk?.cookie ?? ''): Promise<Answer> =>
    ask(`${server.address}${path}`, {method: 'POST', headers: {cookie}, body});
  const get = (path: string, cookie = desk.cookie): Promise<Answer> =>
    ask(`${server.address}${path}`, {headers: {cookie}});

  function upload(of: ReferenceKind, file: string, token = desk.token, cookie = desk.cookie): Promise<Answer> {
    const form = new FormData();
    form.set('token', token);
    form.set('file', new Blob([file], {type: 'application/json'}), 'file.json');
    return post(`/reference/${of}?lang=ru`, form, cookie);
  }

  const textOf = ({bytes}: Answer): string => bytes.toString().replaceAll(/\s+/g, ' ');
  const shaOf = (answer: Answer): string => /name="sha256" value="([0-9a-f]{64})"/.exec(textOf(answer))?.[1] ?? '';
  const publish = (of: ReferenceKind, sha256: string) =>
    post(`/reference/${of}/publish`, new URLSearchParams({token: desk.token, sha256}));

  test('a file is looked at, what it changes is shown, and published it is in force', async () => {
    expect(textOf(await get('/reference?lang=ru'))).toContain(referenceWords.notPublished.ru);
    const shown = await upload('facilities', facilities(first));
    expect([shown.status, textOf(shown).includes(`${referenceWords.added.ru}: 1`)]).toEqual([200, true]);
    // Not yet.
    expect((await get('/reference/facilities/document.json')).status).toBe(404);
    expect((await publish('facilities', shaOf(shown))).headers.get('location')).toBe('/reference?published');
    expect((await get('/reference/facilities/document.json')).json).toMatchObject({facilities: [first]});
    const next = textOf(await upload('facilities', facilities({...first, placeRu: null}, second)));
    expect(next).toContain(`${referenceWords.added.ru}: 1`);
    expect(next).toContain(`${referenceWords.changed.ru}: 1`);
    expect(next).toContain('Дом надежды, Алматы → Дом надежды');
    const gone = await upload('facilities', facilities(second));
    expect(textOf(gone)).toContain(`${referenceWords.removed.ru}: 1`);
    // The one that was shown before is not the one that is there now.
    expect((await publish('facilities', shaOf(shown))).status).toBe(409);
    expect((await publish('facilities', shaOf(gone))).status).toBe(303);
    expect(textOf(await get('/reference?lang=kk'))).toMatch(/<td>2<\/td>.*0 \/ 0/);
    // Brought once more, it changes nothing; what it says is shown as words, not as markup.
    expect(textOf(await upload('facilities', facilities(second)))).toContain(referenceWords.nothing.ru);
    expect((await upload('facilities', facilities(first))).bytes.toString()).not.toContain('<b>Үміт');
  });

  test('of a calendar the days are shown that are worked or off otherwise', async () => {
    const table = {version: 'kz-2031', fromYear: 2031, toYear: 2031, fixed: [], swaps: []};
    const name = {kk: 'Мереке', ru: 'Праздник'};
    const file = writeHolidayTable({...table, dated: [{date: '2031-06-02', name, decided: true}]});
    expect(textOf(await upload('calendar', file))).toContain('02.06.2031 – нерабочий день (Праздник)');
  });

  interface Case {
    readonly what: string;
    readonly file: string;
    readonly says: readonly string[];
  }
  const cases: readonly Case[] = [
    {what: 'no JSON', file: 'PK\u0003\u0004', says: [faultNames['not-json'].ru]},
    {what: 'of another kind', file: facilities(), says: [faultNames['other-kind'].ru, 'kind']},
    {what: 'of 10 MB', file: 'x'.repeat(10 * 1024 * 1024), says: [faultNames['too-large'].ru]},
    {
      what: 'with a label that no form has',
      file: JSON.stringify({
        kind: 'labels',
        format: 1,
        corrections: [{edition: '308-2022/appendix-4', field: 'fields.x.label', kk: 'а', ru: 'б'}],
      }),
      says: [faultNames['unknown-field'].ru, 'corrections, запись 1, field'],
    },
  ];
  test.each(cases)('a file $what is refused with the place, and nothing changes', async ({file, says}) => {
    const answer = await upload('labels', file);
    expect(answer.status).toBe(400);
    for (const said of says) expect(textOf(answer)).toContain(said);
    expect(textOf(answer)).not.toContain('/publish');
    expect((await get('/reference/labels/document.json')).status).toBe(404);
  });

  test('what is far too large is not read, and said in words', async () => {
    const answer = await upload('labels', 'x'.repeat(17 * 1024 * 1024)).catch(() => undefined);
    // The line may be cut before the answer is read.
    if (answer !== undefined) expect([answer.status, textOf(answer).includes(words.tooLarge.ru)]).toEqual([413, true]);
    expect((await get('/reference')).status).toBe(200);
  });

  test('no file, no session, a form from elsewhere, a kind that there is not', async () => {
    expect(textOf(await upload('labels', ''))).toContain(referenceWords.noFile.ru);
    expect((await upload('labels', facilities(), 'x'.repeat(43))).status).toBe(403);
    expect((await upload('labels', facilities(), desk.token, 'tirek-officer=guessed')).status).toBe(401);
    expect((await get('/reference', '')).status).toBe(401);
    expect((await upload('codes' as ReferenceKind, facilities())).status).toBe(404);
  });

  test.each(['kk', 'ru'] as const)('the page has its words in both languages: %s', async language => {
    const page = textOf(await get(`/reference?lang=${language}`));
    for (const each of referenceKinds) expect(page).toContain(kindNames[each][language]);
  });
});
