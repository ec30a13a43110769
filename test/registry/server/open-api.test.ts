import {Validator} from '@seriousme/openapi-schema-validator';
import {expect, test} from 'vitest';
import {exchangeErrorCodes} from '../../../registry/protocol/errors.ts';
import {ask, openServer} from '../support/server.ts';

test('the description that is served is valid OpenAPI, and says every route and every error', async () => {
  const server = await openServer('PGlite');
  const {json} = await ask(`${server.address}/openapi.json`);
  await server.close();
  expect(await new Validator().validate(json as Record<string, unknown>)).toEqual({valid: true});
  const {paths, openapi} = json as {openapi: string; paths: Record<string, Record<string, unknown>>};
  expect(openapi).toBe('3.1.0');
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method} ${path}`),
  );
  expect(routes.toSorted()).toEqual([
    'get /health/live',
    'get /health/ready',
    'get /v1/blobs/{sha256}',
    'get /v1/handovers',
    'get /v1/handovers/{id}/content',
    'get /v1/health',
    'get /v1/receivers',
    'get /v1/updates',
    'get /v1/updates/{name}',
    'head /v1/blobs/{sha256}',
    'post /v1/enrol',
    'post /v1/exchange',
    'post /v1/handovers',
    'post /v1/handovers/{id}/answer',
    'put /v1/audit-end',
    'put /v1/blobs/{sha256}',
    'put /v1/handovers/{id}/content',
  ]);
  const text = JSON.stringify(json);
  for (const code of exchangeErrorCodes) expect(text).toContain(`"${code}"`);
});
