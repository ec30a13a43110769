import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import {jsonSchemaTransform, serializerCompiler, validatorCompiler} from 'fastify-type-provider-zod';
import {answerError} from './answer-error.ts';
import type {Configuration} from './configuration.ts';
import {contentRoutes} from './content-routes.ts';
import type {Context} from './context.ts';
import {exchangeRoutes} from './exchange-routes.ts';
import {healthRoutes} from './health-routes.ts';
import {routeOf, serializers} from './log.ts';
import {RegistryMetrics} from './metrics/registry-metrics.ts';
import {officerRoutes} from './officer/routes.ts';
import {Traffic} from './traffic.ts';
import {Refusal} from '../store/refusal.ts';
import {updateRoutes} from './update-routes.ts';

export type ServerOptions = Pick<Configuration, 'tls' | 'trustProxy' | 'logLevel'> &
  Partial<Pick<Configuration, 'metricsToken' | 'exchangesAtOnce'>> & {
    /** Whoever ends the server gives it, to know what runs. */
    readonly traffic?: Traffic;
  };

/** A whole parcel over the slowest link that is served: 4 MB at 64 kbit/s. */
const longestRequest = 600_000;
/** Nothing came and nothing went for so long: the other side is gone. */
const longestSilence = 60_000;
/** While it stops, whoever runs it sees that. */
const stillAnswered = new Set(['/health/live', '/health/ready', '/metrics']);

/** The registry behind HTTP, not listening yet. */
export async function makeServer(
  context: Context,
  {tls, trustProxy, logLevel, metricsToken, exchangesAtOnce, traffic = new Traffic()}: ServerOptions,
): Promise<FastifyInstance> {
  const options = {
    logger: {
      level: logLevel,
      // On stdout stands the address alone.
      stream: process.stderr,
      serializers,
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
  const metrics = new RegistryMetrics(context.registry.store, context.registry.now);
  app.addHook('onClose', () => metrics.close());
  const refuse = async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> =>
    metrics.refuse(await answerError(error, request, reply));
  app.setErrorHandler(refuse);
  app.setNotFoundHandler(async (request, reply) => {
    reply.code(404);
    return refuse(Object.assign(new Error('no such path'), {statusCode: 404, code: 'no such path'}), request, reply);
  });
  app.addHook('onRequest', async (request, reply) => {
    const route = routeOf(request);
    if (traffic.isDraining && !stillAnswered.has(route)) {
      reply.header('connection', 'close');
      throw new Refusal('unavailable', 'stopping');
    }
    traffic.enter(reply.raw);
    const method = request.method;
    reply.raw.once('close', () => {
      const status = reply.raw.writableFinished ? String(reply.raw.statusCode) : 'aborted';
      metrics.requests.add({method, route, status});
      metrics.durations.observe({route}, reply.elapsedTime / 1000);
    });
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
  await app.register(async scope => exchangeRoutes(scope, context, {metrics, places: exchangesAtOnce}));
  await app.register(async scope => contentRoutes(scope, context));
  await app.register(async scope => updateRoutes(scope, context));
  await app.register(async scope => officerRoutes(scope, context, metrics));
  await app.register(async scope => healthRoutes(scope, context, {metrics, traffic, metricsToken, trustProxy}));
  app.get('/openapi.json', {schema: {hide: true}}, async () => app.swagger());
  return app;
}
