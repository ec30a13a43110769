import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify';
import type {ZodTypeProvider} from 'fastify-type-provider-zod';
import {z} from 'zod';
import {auditEnd} from '../protocol/audit-end.ts';
import * as protocol from '../protocol/handover.ts';
import {limits} from '../protocol/limits.ts';
import {keepAuditEnd} from '../store/audit-ends.ts';
import {blobState, largestBlob, putPiece, readBytes, type BlobKey, type BlobState} from '../store/blobs.ts';
import {
  answer,
  findHandover,
  largestContent,
  listHandovers,
  listReceivers,
  offer,
  type HandoverRow,
} from '../store/handovers.ts';
import {heldHeader} from '../parcel/wire.ts';
import {Refusal} from '../store/refusal.ts';
import {rangeOf, streamOf} from './byte-range.ts';
import type {Context} from './context.ts';
import {binary, offset, refusals, sha256, takesBytes} from './schemas.ts';
import {requireSignature, senderOf} from './signed-by.ts';

/** How much of a content is here: the answer to each piece, and the headers of HEAD. */
const progress = z.strictObject({received: z.int().min(0), size: z.int().min(1), complete: z.boolean()});

const atOffset = z.object({offset: offset.default(0)});

/** Attachments and hand-overs; each request is signed by a PC. */
export async function contentRoutes(app: FastifyInstance, {registry}: Context): Promise<void> {
  const {store, now} = registry;
  requireSignature(app, registry);
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const blobPath = z.object({sha256});
  const handoverPath = z.object({id: z.uuid()});

  async function put(request: FastifyRequest, key: BlobKey, {offset: at, size}: {offset: number; size: number}) {
    const bytes = request.body;
    if (!(bytes instanceof Uint8Array)) throw new Refusal('malformed', 'bytes are expected');
    const state = await store.asFacility(key.facilityId, db =>
      putPiece(db, key, {offset: at, size, bytes, at: new Date(now())}),
    );
    if (state === 'altered') throw new Refusal('altered', 'hash of the whole');
    return {received: state.received, size: state.size, complete: state.isComplete};
  }

  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    {key, state}: {key: BlobKey; state: BlobState | undefined},
  ) {
    // A PC that has the record may come before the one that has the file: it tries again later.
    if (state?.isComplete !== true) throw new Refusal('missing', 'not here yet');
    const reader = senderOf(request).facilityId;
    const range = rangeOf(request.headers.range, state.size);
    if (range.isPart) reply.code(206).header('content-range', `bytes ${range.from}-${range.to - 1}/${state.size}`);
    return reply
      .type('application/octet-stream')
      .header('accept-ranges', 'bytes')
      .header('content-length', range.to - range.from)
      .send(streamOf(range, (from, most) => store.asFacility(reader, db => readBytes(db, key, from, most))));
  }

  typed.head(
    '/v1/blobs/:sha256',
    {
      schema: {
        summary: 'How much of an attachment is here: tirek-received, tirek-complete',
        params: blobPath,
        response: {200: z.null()},
      },
    },
    async (request, reply) => {
      const {facilityId} = senderOf(request);
      const state = await store.asFacility(facilityId, db => blobState(db, {facilityId, ...request.params}));
      return reply
        .header(heldHeader, state?.received ?? 0)
        .header('tirek-complete', String(state?.isComplete ?? false))
        .send(null);
    },
  );

  typed.put(
    '/v1/blobs/:sha256',
    {
      bodyLimit: limits.networkParcel,
      schema: {
        summary: 'A piece of an attachment; one that would leave a gap is not kept, which the answer shows',
        params: blobPath,
        querystring: atOffset.extend({size: z.coerce.number().int().min(1).max(largestBlob)}),
        ...takesBytes,
        response: {200: progress, ...refusals},
      },
    },
    async (request, reply) => {
      const state = await put(request, {facilityId: senderOf(request).facilityId, ...request.params}, request.query);
      return reply.header(heldHeader, state.received).send(state);
    },
  );

  typed.get(
    '/v1/blobs/:sha256',
    {
      schema: {
        summary: 'An attachment, or the part that Range asks for',
        params: blobPath,
        response: {200: binary('All of it'), 206: binary('The part'), ...refusals},
      },
    },
    async (request, reply) => {
      const {facilityId} = senderOf(request);
      const key = {facilityId, ...request.params};
      return send(request, reply, {key, state: await store.asFacility(facilityId, db => blobState(db, key))});
    },
  );

  typed.get(
    '/v1/receivers',
    {schema: {summary: 'Whom a recipient can be handed over to', response: {200: protocol.receivers, ...refusals}}},
    async request => listReceivers(store, senderOf(request).facilityId),
  );

  typed.get(
    '/v1/handovers',
    {schema: {summary: 'Offered by this facility and to it', response: {200: protocol.handovers, ...refusals}}},
    async request => listHandovers(store, senderOf(request).facilityId),
  );

  typed.post(
    '/v1/handovers',
    {
      schema: {
        summary: 'Offer a recipient; the content follows',
        body: protocol.handoverOffer.extend({size: z.int().min(1).max(largestContent)}),
        response: {200: z.strictObject({}), ...refusals},
      },
    },
    async request => {
      await offer(store, senderOf(request).facilityId, request.body, new Date(now()));
      return {};
    },
  );

  /** The hand-over, and its content as the one who asks may see it. */
  async function contentOf(
    facilityId: string,
    id: string,
  ): Promise<{row: HandoverRow; key: BlobKey; state: BlobState | undefined}> {
    return store.asFacility(facilityId, async db => {
      const row = await findHandover(db, facilityId, id);
      if (row === undefined) throw new Refusal('malformed', 'no such hand-over');
      const key = {facilityId: row.facilityId, sha256: row.sha256};
      return {row, key, state: await blobState(db, key)};
    });
  }

  typed.put(
    '/v1/handovers/:id/content',
    {
      bodyLimit: largestContent,
      schema: {
        summary: 'The content, whole or a piece at an offset',
        params: handoverPath,
        querystring: atOffset,
        ...takesBytes,
        response: {200: progress, ...refusals},
      },
    },
    async request => {
      const {facilityId} = senderOf(request);
      const {row, key} = await contentOf(facilityId, request.params.id);
      if (row.facilityId !== facilityId) throw new Refusal('malformed', 'no such hand-over');
      return put(request, key, {offset: request.query.offset, size: row.size});
    },
  );

  typed.get(
    '/v1/handovers/:id/content',
    {
      schema: {
        summary: 'The content, for both sides; for the receiver until it has rejected',
        params: handoverPath,
        response: {200: binary('All of it'), 206: binary('The part'), ...refusals},
      },
    },
    async (request, reply) => send(request, reply, await contentOf(senderOf(request).facilityId, request.params.id)),
  );

  typed.post(
    '/v1/handovers/:id/answer',
    {
      schema: {
        summary: 'The receiver accepts or rejects, the sender withdraws',
        params: handoverPath,
        body: protocol.handoverAnswer,
        response: {200: z.strictObject({}), ...refusals},
      },
    },
    async request => {
      await answer(store, senderOf(request).facilityId, request.params.id, request.body, new Date(now()));
      return {};
    },
  );

  typed.put(
    '/v1/audit-end',
    {
      schema: {
        summary: 'The end of the audit of a PC: number, hash and time',
        body: auditEnd,
        response: {200: z.strictObject({}), ...refusals},
      },
    },
    async request => {
      await keepAuditEnd(registry, senderOf(request), request.body);
      return {};
    },
  );
}
