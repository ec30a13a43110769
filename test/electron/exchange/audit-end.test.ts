import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect, onTestFinished, test} from 'vitest';
import {secretsOf} from '../../../db/exchange/identity.ts';
import {lastLink} from '../../../db/queries/audit.ts';
import {must} from '../../../domain/assert.ts';
import {tellAuditEnd} from '../../../electron/exchange/audit-end.ts';
import {makeHttp} from '../../../electron/exchange/http.ts';
import {makeSignedFetch} from '../../../electron/exchange/signed-fetch.ts';
import {listFacilities} from '../../../registry/store/facilities.ts';
import {openServer} from '../../registry/support/server.ts';
import {openOffice, type Office} from '../../support/office.ts';
import {enrolOffice} from '../../support/registry-office.ts';

const now = (): number => Date.parse('2026-01-05T07:00:00Z');

async function tell(office: Office, url: string): Promise<void> {
  const {connection} = must(office.application.session());
  const secrets = must(secretsOf(connection.readable));
  const http = makeHttp();
  const fetch = makeSignedFetch({url, node: connection.node, secrets, fetch: http.fetch, now});
  await tellAuditEnd(fetch, lastLink(connection.readable), new AbortController().signal);
  http.close();
}

test('a registry keeps the end of the audit; an older one, and a line that breaks, stop nothing', async () => {
  const server = await openServer('PGlite', {now});
  onTestFinished(() => server.close());
  const office = await openOffice('2026-01-05');
  const facilityId = await server.facility();
  await enrolOffice(office, server, facilityId, now);
  await tell(office, server.address);
  const [facility] = (await listFacilities(server.store, 'nameRu')).filter(({id}) => id === facilityId);
  const {connection} = must(office.application.session());
  expect(must(facility).nodes).toMatchObject([{auditEnd: lastLink(connection.readable), auditWarning: null}]);

  const older = createServer((_request, response) => response.writeHead(404).end());
  older.listen(0, '127.0.0.1');
  await once(older, 'listening');
  const {port} = older.address() as AddressInfo;
  await tell(office, `http://127.0.0.1:${port}`);
  older.close();
  await once(older, 'close');
  await tell(office, `http://127.0.0.1:${port}`);
});
