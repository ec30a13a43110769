import type {FastifyInstance} from 'fastify';
import type {ZodTypeProvider} from 'fastify-type-provider-zod';
import {publicKeysOf} from '../parcel/keys.ts';
import {networkLimits, openParcel} from '../parcel/open.ts';
import {packParcel} from '../parcel/pack.ts';
import {enrolReply, enrolRequest} from '../protocol/enrolment.ts';
import {limits} from '../protocol/limits.ts';
import {enrol, findNode} from '../store/enrolment.ts';
import {receive} from '../store/receive.ts';
import {Refusal} from '../store/refusal.ts';
import {makeReply, networkBounds} from '../store/reply.ts';
import type {Context} from './context.ts';
import {Gate} from './gate.ts';
import type {RegistryMetrics} from './metrics/registry-metrics.ts';
import {binary, refusals, takesBytes} from './schemas.ts';

/** Parcels in memory at once where nothing else is said, and how many may wait. */
const [usualPlaces, longestQueue] = [8, 1_000];

/** What a PC sends before it is known, and what proves itself by its own signature. */
export async function exchangeRoutes(
  app: FastifyInstance,
  {registry, identity, name, program, rates}: Context,
  {metrics, places = usualPlaces}: {metrics: RegistryMetrics; places?: number | undefined},
): Promise<void> {
  const keys = await publicKeysOf(identity.secrets);
  const gate = new Gate(places, longestQueue);
  const typed = app.withTypeProvider<ZodTypeProvider>();

  typed.post(
    '/v1/enrol',
    {
      config: {rateLimit: {max: rates.attempts}},
      bodyLimit: 16 * 1024,
      schema: {
        summary: 'Take in a PC that brings a one-time code',
        body: enrolRequest,
        response: {200: enrolReply, ...refusals},
      },
    },
    async request => {
      const taken = await enrol(registry.store, request.body, registry.now);
      request.log.info({facility: taken.facility.id, node: request.body.node}, 'enrolled');
      return {...taken, registry: {node: identity.node, keys, name}};
    },
  );

  // A parcel is bytes, whatever it says it is: nothing else comes to this place.
  await app.register(async scope => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', {parseAs: 'buffer'}, (_request, body, done) =>
      done(null, body),
    );
    scope.post(
      '/v1/exchange',
      {
        bodyLimit: limits.networkParcel,
        schema: {
          summary: 'A parcel from a PC; the answer is the next parcel for it',
          description: 'Signed, encrypted and packed as registry/parcel says.',
          ...takesBytes,
          response: {200: binary('The parcel for the PC'), ...refusals},
        },
      },
      async (request, reply) => {
        const bytes = request.body;
        if (!(bytes instanceof Uint8Array)) throw new Refusal('not-a-parcel');
        const answer = await gate.pass(async () => {
          const {header, changes} = await openParcel(bytes, {
            own: identity.secrets,
            self: identity.node,
            keysOf: async from => (await registry.store.asFront(db => findNode(db, from)))?.keys,
            limits: networkLimits,
          });
          const known = await registry.store.asFront(db => findNode(db, header.from));
          if (known === undefined) throw new Refusal('stranger');
          const receipt = await receive(registry, known, header, changes);
          metrics.took('network', receipt);
          request.log.info(
            {facility: known.facilityId, node: known.node, number: header.number, ...receipt},
            'received',
          );
          const next = await makeReply(registry, known, networkBounds, program);
          return packParcel(next.header, next.changes, {own: identity.secrets, to: known.keys});
        });
        return reply
          .type('application/octet-stream')
          .send(Buffer.from(answer.buffer, answer.byteOffset, answer.length));
      },
    );
  });
}
