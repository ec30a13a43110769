import type {IsoDate} from '../../domain/dates.ts';
import type {PersonName} from '../../domain/person.ts';
import {may} from '../../domain/roles.ts';
import type {SignatoryRole} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {allStaff, findFacility} from '../../db/queries/facility.ts';
import {filesToSign, plansToApprove, plansToSign, roundsToSign, type ToSign} from '../../db/queries/signatures.ts';
import {fileStamp, planStamp, roundStamp} from '../../db/queries/stamps.ts';
import {approvalRows, type MatterRow} from '../../db/queries/today.ts';
import {placementsInUnit} from '../../db/queries/unit.ts';
import type {Signatory} from '../../templates/core/edition.ts';
import {appendix4} from '../../templates/editions/308-2022/appendix-4.ts';
import type {TodayItem} from '../contract/today.ts';
import type {Account} from './context.ts';
import {itemsOf} from './today-item.ts';

/** Nobody signs more in a day; whoever has signed some sees the next. */
const mostSignatures = 100;

interface Line {
  readonly isMine: boolean;
  readonly item: TodayItem;
}

/** What is ready for a signature: its lines, and which counted matters they stand for. */
export interface Signatures {
  readonly lines: readonly Line[];
  readonly approvals: readonly MatterRow[];
}

export interface Whose {
  readonly staffId: string | null;
  readonly unitId: string | null;
  readonly recipientId: string | null;
}

/** A line before its stamp has been looked up: only of those that are shown it is. */
interface Waiting {
  readonly isMine: boolean;
  readonly nameKey: string;
  readonly make: () => TodayItem;
}

export function signaturesFor(
  db: ReadableDb,
  today: IsoDate,
  account: Pick<Account, 'role' | 'staffId'>,
  whose: Whose,
): Signatures {
  const names = new Map(allStaff(db).map(each => [each.id, nameOf(each)]));
  const facility = findFacility(db);
  const inUnit = whose.unitId === null ? null : new Set(placementsInUnit(db, whose.unitId, today));
  const isAsked = (row: ToSign, signerId: string | null) =>
    (whose.staffId === null || whose.staffId === signerId) &&
    (whose.recipientId === null || whose.recipientId === row.recipientId) &&
    (inUnit === null || inUnit.has(row.placementId));
  const isSigner = (signerId: string) => signerId === account.staffId;
  const keepsPlans = may(account.role, 'plan');
  const isHead = may(account.role, 'approve');
  const headId = facility?.headStaffId ?? null;
  const signer = (staffId: string | null) => (staffId === null ? null : (names.get(staffId) ?? null));
  const all: readonly Signatory[] = appendix4.signatories;
  const roles = all.filter(({filledBy}) => facility !== undefined && filledBy.includes(facility.type));
  const placeOfRole = (wanted: SignatoryRole) => roles.findIndex(({role}) => role === wanted);

  const toApprove = plansToApprove(db).filter(row => isAsked(row, headId));
  const approvals = approvalRows(
    db,
    today,
    toApprove.map(({planId}) => planId),
  );
  const counted = new Map(itemsOf(db, approvals).map((item, index) => [approvals[index]?.planId, item]));

  const waiting: Waiting[] = [
    ...toApprove.map(row => ({
      isMine: isHead,
      nameKey: row.nameKey,
      make: (): TodayItem => ({
        ...lineOf(row, 'plan-approve', signer(headId)),
        ...counted.get(row.planId),
        key: `plan-approve:${row.planId}`,
        waitsFor: 'head',
        signer: signer(headId),
        target: planTarget(row, 'gap'),
        act: isHead ? {act: 'approve', planId: row.planId, seen: planStamp(db, row.planId)} : null,
      }),
    })),
    ...plansToSign(db)
      .filter(row => isAsked(row, row.staffId) && placeOfRole(row.role) !== -1)
      .toSorted((one, other) => placeOfRole(one.role) - placeOfRole(other.role))
      .map(row => ({
        isMine: isSigner(row.staffId),
        nameKey: row.nameKey,
        make: (): TodayItem => ({
          ...lineOf(row, 'plan-sign', signer(row.staffId)),
          key: `plan-sign:${row.planId}:${row.role}`,
          target: planTarget(row, `signatures.${placeOfRole(row.role)}.signedOn`),
          act:
            keepsPlans || isSigner(row.staffId)
              ? {act: 'sign-plan', planId: row.planId, seen: planStamp(db, row.planId), role: row.role}
              : null,
        }),
      })),
    ...roundsToSign(db)
      .filter(row => isAsked(row, row.staffId))
      .map(row => ({
        isMine: isSigner(row.staffId),
        nameKey: row.nameKey,
        make: (): TodayItem => ({
          ...lineOf(row, 'round-sign', signer(row.staffId)),
          key: `round-sign:${row.roundId}:${row.as}`,
          target: {...placeOf(row), screen: 'round', roundId: row.roundId, field: `${row.as}SignedOn`},
          act:
            keepsPlans || isSigner(row.staffId)
              ? {act: 'sign-round', roundId: row.roundId, seen: roundStamp(db, row.roundId), as: row.as}
              : null,
        }),
      })),
    ...filesToSign(db)
      .filter(row => isAsked(row, headId))
      .map(row => ({
        isMine: isHead,
        nameKey: row.nameKey,
        make: (): TodayItem => ({
          ...lineOf(row, 'file-sign', signer(headId)),
          key: `file-sign:${row.fileId}`,
          waitsFor: 'head',
          target: {screen: 'file', recipientId: row.recipientId, field: 'signedOn'},
          act: isHead ? {act: 'sign-file', fileId: row.fileId, seen: fileStamp(db, row.fileId)} : null,
        }),
      })),
  ];
  return {lines: firstOf(waiting), approvals};
}

/** By the Kazakh alphabet, so many of one's own and so many of others. */
function firstOf(waiting: readonly Waiting[]): Line[] {
  const sorted = waiting.toSorted((one, other) => (one.nameKey < other.nameKey ? -1 : 1));
  const first = (isMine: boolean) => sorted.filter(each => each.isMine === isMine).slice(0, mostSignatures);
  return [...first(true), ...first(false)].map(({isMine, make}) => ({isMine, item: make()}));
}

function lineOf(
  row: ToSign,
  kind: TodayItem['kind'],
  signer: PersonName | null,
): Omit<TodayItem, 'key' | 'target' | 'act'> {
  return {
    kind,
    state: 'week',
    waitsFor: 'worker',
    recipientId: row.recipientId,
    name: nameOf(row),
    dueOn: null,
    latestOn: null,
    undecided: false,
    moved: null,
    ground: null,
    signer,
  };
}

function placeOf({recipientId, planId}: {recipientId: string; planId: string}) {
  return {recipientId, planId};
}

function planTarget(row: {recipientId: string; planId: string}, field: string): TodayItem['target'] {
  return {...placeOf(row), screen: 'plan', field};
}

function nameOf({surname, firstName, patronymic}: PersonName): PersonName {
  return {surname, firstName, patronymic};
}
