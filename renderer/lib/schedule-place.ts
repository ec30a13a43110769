import type {ScheduleTarget} from '../../electron/contract/schedule.ts';
import {paths} from './paths.ts';

/** Where a matter of the calendar or of the year's line is done. */
export function schedulePlace(target: ScheduleTarget): string {
  switch (target.screen) {
    case 'recipient':
      return paths.recipient(target.recipientId);
    case 'file':
      return paths.file(target.recipientId);
    case 'new-plan':
      return paths.newPlan(target.recipientId);
    case 'plan':
      return paths.plan(target.recipientId, target.planId);
    case 'round':
      return paths.round(target.recipientId, target.planId, target.roundId);
    case 'binding':
      return paths.binding();
  }
}
