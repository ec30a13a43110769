import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {PassThrough, type Readable} from 'node:stream';
import type {BusboyHeaders} from '@fastify/busboy';
import type {FastifyInstance, FastifyRequest} from 'fastify';
import {answerName} from '../../lane/enrolment-folder.ts';
import {parcelName} from '../../lane/stick-folder.ts';
import {writeEnrolAnswer} from '../../parcel/enrolment-file.ts';
import {writeParcel} from '../../parcel/pack.ts';
import {nodeId} from '../../protocol/header.ts';
import {enrolledWith, findNode} from '../../store/enrolment.ts';
import type {Session} from '../../store/officer.ts';
import {makeLongReply, networkBounds} from '../../store/reply.ts';
import type {Context} from '../context.ts';
import type {RegistryMetrics} from '../metrics/registry-metrics.ts';
import {enrolAnswer, takeInStick} from '../stick/take-in.ts';
import {page, PageProblem} from './page-problem.ts';
import type {View} from './pages.ts';
import {stickPage, stickReportPage} from './stick-pages.ts';
import {takeUpload} from './upload.ts';
import {words} from './words.ts';

/** What the officer's pages know of who asks: routes.ts. */
export interface Forms {
  viewOf(request: FastifyRequest, session: Session | null): View;
  mustSession(request: FastifyRequest): Promise<Session>;
  formOf(request: FastifyRequest): Promise<{session: Session; fields: Record<string, string>}>;
  isToken(given: string, session: Session): boolean;
}

/** A stick that somebody has brought: its files come with a form, the answers are saved from here onto it. */
export function stickRoutes(
  app: FastifyInstance,
  context: Context & {readonly metrics: RegistryMetrics},
  forms: Forms,
): void {
  const {registry, identity, program, metrics} = context;
  const hidden = {schema: {hide: true}};

  // Written to a folder as it comes, by the route that takes it.
  app.addContentTypeParser('multipart/form-data', (_request, payload, done) => done(null, payload));

  app.get('/sticks', hidden, async (request, reply) =>
    page(reply, stickPage(forms.viewOf(request, await forms.mustSession(request)))),
  );

  app.post('/sticks', hidden, async (request, reply) => {
    const session = await forms.mustSession(request);
    const view = forms.viewOf(request, session);
    if (request.headers['content-type']?.startsWith('multipart/form-data') !== true) {
      throw new PageProblem(400, words.stale);
    }
    const folder = await mkdtemp(join(tmpdir(), 'tirek-stick-'));
    try {
      const headers = request.headers as BusboyHeaders;
      const {files} = await takeUpload(request.body as Readable, headers, folder, ({token = ''}) => {
        if (!forms.isToken(token, session)) throw new PageProblem(403, words.stale);
      });
      if (files === 0) return page(reply.code(400), stickPage(view, words.stickNoFiles));
      const report = await takeInStick(context, {folder, isAnswered: false});
      for (const {outcome} of report.files) {
        if (outcome.kind === 'taken') metrics.took('stick', {...outcome, verdict: 'apply'});
      }
      request.log.info({files, answered: report.answered.length, enrolled: report.enrolled.length}, 'stick taken in');
      return page(reply, stickReportPage(view, report));
    } finally {
      await rm(folder, {recursive: true, force: true});
    }
  });

  app.post('/nodes/:node/parcel', hidden, async (request, reply) => {
    await forms.formOf(request);
    const known = await registry.store.asFront(db => findNode(db, nodeOf(request)));
    if (known?.status !== 'active') throw new PageProblem(404, words.noSuchPage);
    const {header, pages} = await makeLongReply(registry, known, networkBounds, program);
    const changes = (async function* () {
      for await (const each of pages) yield* each;
    })();
    const body = new PassThrough();
    const put = (piece: Uint8Array): Promise<void> => written(body, piece);
    writeParcel(header, changes, {own: identity.secrets, to: known.keys}, put).then(
      () => body.end(),
      // What was sent by then is cut, and no parcel.
      (error: unknown) => body.destroy(error instanceof Error ? error : new Error('parcel')),
    );
    request.log.info({facility: known.facilityId, node: known.node, number: header.number}, 'answer for a stick');
    const {from, to, number, log} = header;
    return reply
      .type('application/octet-stream')
      .header('content-disposition', saveAs(parcelName({format: 1, from, to, number, upTo: log.upTo})))
      .send(body);
  });

  app.post('/nodes/:node/enrolment-answer', hidden, async (request, reply) => {
    await forms.formOf(request);
    const node = nodeOf(request);
    const taken = await enrolledWith(registry.store, node);
    if (taken === undefined) throw new PageProblem(404, words.noSuchPage);
    const bytes = writeEnrolAnswer({node, keys: taken.keys}, await enrolAnswer(context, taken));
    return reply
      .type('application/octet-stream')
      .header('content-disposition', saveAs(answerName(node)))
      .send(Buffer.from(bytes));
  });
}

function nodeOf(request: FastifyRequest): string {
  const node = nodeId.safeParse((request.params as {node: string}).node);
  if (!node.success) throw new PageProblem(404, words.noSuchPage);
  return node.data;
}

function saveAs(name: string): string {
  return `attachment; filename="${name}"`;
}

/** As fast as whoever gets it takes it; rejects when they have gone. */
function written(stream: PassThrough, piece: Uint8Array): Promise<void> {
  return new Promise((done, failed) => {
    if (stream.destroyed) return failed(new Error('nobody takes it any more'));
    stream.write(piece, error => (error ? failed(error) : done()));
  });
}
