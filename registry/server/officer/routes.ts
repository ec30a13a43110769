import {timingSafeEqual} from 'node:crypto';
import type {FastifyInstance, FastifyRequest} from 'fastify';
import {z} from 'zod';
import {languages, type Language, type Text} from '../../../domain/text.ts';
import {organisationTypes} from '../../../domain/vocabulary.ts';
import type {ExchangeError} from '../../protocol/errors.ts';
import {nodeId} from '../../protocol/header.ts';
import {addCode, addFacility, listFacilities, revokeNode, type ListedFacility} from '../../store/facilities.ts';
import {quarantineOf, tryQuarantineAgain} from '../../store/quarantine-retry.ts';
import {beginSession, endSession, findSession, isPassword, type Session} from '../../store/officer.ts';
import {errorOf} from '../answer-error.ts';
import type {Context} from '../context.ts';
import type {RegistryMetrics} from '../metrics/registry-metrics.ts';
import {rowOf, toCsv} from './facility-table.ts';
import {codePage, facilityPage, listPage, problemPage, signInPage, type View} from './pages.ts';
import {page, PageProblem} from './page-problem.ts';
import {referenceRoutes} from './reference-routes.ts';
import {stickRoutes} from './stick-routes.ts';
import {contentSecurityPolicy} from './style.ts';
import {words} from './words.ts';

/** What a code of the protocol is to the officer, where there is something to do. */
const problemWords: Partial<Record<ExchangeError, Text>> = {
  'too-often': words.tooOften,
  'too-large': words.tooLarge,
};

const title = z.string().trim().min(1).max(500);
const facilityForm = z.object({nameKk: title, nameRu: title, type: z.enum(organisationTypes)});
const year = 31_536_000;

