import {randomUUID} from 'node:crypto';
import {and, asc, count, eq} from 'drizzle-orm';
import {compareKazakh} from '../../domain/collation.ts';
import type {OrganisationType} from '../../domain/vocabulary.ts';
import type {AuditEnd, AuditWarning} from '../protocol/audit-end.ts';
import type {ParcelHeader} from '../protocol/header.ts';
import {hashOfCode} from '../parcel/enrolment-file.ts';
import {makeCode} from './code.ts';
import {newEpoch} from './receive.ts';
import {enrolmentCode, facility, node} from './schema/facility.ts';
import {quarantine} from './schema/log.ts';
import type {Store} from './store.ts';

/** What the officer of the registry does and sees. */

export interface NewFacility {
  readonly type: OrganisationType;
  readonly nameKk: string;
  readonly nameRu: string;
}

/** Returns its id. */
export async function addFacility(store: Store, wanted: NewFacility): Promise<string> {
  const id = randomUUID();
  await store.asOfficer(db => db.insert(facility).values({id, ...wanted, epoch: newEpoch()}));
  return id;
}

const validDays = 14;

export interface MadeCode {
  readonly code: string;
  readonly expiresAt: Date;
}

/** A one-time code for one PC, valid for 14 days. It is kept nowhere: what is kept opens nothing. */
export async function addCode(store: Store, facilityId: string, now: () => number): Promise<MadeCode> {
  const code = makeCode();
  const expiresAt = new Date(now() + validDays * 86_400_000);
  await store.asOfficer(db => db.insert(enrolmentCode).values({facilityId, hash: hashOfCode(code), expiresAt}));
  return {code, expiresAt};
}

/** Shuts a PC out: nothing is taken from it or given to it any more. */
export async function revokeNode(store: Store, facilityId: string, id: string): Promise<void> {
  await store.asOfficer(db =>
    db
      .update(node)
      .set({status: 'revoked'})
      .where(and(eq(node.facilityId, facilityId), eq(node.id, id))),
  );
}

export interface ListedNode {
  readonly id: string;
  readonly name: string;
  readonly status: 'active' | 'copied' | 'revoked';
  readonly program: string;
  readonly schemaNumber: number;
  readonly lastExchangeAt: Date | null;
  /** Rows that it could not take in, as it says. */
  readonly quarantined: number;
  /** As it told last; null: not yet. */
  readonly auditEnd: AuditEnd | null;
  readonly auditWarning: AuditWarning | null;
  readonly auditWarnedAt: Date | null;
}

export interface ListedFacility {
  readonly id: string;
  readonly type: OrganisationType;
  readonly nameKk: string;
  readonly nameRu: string;
  /** Changes in its log. */
  readonly head: number;
  readonly report: ParcelHeader['report'];
  readonly reportedAt: Date | null;
  readonly lastExchangeAt: Date | null;
  /** Rows that this registry did not take into the log. */
  readonly quarantined: number;
  readonly nodes: readonly ListedNode[];
}

/** All facilities, by name in one of the two languages, whatever quotation marks it begins with. No personal data. */
export async function listFacilities(store: Store, by: 'nameKk' | 'nameRu'): Promise<ListedFacility[]> {
  return store.asOfficer(async db => {
    const facilities = await db.select().from(facility).orderBy(asc(facility.id));
    facilities.sort((a, b) => compareKazakh(withoutMarks(a[by]), withoutMarks(b[by])));
    const nodes = await db
      .select({
        facilityId: node.facilityId,
        id: node.id,
        name: node.name,
        status: node.status,
        program: node.program,
        schemaNumber: node.schemaNumber,
        lastExchangeAt: node.lastExchangeAt,
        quarantined: node.quarantined,
        auditEnds: node.auditEnds,
        auditWarning: node.auditWarning,
        auditWarnedAt: node.auditWarnedAt,
      })
      .from(node)
      .orderBy(asc(node.enrolledAt), asc(node.id));
    const aside = await db
      .select({facilityId: quarantine.facilityId, rows: count()})
      .from(quarantine)
      .where(eq(quarantine.state, 'open'))
      .groupBy(quarantine.facilityId);
    const quarantined = new Map(aside.map(({facilityId, rows}) => [facilityId, rows]));
    const byFacility = Map.groupBy(nodes, each => each.facilityId);
    return facilities.map(({epoch: _epoch, clock: _clock, ...each}) => {
      const own = (byFacility.get(each.id) ?? []).map(({facilityId: _facility, auditEnds, ...rest}) => ({
        ...rest,
        auditEnd: auditEnds.at(-1) ?? null,
      }));
      return {...each, lastExchangeAt: latest(own), quarantined: quarantined.get(each.id) ?? 0, nodes: own};
    });
  });
}

function withoutMarks(name: string): string {
  return name.replace(/^[^\p{L}\p{N}]+/u, '');
}

function latest(nodes: readonly ListedNode[]): Date | null {
  const times = nodes.flatMap(({lastExchangeAt}) => (lastExchangeAt === null ? [] : [lastExchangeAt.getTime()]));
  return times.length === 0 ? null : new Date(Math.max(...times));
}
