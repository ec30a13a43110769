import {Worker} from 'node:worker_threads';
import type {PrintDefinition} from '../../templates/print/definition.ts';
import type {Binding} from './bind-pages.ts';
import type {WorkerReply, WorkerRequest, WorkerSettings} from './messages.ts';

export interface PdfRendererSettings {
  /** Where `cut-fonts.ts` put the fonts. */
  readonly fontsDirectory: string;
  /** The worker's own file, where it lies elsewhere than beside this one (a bundled host says so). */
  readonly workerFile?: URL;
  /** A worker is let go after so many documents: pdfmake's memory only grows. */
  readonly documentsPerWorker?: number;
  /** Milliseconds that one document may take. */
  readonly timeout?: number;
}

export interface PdfRenderer {
  /**
   * The bytes of a print. One document at a time, in the order of the calls. Rejects with `PrintFailure` when it cannot
   * be made, with the signal's reason when it is aborted: a waiting document is dropped, a running one is cut short.
   */
  render(definition: PrintDefinition, options?: {readonly signal?: AbortSignal}): Promise<Uint8Array>;
  /** Papers made into one file (`bind-pages.ts`), in the same worker and in turn with the prints. */
  bind(binding: Binding, options?: {readonly signal?: AbortSignal}): Promise<Uint8Array>;
  /** Ends the worker; what still waits is rejected. */
  close(): Promise<void>;
}

class PrintFailure extends Error {
  override readonly name = 'PrintFailure';
}

interface Job {
  readonly request: WorkerRequest;
  readonly settle: (result: {readonly pdf: Uint8Array} | {readonly error: unknown}) => void;
}

interface Running {
  readonly worker: Worker;
  made: number;
}

/**
 * Prints in a worker thread, so that the window stays alive.
 *
 *   waiting ──(worker idle)──▶ current ──(reply)──▶ settled
 *      └──(abort)──▶ dropped      └──(abort, timeout, worker died)──▶ rejected, and the worker is replaced
 */
export function createPdfRenderer(settings: PdfRendererSettings): PdfRenderer {
  const workerFile = settings.workerFile ?? new URL('./worker.ts', import.meta.url);
  const documentsPerWorker = settings.documentsPerWorker ?? 25;
  const timeout = settings.timeout ?? 120_000;
  const waiting: Job[] = [];
  let current: Job | undefined;
  let running: Running | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function start(): Running {
    const worker = new Worker(workerFile, {
      workerData: {fontsDirectory: settings.fontsDirectory} satisfies WorkerSettings,
      // Node's own flags for the host (a test runner's, an inspector's) are not the worker's.
      execArgv: [],
      // A paper is made of very many short-lived things: with room for them they are cleared away less often.
      resourceLimits: {maxYoungGenerationSizeMb: 96},
    });
    const started = {worker, made: 0};
    worker.on('message', (reply: WorkerReply) => {
      if (running !== started) return;
      started.made += 1;
      if (started.made >= documentsPerWorker) void letGo();
      finish('pdf' in reply ? reply : {error: new PrintFailure(reply.failure)});
    });
    worker.on('error', error => {
      if (running === started) replace(new PrintFailure('the print worker failed', {cause: error}));
    });
    worker.on('exit', () => {
      if (running === started) replace(new PrintFailure('the print worker ended'));
    });
    worker.unref();
    return started;
  }

  function next(): void {
    if (current !== undefined) return;
    current = waiting.shift();
    if (current === undefined) {
      running?.worker.unref();
      return;
    }
    timer = setTimeout(() => replace(new PrintFailure('the print took too long')), timeout * weightOf(current.request));
    try {
      running ??= start();
      running.worker.ref();
      running.worker.postMessage(current.request);
    } catch (error) {
      finish({error: new PrintFailure('the print could not be given to its worker', {cause: error})});
    }
  }

  function finish(result: Parameters<Job['settle']>[0]): void {
    clearTimeout(timer);
    const job = current;
    current = undefined;
    job?.settle(result);
    next();
  }

  function letGo(): Promise<unknown> | undefined {
    const old = running;
    running = undefined;
    return old?.worker.terminate();
  }

  function replace(error: unknown): void {
    void letGo();
    finish({error});
  }

  function abort(job: Job, reason: unknown): void {
    if (current === job) {
      replace(reason);
      return;
    }
    const place = waiting.indexOf(job);
    if (place === -1) return;
    waiting.splice(place, 1);
    job.settle({error: reason});
  }

  function ask(request: WorkerRequest, signal: AbortSignal | undefined): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (closed) throw new PrintFailure('the renderer is closed');
      signal?.throwIfAborted();
      const job: Job = {
        request,
        settle(result) {
          signal?.removeEventListener('abort', onAbort);
          if ('pdf' in result) resolve(result.pdf);
          else reject(result.error);
        },
      };
      function onAbort(): void {
        abort(job, signal?.reason);
      }
      signal?.addEventListener('abort', onAbort);
      waiting.push(job);
      next();
    });
  }

  return {
    render: (definition, {signal} = {}) => ask(definition, signal),
    bind: (binding, {signal} = {}) => ask({binding}, signal),
    async close() {
      closed = true;
      const ended = letGo();
      for (const job of waiting.splice(0)) job.settle({error: new PrintFailure('the renderer is closed')});
      finish({error: new PrintFailure('the renderer is closed')});
      await ended;
    },
  };
}

/** A pile of folders is given more time than one paper. */
function weightOf(request: WorkerRequest): number {
  return 'binding' in request ? 1 + request.binding.parts.length / 25 : 1;
}