/** The pages of the registry's officer: HTML from here, forms back to here, and nothing else. */
export async function officerRoutes(app: FastifyInstance, context: Context, metrics: RegistryMetrics): Promise<void> {
  const {registry, identity, name, rates, isSecure} = context;
  const {store, now} = registry;
  const cookieName = isSecure ? '__Host-tirek-officer' : 'tirek-officer';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;

  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    {parseAs: 'string', bodyLimit: 16 * 1024},
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': contentSecurityPolicy,
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      ...(isSecure ? {'strict-transport-security': `max-age=${year}`} : {}),
    });
    const chosen = languageIn((request.query as Record<string, unknown>)['lang']);
    if (chosen !== undefined) reply.header('set-cookie', `tirek-language=${chosen}; Max-Age=${year}; ${attributes}`);
  });
  app.setErrorHandler(async (error, request, reply) => {
    const code = errorOf(error).code;
    if (code === 'unavailable') reply.header('retry-after', 10);
    if (!(error instanceof PageProblem) && code === 'internal') {
      request.log.error({failure: error instanceof Error ? error.name : 'unknown'}, 'page failed');
    }
    const status = (error as {statusCode?: number}).statusCode ?? (code === 'unavailable' ? 503 : 500);
    const problem = error instanceof PageProblem ? error.words : (problemWords[code] ?? words.failed);
    return page(reply.code(status), problemPage(viewOf(request, null), problem));
  });

  function viewOf(request: FastifyRequest, session: Session | null): View {
    const path = request.url.split('?')[0] ?? '/';
    // What answers a form has no address of its own.
    return {
      language: languageOf(request),
      token: session?.token ?? null,
      path: request.method === 'GET' ? path : '/',
      name,
      now: now(),
    };
  }

  async function sessionOf(request: FastifyRequest): Promise<Session | undefined> {
    const cookie = cookieOf(request, cookieName);
    return cookie === undefined ? undefined : findSession(store, cookie, now);
  }

  async function mustSession(request: FastifyRequest): Promise<Session> {
    const session = await sessionOf(request);
    if (session === undefined) throw new PageProblem(401, words.stale);
    return session;
  }

  /** What a form brought, from somebody who has signed in and got the form from us. */
  async function formOf(request: FastifyRequest): Promise<{session: Session; fields: Record<string, string>}> {
    const session = await mustSession(request);
    const fields = (request.body ?? {}) as Record<string, string>;
    if (!isEqual(fields['token'] ?? '', session.token)) throw new PageProblem(403, words.stale);
    return {session, fields};
  }

  async function facilityOf(request: FastifyRequest): Promise<ListedFacility> {
    const {id} = request.params as {id: string};
    const found = (await listFacilities(store, 'nameRu')).find(each => each.id === id);
    if (found === undefined) throw new PageProblem(404, words.noSuchPage);
    return found;
  }

  const rowsFor = async (language: Language) =>
    (await listFacilities(store, language === 'kk' ? 'nameKk' : 'nameRu')).map(each => rowOf(each, now()));

  const hidden = {schema: {hide: true}} as const;

  // Each with its own reader of files.
  await app.register(async scope => {
    referenceRoutes(scope, registry, identity.secrets, {hidden, viewOf, mustSession, formOf});
  });

  app.get('/', hidden, async (request, reply) => {
    const session = await sessionOf(request);
    const view = viewOf(request, session ?? null);
    return page(reply, session === undefined ? signInPage(view) : listPage(view, await rowsFor(view.language)));
  });

  app.post('/sign-in', {...hidden, config: {rateLimit: {max: rates.attempts}}}, async (request, reply) => {
    const {password = ''} = (request.body ?? {}) as {password?: string};
    if (!(await isPassword(store, password))) {
      request.log.info('wrong password of the officer');
      return page(reply.code(403), signInPage(viewOf(request, null), words.wrongPassword));
    }
    const cookie = await beginSession(store, now);
    return reply.header('set-cookie', `${cookieName}=${cookie}; ${attributes}`).redirect('/', 303);
  });

  app.post('/sign-out', hidden, async (request, reply) => {
    await formOf(request);
    await endSession(store, cookieOf(request, cookieName) ?? '');
    return reply.header('set-cookie', `${cookieName}=; Max-Age=0; ${attributes}`).redirect('/', 303);
  });

  app.get('/facilities/:id', hidden, async (request, reply) => {
    const view = viewOf(request, await mustSession(request));
    const facility = await facilityOf(request);
    const reasons = await quarantineOf(store, facility.id);
    return page(reply, facilityPage(view, facility, rowOf(facility, now()), {reasons}));
  });

  app.post('/facilities/:id/quarantine', hidden, async (request, reply) => {
    const {session} = await formOf(request);
    const {id} = await facilityOf(request);
    const retried = await tryQuarantineAgain(registry, id);
    request.log.info({facility: id, ...retried}, 'quarantine tried again');
    const facility = await facilityOf(request);
    const aside = {reasons: await quarantineOf(store, id), retried};
    return page(reply, facilityPage(viewOf(request, session), facility, rowOf(facility, now()), aside));
  });

  app.post('/facilities', hidden, async (request, reply) => {
    const {session, fields} = await formOf(request);
    const view = viewOf(request, session);
    const form = facilityForm.safeParse(fields);
    if (!form.success) return page(reply.code(400), listPage(view, await rowsFor(view.language), words.notFilled));
    const id = await addFacility(store, form.data);
    request.log.info({facility: id}, 'facility added');
    return page(reply, codePage(view, id, await addCode(store, id, now)));
  });

  app.post('/facilities/:id/codes', hidden, async (request, reply) => {
    const {session} = await formOf(request);
    const {id} = await facilityOf(request);
    request.log.info({facility: id}, 'code made');
    return page(reply, codePage(viewOf(request, session), id, await addCode(store, id, now)));
  });

  app.post('/facilities/:id/nodes/:node/revoke', hidden, async (request, reply) => {
    await formOf(request);
    const {id} = await facilityOf(request);
    const node = nodeId.safeParse((request.params as {node: string}).node);
    if (!node.success) throw new PageProblem(404, words.noSuchPage);
    await revokeNode(store, id, node.data);
    request.log.info({facility: id, node: node.data}, 'node revoked');
    return reply.redirect(`/facilities/${id}`, 303);
  });

  await app.register(async scope => {
    stickRoutes(
      scope,
      {...context, metrics},
      {
        viewOf,
        mustSession,
        formOf,
        isToken: (given, session) => isEqual(given, session.token),
      },
    );
  });

  app.get('/facilities.csv', hidden, async (request, reply) => {
    await mustSession(request);
    const language = languageOf(request);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="facilities.csv"')
      .send(toCsv(await rowsFor(language), language));
  });

  app.get('/facilities.json', hidden, async (request, reply) => {
    await mustSession(request);
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(await rowsFor(languageOf(request))));
  });
}

/** As the address says it, as it was chosen before, or as the browser is set. */
function languageOf(request: FastifyRequest): Language {
  const accepted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map(each => languageIn(each.trim().slice(0, 2)));
  return (
    languageIn((request.query as Record<string, unknown>)['lang']) ??
    languageIn(cookieOf(request, 'tirek-language')) ??
    accepted.find(each => each !== undefined) ??
    'kk'
  );
}

function languageIn(value: unknown): Language | undefined {
  return languages.find(each => each === value);
}

function cookieOf(request: FastifyRequest, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

function isEqual(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
