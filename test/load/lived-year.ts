import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {must} from '../../domain/assert.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import {logAfter} from '../../db/exchange/log.ts';
import {openBridge} from '../../electron/demo/bridge.ts';
import {makeDemoClock} from '../../electron/demo/clock.ts';
import {demoAccounts} from '../../electron/demo/set-up.ts';
import {liveYear, startOfYear} from '../../electron/demo/year.ts';
import {Application} from '../../electron/host/application.ts';
import type {PdfRenderer} from '../../electron/pdf/renderer.ts';
import type {Change} from '../../registry/protocol/change.ts';
import {isExchanged} from '../../registry/protocol/ownership.ts';

const lastDay = '2026-10-31';
const everything = 10_000_000;

/** A year's log is made of calls alone: no paper is drawn for it. */
const noPdf: PdfRenderer = {
  render: () => Promise.reject(new Error('no paper is drawn')),
  bind: () => Promise.reject(new Error('no paper is drawn')),
  close: () => Promise.resolve(),
};

/** What the application itself writes into the log of its changes in a year of so many recipients, call by call. */
export async function liveOneYear(type: OrganisationType, recipients: number): Promise<Change[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-load-'));
  try {
    const clock = makeDemoClock(startOfYear(lastDay));
    const bridge = openBridge(folder, clock, noPdf);
    try {
      await liveYear(bridge.client, clock, {type, seed: 'load', recipients, until: lastDay});
    } finally {
      bridge.close();
    }
    const application = new Application({folder, clock: clock.now});
    await application.signIn(demoAccounts.head.name, demoAccounts.head.password);
    const changes = logAfter(must(application.session()).connection.readable, 0, everything);
    application.close();
    return changes.filter(({table}) => isExchanged(table)).map(({via: _via, viaSeq: _viaSeq, ...change}) => change);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
