import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {must} from '../../../domain/assert.ts';
import type {Text} from '../../../domain/text.ts';
import {writeEnrolRequest, hashOfCode, readEnrolAnswer} from '../../../registry/parcel/enrolment-file.ts';
import {makeNodeSecrets, publicKeysOf} from '../../../registry/parcel/keys.ts';
import {openParcel, stickLimits} from '../../../registry/parcel/open.ts';
import {packParcel} from '../../../registry/parcel/pack.ts';
import {runStick} from '../../../registry/server/stick/command.ts';
import {takeInStick} from '../../../registry/server/stick/take-in.ts';
import {problemWords} from '../../../registry/server/stick/words.ts';
import {words} from '../../../registry/server/officer/words.ts';
import {addCode, revokeNode} from '../../../registry/store/facilities.ts';
import {facility} from '../../../registry/store/schema/facility.ts';
import {databases} from '../support/stores.ts';
import {
  ask,
  officerPassword,
  openServer,
  strangersKeys,
  type Answer,
  type Client,
  type TestServer,
} from '../support/server.ts';

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

describe.each(databases)('a stick at the registry on %s', kind => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer(kind);
  });
  afterAll(() => server.close());

  async function signIn(): Promise<{cookie: string; token: string}> {
    const form = new URLSearchParams({password: officerPassword});
    const {headers} = await ask(`${server.address}/sign-in`, {method: 'POST', body: form});
    const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const page = (await ask(`${server.address}/sticks`, {headers: {cookie}})).bytes.toString();
    return {cookie, token: /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''};
  }

  const headOf = (id: string): Promise<number> =>
    server.store.asFacility(id, async db => must((await db.select({head: facility.head}).from(facility))[0]).head);

  /** The officer chooses a folder of the stick, or files. */
  function send(files: readonly File[], {cookie, token}: {cookie: string; token: string}): Promise<Answer> {
    const form = new FormData();
    form.append('token', token);
    for (const {name, bytes} of files) form.append('folder', new Blob([Buffer.from(bytes)]), name);
    return ask(`${server.address}/sticks?lang=ru`, {method: 'POST', headers: {cookie}, body: form});
  }

  /** Row by row: the file, and what became of it. */
  function rowsOf({bytes}: Answer): Record<string, string> {
    const rows = [
      ...bytes.toString().matchAll(/<code>([^<]*)<\/code>[^]*?<td[^>]*>([^]*?)<\/td>\s*<td>([^]*?)<\/td>/g),
    ];
    const plain = (text = ''): string =>
      text
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim();
    return Object.fromEntries(rows.map(([, file, , said]) => [must(file), plain(said)]));
  }

  async function answerFor(path: string, {cookie, token}: {cookie: string; token: string}): Promise<Answer> {
    const body = new URLSearchParams({token});
    return ask(`${server.address}${path}`, {method: 'POST', headers: {cookie}, body});
  }

  async function takeAnswer(client: Client, {bytes}: Answer): Promise<void> {
    const opened = await openParcel(bytes, {
      own: client.secrets,
      self: client.office.node,
      keysOf: () => server.keys,
      limits: stickLimits,
    });
    client.office.receive(opened);
  }

  test('nothing is taken in without the session and its token', async () => {
    const client = await server.enrolled(await server.facility());
    client.office.write();
    const file = {name: 'a.tirek', bytes: await client.packed()};
    const {cookie, token} = await signIn();
    for (const who of [
      {cookie: '', token},
      {cookie, token: ''},
      {cookie, token: 'x'.repeat(43)},
    ]) {
      expect([401, 403]).toContain((await send([file], who)).status);
    }
    expect((await answerFor(`/nodes/${client.office.node}/parcel`, {cookie, token: ''})).status).toBe(403);
    expect((await send([], {cookie, token})).status).toBe(400);
    expect(await headOf(client.office.facility)).toBe(0);
  });

  test('each file is answered in words, the rest is taken in, and the answer confirms it', async () => {
    const home = await server.facility('Арман');
    const client = await server.enrolled(home);
    const shut = await server.enrolled(home);
    await revokeNode(server.store, home, shut.office.node);
    const {secrets, keys} = await strangersKeys();
    for (let count = 0; count < 20; count += 1)
      client.office.write({patch: JSON.stringify({note: 'қ'.repeat(60), count})});
    const parcel = client.office.parcel();
    const good = await client.packed(parcel);
    const altered = Buffer.from(good);
    altered[good.length - 100] = must(altered[good.length - 100]) ^ 1;
    const toStranger = await packParcel({...parcel.header, to: '00000000000000ee'}, parcel.changes, {
      own: client.secrets,
      to: keys,
    });
    const fromStranger = await packParcel({...parcel.header, from: '00000000000000ee'}, parcel.changes, {
      own: secrets,
      to: server.keys,
    });
    const otherFacility = await client.packed({
      ...parcel,
      header: {...parcel.header, facility: await server.facility()},
    });
    const session = await signIn();
    const answer = await send(
      [
        {name: `Tirek/${home}/good.tirek`, bytes: good},
        {name: `Tirek/${home}/good-again.tirek`, bytes: good},
        {name: 'cut.tirek', bytes: good.subarray(0, 400)},
        {name: 'altered.tirek', bytes: altered},
        {name: 'to-stranger.tirek', bytes: toStranger},
        {name: 'from-stranger.tirek', bytes: fromStranger},
        {name: 'other-facility.tirek', bytes: otherFacility},
        {name: 'newer.tirek', bytes: Buffer.from(good).fill(9, 8, 9)},
        {name: 'empty.tirek', bytes: new Uint8Array()},
        {name: 'shut.tirek', bytes: await shut.packed()},
        {name: 'E:/Tirek/../../photo.jpg', bytes: Buffer.from('JFIF')},
        {name: '..\\..\\evil.tirek.exe', bytes: Buffer.from('MZ')},
      ],
      session,
    );
    expect(answer.status).toBe(200);
    const said = rowsOf(answer);
    const no = (code: Parameters<typeof problemWords>[0]): string =>
      `${words.stickRefused.ru} ${problemWords(code).ru}`;
    expect(said).toEqual({
      'good.tirek': expect.stringMatching(/^Принято: (20 изменений|0 изменений, принято раньше: 20)\.$/),
      'good-again.tirek': expect.stringMatching(/^Принято: (20 изменений|0 изменений, принято раньше: 20)\.$/),
      'cut.tirek': no('not-a-parcel'),
      'altered.tirek': no('altered'),
      'to-stranger.tirek': 'Предназначен другому ПК, не тронут.',
      'from-stranger.tirek': no('stranger'),
      'other-facility.tirek': no('other-facility'),
      'newer.tirek': no('newer'),
      'empty.tirek': no('not-a-parcel'),
      'shut.tirek': no('revoked'),
    });
    expect(answer.bytes.toString()).toContain('Дом «Арман»');
    expect(answer.bytes.toString()).not.toMatch(/қққ/);
    expect(await headOf(home)).toBe(20);
    expect(client.office.partner.acked).toBe(0);
    const saved = await answerFor(`/nodes/${client.office.node}/parcel`, session);
    expect(saved.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[0-9a-f]{16}-[0-9a-f]{16}-\d{8}\.tirek"$/,
    );
    await takeAnswer(client, saved);
    expect(client.office.partner.acked).toBe(20);
    expect((await answerFor(`/nodes/${shut.office.node}/parcel`, session)).status).toBe(404);
    // By network afterwards nothing doubles.
    client.office.write();
    expect((await client.exchange()).status).toBe(200);
    expect(await headOf(home)).toBe(21);
  });

  test('out of order, one that waits for another is taken in behind it, or is told to wait', async () => {
    const home = await server.facility();
    const client = await server.enrolled(home);
    for (let count = 0; count < 10; count += 1) client.office.write();
    // The first of two is left at home.
    client.office.parcel(5);
    const session = await signIn();
    client.office.partner = {...client.office.partner, acked: 5};
    const second = client.office.parcel(5);
    const two = await client.packed(second);
    const waits = rowsOf(await send([{name: 'b.tirek', bytes: two}], session));
    expect(waits['b.tirek']).toContain('Не хватает предыдущего файла');
    const next = await server.enrolled(home);
    for (let count = 0; count < 10; count += 1) next.office.write();
    const later = [next.office.parcel(5)];
    next.office.partner = {...next.office.partner, acked: 5};
    later.push(next.office.parcel(5));
    const [early, late] = await Promise.all(later.map(each => next.packed(each)));
    const both = rowsOf(
      await send(
        [
          {name: 'a.tirek', bytes: must(late)},
          {name: 'z.tirek', bytes: must(early)},
        ],
        session,
      ),
    );
    expect(Object.values(both)).toEqual(['Принято: 5 изменений.', 'Принято: 5 изменений.']);
    expect(await headOf(home)).toBe(10);
  });

  test('a PC asks on the page to be taken in, and gets an answer that only its code proves', async () => {
    const home = await server.facility();
    const {code} = await addCode(server.store, home, Date.now);
    const secrets = await makeNodeSecrets();
    const asked = {node: 'abcdefabcdef0123', keys: await publicKeysOf(secrets), name: 'Кабинет 5', facility: null};
    const bytes = writeEnrolRequest(asked, {codeHash: hashOfCode(code), secrets});
    const session = await signIn();
    const name = `Tirek/enrolment/${asked.node}.request.json`;
    const swapped = Buffer.from(bytes.toString().replace('Кабинет 5', 'Кабинет 6'));
    expect(Object.values(rowsOf(await send([{name, bytes: swapped}], session)))[0]).toContain(
      problemWords('altered').ru,
    );
    // Whoever knows no code and signs with keys of their own.
    const guessed = writeEnrolRequest(asked, {codeHash: hashOfCode('ABCD-EFGH-JKMN-PQRS'), secrets});
    expect(Object.values(rowsOf(await send([{name, bytes: guessed}], session)))[0]).toContain(
      problemWords('wrong-code').ru,
    );
    expect((await answerFor(`/nodes/${asked.node}/enrolment-answer`, session)).status).toBe(404);
    expect(Object.values(rowsOf(await send([{name, bytes}], session)))).toEqual(['ПК подключён к реестру.']);
    const saved = await answerFor(`/nodes/${asked.node}/enrolment-answer`, session);
    const to = {...asked, codeHash: hashOfCode(code)};
    expect(readEnrolAnswer(saved.bytes, to)).toMatchObject({
      reply: {facility: {id: home}, registry: {keys: server.keys}},
    });
    const other = Buffer.from(saved.bytes.toString().replace(server.keys.sign, asked.keys.sign));
    expect(readEnrolAnswer(other, to)).toEqual({problem: 'altered'});
    expect(readEnrolAnswer(saved.bytes, {...to, codeHash: hashOfCode('ABCD-EFGH-JKMN-PQRS')})).toEqual({
      problem: 'altered',
    });
  });

  test('a folder: answers stand beside what was taken in, which is gone; what stands there twice changes nothing', async () => {
    const home = await server.facility();
    const client = await server.enrolled(home);
    client.office.write();
    const folder = mkdtempSync(join(tmpdir(), 'tirek-stick-'));
    onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
    const own = join(folder, 'Tirek', home);
    mkdirSync(own, {recursive: true});
    writeFileSync(join(own, 'one.tirek'), await client.packed());
    const context = {registry: server.registry, identity: server.identity, name: 'Реестр', program: '0.1.0'};
    const report = await takeInStick(context, {folder, isAnswered: true});
    expect(report).toMatchObject({
      problem: null,
      answered: [client.office.node],
      files: [{outcome: {kind: 'taken', accepted: 1}}],
    });
    const [answer, ...rest] = readdirSync(own);
    expect(rest).toEqual([]);
    await takeAnswer(client, {bytes: readFileSync(join(own, must(answer)))} as Answer);
    expect(client.office.partner.acked).toBe(1);
    expect(await takeInStick(context, {folder, isAnswered: true})).toMatchObject({files: [], answered: []});
    expect(await takeInStick(context, {folder: join(folder, 'gone'), isAnswered: true})).toMatchObject({
      problem: {code: 'no-folder'},
    });
    const said: Text[] = [];
    expect(await runStick(context, join(folder, 'gone'), words => said.push(words))).toBe(1);
    expect(said).toEqual([problemWords('no-folder')]);
  });

  test('a first load of very many changes is taken in page by page, with as little memory as a few pages', async () => {
    const home = await server.facility();
    const client = await server.enrolled(home);
    const many = kind === 'PGlite' ? 20_000 : 100_000;
    for (let count = 0; count < many; count += 1) client.office.write({rowId: `r${count}`});
    const folder = mkdtempSync(join(tmpdir(), 'tirek-stick-'));
    onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
    const own = join(folder, 'Tirek', home);
    mkdirSync(own, {recursive: true});
    const {header, changes} = client.office.parcel(many);
    writeFileSync(join(own, 'many.tirek'), await client.packed({header, changes}));
    const context = {registry: server.registry, identity: server.identity, name: 'Реестр', program: '0.1.0'};
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    const report = await takeInStick(context, {folder, isAnswered: true});
    clearInterval(watch);
    expect(report.files).toMatchObject([{outcome: {kind: 'taken', accepted: many, quarantined: 0}}]);
    expect(await headOf(home)).toBe(many);
    if (kind === 'PostgreSQL') expect(most - before).toBeLessThan(200e6);
  });
});
