import {isDeepStrictEqual} from 'node:util';
import {may} from '../../domain/roles.ts';
import type {ServiceType} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {findStaff} from '../../db/queries/facility.ts';
import {CallFailure, type Account} from './context.ts';

interface Written {
  readonly lines: readonly {readonly serviceType: ServiceType}[];
  readonly signatures: readonly {readonly staffId: string | null}[];
  /** Everything else of the record. */
  readonly rest: unknown;
}

/**
 * Whoever does not keep whole plans writes what stands under the own service types, and signs for themselves; all else must
 * be as it was. Which types are whose stands with the member of staff (Appendix 4: «қызметтерді тағайындаған маман»).
 */
export function checkOwnServices(db: ReadableDb, account: Account, before: Written, after: Written): void {
  if (may(account.role, 'plan')) return;
  const own = new Set(account.staffId === null ? [] : findStaff(db, account.staffId)?.serviceTypes);
  const others = ({lines, signatures, rest}: Written): unknown => [
    lines.filter(({serviceType}) => !own.has(serviceType)),
    signatures.filter(({staffId}) => staffId === null || staffId !== account.staffId),
    rest,
  ];
  if (!isDeepStrictEqual(others(before), others(after))) throw new CallFailure('denied', {detail: 'own-services'});
}

/** The same of a single line, or of a phrase for one. */
export function checkOwnService(db: ReadableDb, {role, staffId}: Account, serviceType: ServiceType): void {
  if (may(role, 'plan')) return;
  const own = staffId === null ? [] : (findStaff(db, staffId)?.serviceTypes ?? []);
  if (!own.includes(serviceType)) throw new CallFailure('denied', {detail: 'own-services'});
}
