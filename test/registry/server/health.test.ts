import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {migrations} from '../../../registry/store/migrations/list.ts';
import {databases} from '../support/stores.ts';
import {ask, openServer, type TestServer} from '../support/server.ts';

const token = 'a token of more than twenty characters';

/** Lines of samples by name and labels. */
function samplesOf(text: string): Record<string, number> {
  const lines = text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe.each(databases)('what those who run the registry ask of it, on %s', kind => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer(kind);
  });
  afterAll(() => server.close());

  test('it is ready as long as its database has just its own schema', async () => {
    expect(await ask(`${server.address}/health/live`)).toMatchObject({status: 200, json: {ok: true}});
    expect(await ask(`${server.address}/health/ready`)).toMatchObject({status: 200, json: {ok: true}});
    const as = (version: number) =>
      server.driver.asOwner(owner =>
        owner.query('UPDATE applied_migration SET version = $1 WHERE version >= $2', [version, migrations.length]),
      );
    await as(migrations.length + 1);
    const newer = await ask(`${server.address}/health/ready`);
    await as(migrations.length);
    expect(newer).toMatchObject({status: 503, json: {error: 'unavailable', detail: 'schema'}});
    expect(newer.headers.get('retry-after')).toBe('10');
  });

  test('the figures count what was taken in, refused and put aside, and name nobody', async () => {
    const facility = await server.facility('Сүлейменова');
    const client = await server.enrolled(facility);
    client.office.write({patch: '{"surname":"Сүлейменова"}'});
    client.office.write({table: 'reference'});
    expect((await client.exchange()).status).toBe(200);
    await client.send(Buffer.from('no parcel'));
    await ask(`${server.address}/people/Сүлейменова?iin=880101300123`);
    await ask(`${server.address}/v1/blobs/${'0'.repeat(64)}`, {headers: {'x-tirek-node': client.office.node}});

    const {status, bytes, headers} = await ask(`${server.address}/metrics`);
    const text = bytes.toString();
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(samplesOf(text)).toMatchObject({
      'tirek_requests_total{method="POST",route="/v1/exchange",status="200"}': 1,
      'tirek_requests_total{method="POST",route="/v1/exchange",status="400"}': 1,
      'tirek_requests_total{method="GET",route="none",status="404"}': 1,
      'tirek_request_seconds_count{route="/v1/exchange"}': 2,
      'tirek_request_seconds_bucket{route="/v1/exchange",le="+Inf"}': 2,
      'tirek_parcels_total{lane="network",verdict="apply"}': 1,
      'tirek_changes_total{lane="network",became="accepted"}': 1,
      'tirek_changes_total{lane="network",became="quarantined"}': 1,
      'tirek_refused_total{reason="not-a-parcel"}': 1,
      'tirek_refused_total{reason="stranger"}': 1,
      'tirek_quarantined': 1,
      'tirek_facilities': 1,
      'tirek_nodes{silent="any"}': 1,
      'tirek_nodes{silent="30d"}': 0,
      'tirek_database_up': 1,
      'tirek_database_connections_most': kind === 'PGlite' ? 1 : 10,
      'process_resident_memory_bytes': expect.any(Number),
    });
    for (const secret of ['Сүлейменова', '880101300123', facility, client.office.node, '127.0.0.1']) {
      expect(text).not.toContain(secret);
    }
    // Each family is told once, in the format: HELP, TYPE, samples that bear its name.
    for (const block of text.trim().split('\n\n')) {
      const [help = '', type = '', ...lines] = block.split('\n');
      const name = /^# HELP (\w+) ./.exec(help)?.[1] ?? 'no name';
      expect(type).toMatch(new RegExp(`^# TYPE ${name} (counter|gauge|histogram)$`));
      const shape = new RegExp(`^${name}(_bucket|_sum|_count)?(\\{(\\w+="[^"]*",?)+\\})? [0-9.e+-]+$`);
      for (const line of lines) expect(line).toMatch(shape);
    }
  });

  test('the figures are not for those who come through a proxy', async () => {
    for (const header of ['x-forwarded-for', 'forwarded']) {
      expect(await ask(`${server.address}/metrics`, {headers: {[header]: '127.0.0.1'}})).toMatchObject({
        status: 404,
        json: {error: 'missing'},
      });
    }
  });
});

test('with a token the figures are for whoever brings it, and for nobody else on this machine', async () => {
  const server = await openServer('PGlite', {
    options: {tls: undefined, trustProxy: true, logLevel: 'silent', metricsToken: token},
  });
  onTestFinished(() => server.close());
  const read = (headers: Record<string, string>) => ask(`${server.address}/metrics`, {headers});
  expect((await read({'authorization': `Bearer ${token}`, 'x-forwarded-for': '10.0.0.1'})).status).toBe(200);
  expect((await read({authorization: `Bearer ${token.slice(1)}`})).status).toBe(404);
  expect((await read({})).status).toBe(404);
});
