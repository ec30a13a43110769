import type {TodayChoice} from '../../electron/contract/today.ts';

/** Whose matters somebody looks at; undefined: everybody's, as they were asked for before the page came. */
export function partOf({staffId, unitId}: TodayChoice): {
  of?: {staffId: string | null; unitId: string | null; recipientId: null};
} {
  return staffId === null && unitId === null ? {} : {of: {staffId, unitId, recipientId: null}};
}
