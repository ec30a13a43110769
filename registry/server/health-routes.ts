import {createHash, timingSafeEqual} from 'node:crypto';
import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify';
import type {ZodTypeProvider} from 'fastify-type-provider-zod';
import {z} from 'zod';
import {Refusal} from '../store/refusal.ts';
import {isLoopback} from './configuration.ts';
import type {Context} from './context.ts';
import {prometheusType} from './metrics/metric.ts';
import type {RegistryMetrics} from './metrics/registry-metrics.ts';
import {refusals} from './schemas.ts';
import type {Traffic} from './traffic.ts';

export interface Watched {
  readonly metrics: RegistryMetrics;
  readonly traffic: Traffic;
  readonly metricsToken: string | undefined;
  readonly trustProxy: boolean;
}

const ok = z.strictObject({ok: z.literal(true)});

/** What those who run the registry ask of it. */
export async function healthRoutes(app: FastifyInstance, {registry}: Context, watched: Watched): Promise<void> {
  const typed = app.withTypeProvider<ZodTypeProvider>();

  typed.get(
    '/health/live',
    {config: {rateLimit: false}, schema: {summary: 'Whether the process answers', response: {200: ok}}},
    async () => ({ok: true as const}),
  );

  const ready = async (): Promise<{ok: true}> => {
    if (watched.traffic.isDraining) throw new Refusal('unavailable', 'stopping');
    if (!(await databaseAnswers(() => registry.store.hasOwnSchema()))) throw new Refusal('unavailable', 'schema');
    return {ok: true};
  };
  typed.get(
    '/health/ready',
    {
      config: {rateLimit: false},
      schema: {
        summary:
          'Whether it takes parcels: the database answers, its schema is that of this program, it is not stopping',
        response: {200: ok, ...refusals},
      },
    },
    ready,
  );
  typed.get(
    '/v1/health',
    {schema: {summary: 'Whether it is up and its database answers', response: {200: ok}}},
    async () => {
      await databaseAnswers(() => registry.store.asFront(async () => true));
      return {ok: true as const};
    },
  );

  app.get('/metrics', {schema: {hide: true}}, async (request, reply: FastifyReply) => {
    // To those who may not, there is nothing here.
    if (!maySeeMetrics(request, watched)) throw new Refusal('missing');
    return reply.type(prometheusType).send(await watched.metrics.text());
  });
}

async function databaseAnswers(ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask();
  } catch (error) {
    throw new Refusal('unavailable', error instanceof Error ? error.name : 'database');
  }
}

function maySeeMetrics({headers, socket}: FastifyRequest, {metricsToken, trustProxy}: Watched): boolean {
  if (metricsToken !== undefined) return isSame(headers.authorization ?? '', `Bearer ${metricsToken}`);
  // Behind a proxy on the same machine everybody comes from there.
  const isForwarded = trustProxy || 'x-forwarded-for' in headers || 'forwarded' in headers;
  return !isForwarded && isLoopback((socket.remoteAddress ?? '').replace(/^::ffff:/, ''));
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map(text => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
