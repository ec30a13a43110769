import type {FastifyInstance, FastifyRequest} from 'fastify';
import type {NodeSecrets} from '../../parcel/keys.ts';
import {referenceKinds, type ReferenceKind} from '../../protocol/reference.ts';
import type {Registry} from '../../store/receive.ts';
import {contentInForce, listPublished, publish, saveDraft} from '../../store/reference-publishing.ts';
import type {Session} from '../../store/officer.ts';
import {page, PageProblem} from './page-problem.ts';
import type {View} from './pages.ts';
import {differenceOf} from './reference-difference.ts';
import {readReferenceFile} from './reference-file.ts';
import {draftPage, faultsPage, referencePage} from './reference-pages.ts';
import {referenceWords} from './reference-words.ts';
import {words} from './words.ts';

/** Bytes of an upload: a document of the longest, and so much more that one too long is still answered with words. */
const longestUpload = 16 * 1024 * 1024;

/** What the officer's other pages have, too: who asks, and whether it came from one of them. */
export interface Desk {
  readonly hidden: {readonly schema: {readonly hide: true}};
  readonly viewOf: (request: FastifyRequest, session: Session | null) => View;
  readonly mustSession: (request: FastifyRequest) => Promise<Session>;
  readonly formOf: (request: FastifyRequest) => Promise<{session: Session; fields: Record<string, string>}>;
}

/** Reference data: what is in force, a file looked at before it is published, and its publication. */
export function referenceRoutes(app: FastifyInstance, {store, now}: Registry, secrets: NodeSecrets, desk: Desk): void {
  const {hidden} = desk;

  // A browser sends a file so and in no other way without a script; Node reads it.
  app.addContentTypeParser(
    'multipart/form-data',
    {parseAs: 'buffer', bodyLimit: longestUpload},
    async (request: FastifyRequest, body: Buffer) => fieldsOf(request.headers['content-type'] ?? '', body),
  );

  app.get('/reference', hidden, async (request, reply) => {
    const view = desk.viewOf(request, await desk.mustSession(request));
    const {published} = request.query as {published?: string};
    const said = published === undefined ? {} : {done: referenceWords.published};
    return page(reply, referencePage(view, await listPublished(store), said));
  });

  app.get('/reference/:kind/document.json', hidden, async (request, reply) => {
    await desk.mustSession(request);
    const kind = kindOf(request);
    const content = await contentInForce(store, kind);
    if (content === undefined) throw new PageProblem(404, words.noSuchPage);
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${kind}.json"`)
      .send(`${JSON.stringify({kind, format: 1, ...content}, null, 2)}\n`);
  });

  app.post(
    '/reference/:kind',
    // Nobody else has anything of that size read.
    {...hidden, onRequest: async request => void (await desk.mustSession(request))},
    async (request, reply) => {
      const {session, fields} = await desk.formOf(request);
      const view = desk.viewOf(request, session);
      const kind = kindOf(request);
      const file = fields['file'] ?? '';
      if (file === '') {
        return page(reply.code(400), referencePage(view, await listPublished(store), {problem: referenceWords.noFile}));
      }
      const read = readReferenceFile(kind, file);
      if ('faults' in read) {
        request.log.info({kind, faults: read.faults.length}, 'reference data refused');
        return page(reply.code(400), faultsPage(view, kind, read.faults));
      }
      const sha256 = await saveDraft(store, kind, read.content, new Date(now()));
      const difference = differenceOf(await contentInForce(store, kind), read.content);
      return page(reply, draftPage(view, {kind, sha256, difference}));
    },
  );

  app.post('/reference/:kind/publish', hidden, async (request, reply) => {
    const {session, fields} = await desk.formOf(request);
    const kind = kindOf(request);
    const sha256 = fields['sha256'] ?? '';
    const version = await publish(store, secrets, {kind, sha256, at: new Date(now())});
    if (version === undefined) {
      const view = desk.viewOf(request, session);
      return page(
        reply.code(409),
        referencePage(view, await listPublished(store), {problem: referenceWords.draftGone}),
      );
    }
    request.log.info({kind, version}, 'reference data published');
    return reply.redirect('/reference?published', 303);
  });
}

function kindOf(request: FastifyRequest): ReferenceKind {
  const {kind} = request.params as {kind: string};
  const known = referenceKinds.find(each => each === kind);
  if (known === undefined) throw new PageProblem(404, words.noSuchPage);
  return known;
}

async function fieldsOf(type: string, body: Buffer): Promise<Record<string, string>> {
  const form = await new Response(new Uint8Array(body), {headers: {'content-type': type}})
    .formData()
    .catch(() => undefined);
  if (form === undefined) throw new PageProblem(400, words.failed);
  const fields: Record<string, string> = {};
  for (const [name, value] of form) fields[name] = typeof value === 'string' ? value : await value.text();
  return fields;
}
