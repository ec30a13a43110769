import {randomUUID} from 'node:crypto';
import {contract} from '../contract/contract.ts';
import {CallError, makeClient, type Client} from '../contract/kernel.ts';
import {handlers} from '../handlers/handlers.ts';
import {Application} from '../host/application.ts';
import {makeDispatcher} from '../host/dispatch.ts';
import {version} from '../host/version.ts';
import type {PdfRenderer} from '../pdf/renderer.ts';
import type {DemoClock} from './clock.ts';

export type DemoClient = Client<typeof contract>;

/** The application of one data folder, driven by the same calls as the screens, without a screen. */
export interface Bridge {
  readonly client: DemoClient;
  close(): void;
}

export function openBridge(folder: string, clock: DemoClock, pdf: PdfRenderer): Bridge {
  const application = new Application({folder, clock: clock.now});
  const dispatch = makeDispatcher({
    contract,
    handlers,
    application,
    pdf,
    platform: {
      host: 'loopback',
      version,
      saveFile: () => Promise.resolve({saved: false}),
      openFile: () => Promise.resolve(undefined),
      chooseFolder: () => Promise.resolve(undefined),
      findSticks: () => Promise.resolve([]),
      notify: () => undefined,
    },
    clock: clock.now,
    publish: () => undefined,
  });
  const client = makeClient(
    contract,
    async request => {
      clock.tick();
      const reply = await dispatch(request);
      if (!reply.ok) throw new DemoFailure(`${request.area}.${request.call}`, reply.error);
      return reply;
    },
    randomUUID,
  );
  return {client, close: () => application.close()};
}

/** A refused call is a defect of the demonstration or of the application: its name and the fields say where. */
export class DemoFailure extends CallError {
  constructor(call: string, failure: CallError['failure']) {
    super(failure);
    this.name = 'DemoFailure';
    const fields = (failure.issues ?? []).map(({field, problem}) => `${field}: ${problem}`);
    this.message = `${call}: ${failure.code} ${[failure.detail ?? '', ...fields].join(' ')}`;
  }
}
