import {join} from 'node:path';
import type {IsoDate} from '../../domain/dates.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import {must} from '../../domain/assert.ts';
import {openBridge, type DemoClient} from '../../electron/demo/bridge.ts';
import {makeDemoClock} from '../../electron/demo/clock.ts';
import {liveYear, startOfYear} from '../../electron/demo/year.ts';
import {createPdfRenderer} from '../../electron/pdf/renderer.ts';

const fontsDirectory = join(import.meta.dirname, '..', '..', 'out', 'fonts');

/** Every fate of the demonstration once. */
const recipients = 23;

type Recipient = Awaited<ReturnType<DemoClient['recipient']['get']>>;
type Plan = Recipient['plans'][number];

interface PlanAt {
  readonly recipientId: string;
  readonly planId: string;
}

/** Whom and what the tour visits: one of each state that a screen can show. */
export interface Subjects {
  readonly full: Recipient;
  readonly queued: Recipient;
  readonly discharged: Recipient;
  readonly withoutFile: Recipient | undefined;
  readonly withoutPlan: Recipient | undefined;
  readonly draft: PlanAt | undefined;
  readonly filled: PlanAt | undefined;
  readonly inForce: PlanAt;
  readonly revised: PlanAt | undefined;
  readonly openRound: (PlanAt & {readonly roundId: string}) | undefined;
  readonly closedRound: PlanAt & {readonly roundId: string};
  readonly journalId: string;
}

/** A year of work of a fictional organisation in an empty folder, and where to look in it. */
export async function furnish(folder: string, type: OrganisationType, until: IsoDate): Promise<Subjects> {
  const pdf = createPdfRenderer({fontsDirectory});
  const clock = makeDemoClock(startOfYear(until));
  const bridge = openBridge(folder, clock, pdf);
  try {
    await liveYear(bridge.client, clock, {type, seed: '1', recipients, until});
    return await look(bridge.client);
  } finally {
    bridge.close();
    await pdf.close();
  }
}

async function look(client: DemoClient): Promise<Subjects> {
  const [volume] = await client.journal.volumes({});
  const {rows} = await client.journal.rows({journalId: null, statuses: [], after: null, limit: 500});
  const people: Recipient[] = [];
  for (const {recipientId} of rows) people.push(await client.recipient.get({id: recipientId}));
  const plans = people.flatMap(person => person.plans.map(plan => ({person, plan})));

  function plan(suits: (plan: Plan) => boolean): PlanAt | undefined {
    const found = plans.find(each => suits(each.plan));
    return found && {recipientId: found.person.id, planId: found.plan.id};
  }
  function person(suits: (person: Recipient, status: string | undefined) => boolean): Recipient | undefined {
    return people.find(each => suits(each, each.placements[0]?.status));
  }
  async function round(status: 'open' | 'closed') {
    for (const {person: of, plan: each} of plans) {
      const found = (await client.monitoring.rounds({planId: each.id})).find(line => line.status === status);
      if (found) return {recipientId: of.id, planId: each.id, roundId: found.id};
    }
    return undefined;
  }

  return {
    full: must(person((each, status) => status === 'receiving' && each.fileNumber !== null && each.plans.length > 0)),
    queued: must(person((_, status) => status === 'queued')),
    discharged: must(person((_, status) => status === 'discharged')),
    withoutFile: person((each, status) => status === 'receiving' && each.fileNumber === null),
    withoutPlan: person((each, status) => status === 'receiving' && each.plans.length === 0),
    draft: plan(each => each.status === 'draft'),
    filled: plan(each => each.status === 'filled'),
    inForce: must(plan(each => each.status === 'approved')),
    revised: plan(each => each.status === 'revised'),
    openRound: await round('open'),
    closedRound: must(await round('closed')),
    journalId: must(volume).id,
  };
}
