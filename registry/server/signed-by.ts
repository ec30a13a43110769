import type {FastifyInstance, FastifyRequest} from 'fastify';
import {bodyHash, isSignedBy} from '../parcel/request-signature.ts';
import {nodeId} from '../protocol/header.ts';
import {dateTolerance, signedHeaders} from '../protocol/signed-request.ts';
import {findNode} from '../store/enrolment.ts';
import type {Registry, Sender} from '../store/receive.ts';
import {Refusal} from '../store/refusal.ts';

const senders = new WeakMap<FastifyRequest, Sender>();
const bodies = new WeakMap<FastifyRequest, Buffer>();

/** Who asks; only where `requireSignature` is. */
export function senderOf(request: FastifyRequest): Sender {
  const sender = senders.get(request);
  if (sender === undefined) throw new Refusal('stranger');
  return sender;
}

/** Lets nothing pass below it but what a PC that was taken in has signed: registry/protocol/signed-request.ts. */
export function requireSignature(app: FastifyInstance, {store, now}: Registry): void {
  // The signature is over the bytes that came, so they are kept as they came.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/octet-stream', {parseAs: 'buffer'}, (request, body, done) => {
    bodies.set(request, body as Buffer);
    done(null, body);
  });
  app.addContentTypeParser('application/json', {parseAs: 'buffer'}, (request, body, done) => {
    bodies.set(request, body as Buffer);
    try {
      done(null, JSON.parse(body.toString()));
    } catch {
      done(new Refusal('malformed', 'JSON'));
    }
  });
  app.addHook('preValidation', async (request, reply) => {
    const [node, date, signature] = [signedHeaders.node, signedHeaders.date, signedHeaders.signature].map(name => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : '';
    }) as [string, string, string];
    if (!nodeId.safeParse(node).success) throw new Refusal('stranger');
    const known = await store.asFront(db => findNode(db, node));
    if (known === undefined) throw new Refusal('stranger');
    const asked = {
      method: request.method,
      path: request.url,
      date,
      bodySha256: bodyHash(bodies.get(request) ?? Buffer.alloc(0)),
    };
    if (!isSignedBy(known.keys, asked, signature)) throw new Refusal('stranger', 'signature');
    const away = Math.abs(Date.parse(date) - now());
    if (!(away <= dateTolerance * 60_000)) {
      // So that they can say how wrong their clock is.
      reply.header(signedHeaders.date, new Date(now()).toISOString());
      throw new Refusal('stranger', 'date');
    }
    if (known.status !== 'active') throw new Refusal(known.status);
    senders.set(request, {facilityId: known.facilityId, node: known.node});
  });
}
