import {must} from '../../domain/assert.ts';
import {openServer, type TestServer} from '../registry/support/server.ts';
import {furnish, openOffice, type Office} from './office.ts';
import {approvePlan} from './plans.ts';
import {enrolOffice, handOver} from './registry-office.ts';
import {testRenderer} from './test-renderer.ts';
import {packedJob, prepareTransfer} from './transfers.ts';

/** Real installations and a real registry; the renderer, the encryption and the signatures are the product's. */

export interface Member {
  readonly office: Office;
  readonly facilityId: string;
}

export interface Pair {
  readonly sender: Office;
  readonly senderFacility: string;
  readonly receiver: Office;
  readonly receiverFacility: string;
  readonly recipientId: string;
  readonly placementId: string;
}

export interface HandoverWorld {
  readonly server: TestServer;
  readonly now: () => number;
  /** Noon of this day for all of them, from now on. */
  readonly at: (day: string) => void;
  /** Calls of all offices that were answered with success. */
  readonly made: Set<string>;
  /** To be called before each test. */
  begin(): void;
  readonly facility: (name: string) => Promise<Member>;
  /** A sender with somebody to hand over, who has heard of the receiver. */
  readonly pair: () => Promise<Pair>;
  /** Hands over, without a line; the id of the hand-over. */
  readonly offer: (of: Pair) => Promise<string>;
  close(): Promise<void>;
}

const firstDay = '2026-02-02';

export async function openHandoverWorld(): Promise<HandoverWorld> {
  const pdf = await testRenderer();
  let day = firstDay;
  let offices: Office[] = [];
  const made = new Set<string>();
  const now = (): number => new Date(`${day}T12:00:00`).getTime();
  const server = await openServer('PGlite', {now});

  function at(next: string): void {
    day = next;
    for (const office of offices) office.at(next);
  }

  async function facility(name: string): Promise<Member> {
    const facilityId = await server.facility(name);
    const office = await openOffice(day, {pdf});
    offices.push(office);
    await enrolOffice(office, server, facilityId, now);
    return {office, facilityId};
  }

  function keepMade(): void {
    for (const office of offices) for (const call of office.made) made.add(call);
  }

  return {
    server,
    now,
    at,
    get made() {
      keepMade();
      return made;
    },
    begin() {
      keepMade();
      day = firstDay;
      offices = [];
    },
    facility,
    async pair() {
      const {office: sender, facilityId: senderFacility} = await facility('Тірек');
      const {office: receiver, facilityId: receiverFacility} = await facility('Үміт');
      await furnish(receiver, 'temporary-stay');
      const staff = await furnish(sender, 'temporary-stay');
      await sender.client.facility.linkAccount({staffId: staff.head});
      const {recipientId, placementId} = await approvePlan(sender, staff);
      await sender.client.file.open({recipientId, openedOn: day, cameFrom: 'үйінен'});
      at('2026-07-01');
      const {problem} = await handOver(sender, server, {now});
      if (problem !== null) throw new Error(problem.detail);
      return {sender, senderFacility, receiver, receiverFacility, recipientId, placementId};
    },
    async offer({sender, receiverFacility, recipientId}) {
      const {id, stamp} = await prepareTransfer(sender, recipientId, {otherFacilityId: receiverFacility});
      await sender.client.transfer.offer({id, seen: stamp, jobId: await packedJob(sender, id)});
      return id;
    },
    async close() {
      await server.close();
      await pdf.close();
    },
  };
}

export const nothingMoved = {offered: 0, received: 0, answered: 0};

export async function accept({client}: Office, id: string, happenedOn: string) {
  const {stamp: seen} = await client.transfer.get({id});
  return client.transfer.accept({id, seen, recipientId: null, status: 'admitted', happenedOn, orderNumber: '9'});
}

/** The last mark of a row of the journal. */
export async function lastMark({client}: Office, placementId: string): Promise<string> {
  return must((await client.journal.events({placementId})).at(-1)).kind;
}

/** Here, at the registry, what is wrong, why. */
export async function shown({client}: Office, id: string) {
  const {state, registry, reason} = await client.transfer.get({id});
  return [state, registry?.state ?? null, registry?.problem ?? null, reason];
}
