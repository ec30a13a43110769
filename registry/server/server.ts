import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, {type FastifyInstance, type FastifyServerOptions} from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import {z} from 'zod';
import {answerError} from './answer-error.ts';
import type {Configuration} from './configuration.ts';
import {contentRoutes} from './content-routes.ts';
import type {Context} from './context.ts';
import {exchangeRoutes} from './exchange-routes.ts';
import {officerRoutes} from './officer/routes.ts';
import {Refusal} from '../store/refusal.ts';
import {updateRoutes} from './update-routes.ts';

export type ServerOptions = Pick<Configuration, 'tls' | 'trustProxy' | 'logLevel'>;

/** A whole parcel over the slowest link that is served: 4 MB at 64 kbit/s. */
const longestRequest = 600_000;
/** Nothing came and nothing went for so long: the other side is gone. */
const longestSilence = 60_000;

/** The registry behind HTTP, not listening yet. */
export async function makeServer(
  context: Context,
  {tls, trustProxy, logLevel}: ServerOptions,
): Promise<FastifyInstance> {
  const options = {
    logger: {
      level: logLevel,
      // On stdout stands the address alone.
      stream: process.stderr,
      // Neither addresses of people nor what they asked for with which words: the path without its query.
      serializers: {
        req: ({method, url}: {method: string; url: string}) => ({method, path: url.split('?')[0]}),
        res: ({statusCode}: {statusCode?: number}) => ({status: statusCode}),
      },
    },
    // One proxy stands before us, and says last who came to it; what else the header says, anybody may have written.
    trustProxy: trustProxy ? (_address: string, hop: number): boolean => hop === 0 : false,
    requestTimeout: longestRequest,
    connectionTimeout: longestSilence,
    bodyLimit: 64 * 1024,
    exposeHeadRoutes: false,
    routerOptions: {maxParamLength: 128},
  } satisfies FastifyServerOptions;
  // The same routes, whichever server stands below them.
  const app: FastifyInstance =
    tls === undefined ? fastify(options) : (fastify({...options, https: {...tls, minVersion: 'TLSv1.2'}}) as never);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(async (request, reply) => {
    reply.code(404);
    return answerError(
      Object.assign(new Error('no such path'), {statusCode: 404, code: 'no such path'}),
      request,
      reply,
    );
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store');
  });
  await app.register(rateLimit, {max: context.rates.requests, timeWindow: 60_000});
  await app.register(swagger, {
    exposeHeadRoutes: true,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tirek: the central registry',
        description: 'What the PCs of the facilities ask of it. Requests beside enrolment and exchange are signed.',
        version: context.program,
      },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(async scope => exchangeRoutes(scope, context));
  await app.register(async scope => contentRoutes(scope, context));
  await app.register(async scope => updateRoutes(scope, context));
  await app.register(async scope => officerRoutes(scope, context));
  await app.register(async scope => healthRoutes(scope, context));
  return app;
}

async function healthRoutes(app: FastifyInstance, {registry}: Context): Promise<void> {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/v1/health',
    {
      schema: {
        summary: 'Whether it is up and its database answers',
        response: {200: z.strictObject({ok: z.literal(true)})},
      },
    },
    async () => {
      try {
        await registry.store.asFront(async () => undefined);
      } catch (error) {
        throw new Refusal('unavailable', error instanceof Error ? error.name : 'database');
      }
      return {ok: true as const};
    },
  );
  app.get('/openapi.json', {schema: {hide: true}}, async () => app.swagger());
}
