import {createHash} from 'node:crypto';
import {eq} from 'drizzle-orm';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {node} from '../../../registry/store/schema/facility.ts';
import {auditWords, words} from '../../../registry/server/officer/words.ts';
import {databases} from '../support/stores.ts';
import {ask, officerPassword, openServer, type Answer, type TestServer} from '../support/server.ts';

const form = {'content-type': 'application/x-www-form-urlencoded'};

describe.each(databases)("the officer's page on %s", kind => {
  let server: TestServer;
  let now = Date.parse('2026-11-26T06:00:00Z');
  beforeAll(async () => {
    server = await openServer(kind, {now: () => now});
  });
  afterAll(() => server.close());

  const post = (path: string, fields: Record<string, string>, cookie = ''): Promise<Answer> =>
    ask(`${server.address}${path}`, {
      method: 'POST',
      headers: {...form, cookie},
      body: new URLSearchParams(fields).toString(),
    });
  const get = (path: string, cookie = '', headers = {}): Promise<Answer> =>
    ask(`${server.address}${path}`, {headers: {cookie, ...headers}});

  async function signIn(): Promise<{cookie: string; token: string}> {
    const {headers} = await post('/sign-in', {password: officerPassword});
    const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const page = (await get('/', cookie)).bytes.toString();
    return {cookie, token: /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''};
  }

  test('nothing is shown or done without the password', async () => {
    for (const path of ['/facilities.csv', '/facilities.json', `/facilities/${crypto.randomUUID()}`]) {
      expect([path, (await get(path)).status]).toEqual([path, 401]);
      expect([path, (await get(path, 'tirek-officer=guessed')).status]).toEqual([path, 401]);
    }
    expect((await post('/facilities', {nameKk: 'а', nameRu: 'а', type: 'stationary'})).status).toBe(401);
    const wrong = await post('/sign-in', {password: 'wrong'});
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([403, null]);
    expect((await get('/')).bytes.toString()).not.toContain(words.add.kk);
  });

  test('the cookie is for this server alone, and ends with signing out or after twelve hours', async () => {
    const {headers} = await post('/sign-in', {password: officerPassword});
    expect(headers.get('set-cookie')).toMatch(/^tirek-officer=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const {cookie, token} = await signIn();
    expect((await get('/facilities.json', cookie)).status).toBe(200);
    expect((await post('/sign-out', {token}, cookie)).status).toBe(303);
    expect((await get('/facilities.json', cookie)).status).toBe(401);
    const again = await signIn();
    now += 12 * 3_600_000 + 1;
    expect((await get('/facilities.json', again.cookie)).status).toBe(401);
  });

  test('a form that did not come from here does nothing', async () => {
    const {cookie} = await signIn();
    const fields = {nameKk: 'Жат', nameRu: 'Чужая', type: 'stationary'};
    for (const token of ['', 'x'.repeat(43), (await signIn()).token]) {
      expect((await post('/facilities', {...fields, token}, cookie)).status).toBe(403);
    }
    expect((await get('/facilities.json', cookie)).bytes.toString()).not.toContain('Чужая');
  });

  test('a facility is taken in, a PC comes with its code, is listed with what it reports, and shut out', async () => {
    const {cookie, token} = await signIn();
    const name = {nameKk: '=cmd|"<b>Үміт</b>"', nameRu: 'Дом; "Надежда"'};
    const made = (await post('/facilities', {...name, type: 'home-care', token}, cookie)).bytes.toString();
    const code = /class="code">([0-9A-Z-]+)</.exec(made)?.[1] ?? '';
    const id = /\/facilities\/([0-9a-f-]{36})/.exec(made)?.[1] ?? '';
    expect(made).not.toContain('<b>Үміт');
    expect(made).toContain('10.12.2026');
    // It is shown once.
    expect((await get(`/facilities/${id}`, cookie)).bytes.toString()).not.toContain(code);
    const row = async () =>
      ((await get('/facilities.json', cookie)).json as {id: string}[]).find(each => each.id === id);
    expect(await row()).toMatchObject({
      ...name,
      type: 'home-care',
      lastExchangeAt: null,
      daysSinceExchange: null,
      pcs: 0,
    });
    const client = await server.enrolled(id);
    client.office.write({table: 'reference'});
    expect((await client.exchange()).status).toBe(200);
    now += 31 * 86_400_000;
    const {cookie: later, token: fresh} = await signIn();
    const [listed] = ((await get('/facilities.json', later)).json as {id: string}[]).filter(each => each.id === id);
    expect(listed).toMatchObject({
      daysSinceExchange: 31,
      pcs: 1,
      versions: ['0.1.0'],
      quarantinedHere: 1,
      quarantinedThere: 0,
      receiving: 12,
      queued: 3,
      freePlaces: null,
    });
    const page = async (language: string) => (await get(`/?lang=${language}`, later)).bytes.toString();
    expect(await page('kk')).toContain('31 күн бұрын');
    expect(await page('ru')).toContain('31 день назад');
    expect(await page('kk')).toContain('=cmd|&#34;&#60;b&#62;Үміт&#60;/b&#62;&#34;');
    const csv = (await get('/facilities.csv?lang=kk', later)).bytes.toString();
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv).toContain(`"'=cmd|""<b>Үміт</b>""";үйде қызмет көрсету ұйымы;`);
    expect((await get('/facilities.csv?lang=ru', later)).bytes.toString()).toContain(
      '"Дом; ""Надежда""";организация надомного обслуживания;',
    );
    expect((await post(`/facilities/${id}/nodes/${client.office.node}/revoke`, {token: fresh}, later)).status).toBe(
      303,
    );
    expect(await client.exchange()).toMatchObject({status: 403, json: {error: 'revoked'}});
    const [shut] = await server.store.asOfficer(db =>
      db.select({status: node.status}).from(node).where(eq(node.id, client.office.node)),
    );
    expect(shut).toEqual({status: 'revoked'});
  });

  test('the audit of a PC is shown by its number and time, and where it went back or is another one, that is said', async () => {
    const facilityId = await server.facility();
    const client = await server.enrolled(facilityId);
    const {cookie} = await signIn();
    const page = async () => (await get(`/facilities/${facilityId}?lang=ru`, cookie)).bytes.toString();
    const tell = async (seq: number, letter: string) => {
      const end = {seq, hash: letter.repeat(64), at: '2026-11-20T06:00:00.000Z'};
      const answer = await client.signed('PUT', '/v1/audit-end', {json: end, date: new Date(now).toISOString()});
      expect([answer.status, answer.json]).toEqual([200, {}]);
      return page();
    };
    expect(await page()).not.toContain('№ 7');
    const first = await tell(7, 'a');
    expect(first).toContain('№ 7');
    expect(first).not.toContain(auditWords.backwards.ru);
    expect(await tell(9, 'b')).not.toContain(auditWords.another.ru);
    expect(await tell(8, 'c')).toContain(auditWords.backwards.ru);
    expect(await tell(9, 'd')).toContain(auditWords.another.ru);
    // It stays, also where the chain goes on from there.
    const last = await tell(12, 'e');
    expect(last).toContain('№ 12');
    expect(last).toContain(auditWords.another.ru);
    const wrong = await client.signed('PUT', '/v1/audit-end', {
      json: {seq: 0, hash: 'x', at: ''},
      date: new Date(now).toISOString(),
    });
    expect(wrong.status).toBe(400);
  });

  test('a form that is not filled is said to be so, and nothing comes of it', async () => {
    const {cookie, token} = await signIn();
    const before = ((await get('/facilities.json', cookie)).json as unknown[]).length;
    const answer = await post('/facilities?lang=ru', {nameKk: ' ', nameRu: 'Дом', type: 'palace', token}, cookie);
    expect([answer.status, answer.bytes.toString().includes(words.notFilled.ru)]).toEqual([400, true]);
    expect((await get('/facilities.json', cookie)).json).toHaveLength(before);
  });

  test('the language is that of the address, the cookie, the browser', async () => {
    const languageOf = async (path: string, cookie = '', accept = '') =>
      / lang="(..)"/.exec((await get(path, cookie, {'accept-language': accept})).bytes.toString())?.[1];
    expect(await languageOf('/')).toBe('kk');
    expect(await languageOf('/', '', 'en-US,ru;q=0.8,kk;q=0.5')).toBe('ru');
    expect(await languageOf('/', 'tirek-language=kk', 'ru')).toBe('kk');
    expect(await languageOf('/?lang=ru', 'tirek-language=kk')).toBe('ru');
    expect((await get('/?lang=ru')).headers.get('set-cookie')).toContain('tirek-language=ru');
  });

  test('no other page can hold it in a frame, and nothing is loaded from elsewhere', async () => {
    const {headers, bytes} = await get('/');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'/,
    );
    // A browser takes the hash of all that stands between the tags.
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(bytes.toString()) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
    expect(bytes.toString()).not.toMatch(/<script|src=|url\(|@import|https?:/);
  });
});

test('who guesses passwords is told to wait, in words', async () => {
  const server = await openServer('PGlite', {rates: {requests: 1_000, attempts: 2}});
  const guess = () =>
    ask(`${server.address}/sign-in`, {method: 'POST', headers: {...form, 'accept-language': 'ru'}, body: 'password=x'});
  const seen = [await guess(), await guess(), await guess()];
  expect(seen.map(({status}) => status)).toEqual([403, 403, 429]);
  expect(seen[2]?.bytes.toString()).toContain(words.tooOften.ru);
  await server.close();
});
