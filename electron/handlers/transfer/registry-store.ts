import {must} from '../../../domain/assert.ts';
import {changeHandover, keepReceivers} from '../../../db/commands/handover.ts';
import type {Attachments} from '../../../db/attachments/attachments.ts';
import type {Connection, WritableDb} from '../../../db/connection.ts';
import {recountStale} from '../../../db/deadlines/recount.ts';
import {handoverContent, handoversOffered, handoversToOffer} from '../../../db/queries/handover.ts';
import {findTransfer} from '../../../db/queries/transfer.ts';
import type {ArchiveProblem, HandoverProblem} from '../../../domain/transfer.ts';
import type {HandoverStore} from '../../exchange/handover-store.ts';
import type {Sealer} from '../../transfer/sealer.ts';
import type {Account, CommandContext} from '../context.ts';
import {archiveIn, keepReceived} from './arrive.ts';
import {isSettled, learnHandover} from './registry-answers.ts';

export interface RegistryStoreOptions {
  readonly connection: Connection;
  readonly attachments: Attachments;
  /** Who is signed in while it exchanges; what is written is written by the program itself. */
  readonly account: Account;
  readonly sealer: Pick<Sealer, 'sealTo' | 'openWith'>;
  /** The secret key of this PC, `AGE-SECRET-KEY-1…`. */
  readonly secret: string;
  readonly now: () => string;
  /** The day where the person sits. */
  readonly today: () => string;
}

/** A step of a hand-over takes no time. */
const noJobs: CommandContext['jobs'] = {
  result: () => undefined,
  startWriting() {
    throw new Error('a hand-over writes at once');
  },
};

/** The hand-overs of this database, as the lane through the registry needs them. Each step is one transaction. */
export function registryStore(options: RegistryStoreOptions): HandoverStore {
  const {connection, attachments, account, sealer, secret, now, today} = options;

  function write<Made>(work: (context: CommandContext) => Made): Made {
    const day = today();
    const act = (db: WritableDb): Made => {
      const made = work({db, attachments, account, now: now(), today: day, jobs: noJobs});
      recountStale(db, day);
      return made;
    };
    return connection.transact(act, {accountId: null});
  }

  const mark = (id: string, problem: HandoverProblem | null): void =>
    write(({db}) => changeHandover(db, id, {problem}));

  return {
    keepReceivers: known => write(({db}) => keepReceivers(db, known)),

    compare(known) {
      const lost = handoversOffered(connection.readable).filter(id => !known.has(id));
      if (lost.length === 0) return;
      write(({db}) => lost.forEach(id => changeHandover(db, id, {state: null, delivered: false})));
    },

    learn: said => (isSettled(connection.readable, said) ? null : write(context => learnHandover(context, said))),

    told: (id, state) => write(({db}) => changeHandover(db, id, {state, answeredAt: now()})),

    async receive(said, content) {
      // Whatever it does to the worker, it is what came that is wrong.
      const opened = await sealer.openWith(content, secret).catch(() => ({problem: 'damaged' as const}));
      if ('problem' in opened) return mark(said.id, problemOf(opened.problem));
      const read = archiveIn(opened.parts);
      // One that says it is another one would be known by the wrong id.
      if (read?.content.id !== said.id) return mark(said.id, 'damaged');
      return write(({db}) => {
        if (findTransfer(db, said.id) !== undefined) return;
        // The name is the registry's: what stands in the content, anybody may have written.
        const name = {kk: said.otherNameKk, ru: said.otherNameRu};
        keepReceived(db, read, {name, facilityId: said.otherFacility});
        changeHandover(db, said.id, {problem: null});
      });
    },

    toOffer: () => handoversToOffer(connection.readable),

    async seal(id, keys) {
      const kept = must(handoverContent(connection.readable, id));
      if (kept.sealed !== null) return kept.sealed;
      const sealed = Buffer.from(await sealer.sealTo(must(kept.packed), keys));
      // Before the first byte goes out: what is offered again must be the same.
      write(({db}) => changeHandover(db, id, {sealed, packed: null}));
      return sealed;
    },

    offered: (id, at) =>
      write(({db}) => {
        changeHandover(db, id, {state: 'offered', delivered: true, offeredAt: at, problem: null});
      }),

    mark,
  };
}

function problemOf(problem: ArchiveProblem): HandoverProblem {
  switch (problem) {
    case 'passphrase':
      return 'cannot-open';
    case 'newer':
    case 'too-large':
      return problem;
    default:
      return 'damaged';
  }
}
