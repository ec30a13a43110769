import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import {contract} from '../contract/contract.ts';
import type {AnyCall} from '../contract/kernel.ts';
import {CallFailure} from '../handlers/context.ts';
import {logDefect} from '../host/log.ts';
import {makeFolder} from '../host/make-folder.ts';
import {startHost, type Host, type HostParts} from '../host/host.ts';
import {systemClock} from '../host/clock.ts';
import type {Dispatch} from '../host/dispatch.ts';
import {readLanguage, writeLanguage} from '../host/preferences.ts';
import {windowFolder} from '../host/window-folder.ts';

/**
 * A host that can put a tour before the real application: the same program over a folder with an invented organisation.
 * One of the two answers every request, and never both:
 *
 *   real, nobody signed in --beginTour--> tour --endTour, lock--> real, nobody signed in
 *
 * The folder lies beside the window's own files and is removed when the tour ends, when the program does, and at the next start
 * after it could not.
 */
export function startHostWithTour(parts: HostParts): Host {
  let tour: Host | null = null;
  let isBeginning = false;
  /** What is to be closed once its last reply is there. */
  let leaving: Host | null = null;
  let folder = join(parts.folder, 'window', 'tour');
  const platform = {...parts.platform, tour: {isOn: () => tour !== null, begin, end}};
  const real = startHost({...parts, platform});
  if (real.application.state().problem !== 'already-running') tidy();

  async function begin(): Promise<void> {
    if (tour !== null || isBeginning || real.application.session() !== undefined) throw new CallFailure('conflict');
    isBeginning = true;
    try {
      const made = await openTour();
      // Somebody may have come in by another window meanwhile.
      if (real.application.session() === undefined) {
        tour = made;
        return;
      }
      await made.close();
      throw new CallFailure('conflict');
    } catch (error) {
      tidy();
      throw error;
    } finally {
      isBeginning = false;
    }
  }

  async function openTour(): Promise<Host> {
    folder = join(windowFolder(parts.folder), 'tour');
    remove();
    makeFolder(folder);
    // The invented people and their words are read only when they are asked for.
    const {fillTour, tourAccount} = await import('./fill.ts');
    const language = readLanguage(parts.folder) ?? 'kk';
    await fillTour(folder, parts.built, systemClock(), language);
    writeLanguage(folder, language);
    const made = startHost({...parts, folder, platform});
    await made.application.signIn(tourAccount.name, tourAccount.password);
    return made;
  }

  function end(): void {
    leaving = tour;
    tour = null;
  }

  async function leave(): Promise<void> {
    const host = leaving;
    leaving = null;
    await host?.close();
    if (host) tidy();
  }

  /** What does not go now, because another program looks into it, goes at the next start; nobody is kept waiting for it. */
  function tidy(): void {
    try {
      remove();
    } catch (error) {
      logDefect('tour', error);
    }
  }

  function remove(): void {
    rmSync(folder, {recursive: true, force: true, maxRetries: 3});
  }

  const dispatch: Dispatch = async request => {
    if (tour === null) return real.dispatch(request);
    if (leadsOutside(request)) return {ok: false, error: {code: 'denied', detail: 'tour'}};
    const asked = tour;
    const reply = await asked.dispatch(request);
    // Whoever locks it, or leaves it alone, has ended it: its password is nobody's.
    if (tour === asked && asked.application.session() === undefined) end();
    await leave();
    return reply;
  };

  async function close(): Promise<void> {
    end();
    await leave();
    await real.close();
  }

  return {application: real.application, dispatch, close};
}

const named = z.object({area: z.string(), call: z.string()});

/** What would bring something invented to others: exchange, files of a hand-over, copies elsewhere. */
function leadsOutside(request: unknown): boolean {
  const parsed = named.safeParse(request);
  if (!parsed.success) return false;
  const {area, call} = parsed.data;
  if (area === 'transfer') return call === 'seal' || call === 'pack' || call === 'offer';
  if (area !== 'exchange' && area !== 'backup' && area !== 'update') return false;
  const calls: Readonly<Record<string, AnyCall>> = contract[area];
  return calls[call]?.kind === 'command';
}
