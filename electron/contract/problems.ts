import {holidayTableProblems} from '../../domain/holiday-table.ts';
import {queueProblemCodes} from '../../domain/queue-words.ts';
import {archiveProblems} from '../../domain/transfer.ts';
import {undoObstacles} from '../../domain/undo.ts';
import {unitProblemCodes} from '../../domain/unit.ts';
import {stayProblemCodes} from '../../domain/unit-stay.ts';

/**
 * Why an input is refused (`invalid`): every key that a `FieldIssue` may carry. The screen has the words of each in
 * both languages (`Record<Problem, Text>` in renderer/text/problems.ts does not compile while one lacks).
 */
export const problems = [
  // What was typed.
  'malformed',
  'required',
  'surname-required',
  'first-name-required',
  'too-long',
  'unprintable-character',
  'not-a-date',
  'date-in-future',
  'period-reversed',
  'iin-shape',
  'iin-control-digit',
  'iin-taken',
  // The journal: what may follow what.
  'event-not-allowed',
  'event-before-previous',
  'event-before-birth',
  'event-is-not-last',
  'volume-ended',
  'placement-has-plans',
  // Two entries of one person.
  'merge-is-not-last',
  // The queue.
  ...queueProblemCodes.map(problem => `queue-${problem}` as const),
  // Units, and who stays in them.
  ...unitProblemCodes.map(problem => `unit-${problem}` as const),
  ...stayProblemCodes.map(problem => `stay-${problem}` as const),
  'unit-stays-before',
  'unit-has-residents',
  // The conditions of admission.
  'reason-required',
  // The personal file.
  'number-taken',
  // Scans and pictures.
  'attachment-type',
  'attachment-too-large',
  'attachment-twice',
  'no-such-document',
  'no-such-scan',
  // Plans and monitoring.
  'not-admitted',
  'plan-is-fixed',
  'plan-not-filled',
  'plan-not-approved',
  'approved-before-filled',
  'plan-not-in-force',
  'revision-open',
  'erasure-obstacles',
  'issues-remain',
  'ended-before-begun',
  'round-closed',
  'twice',
  'phrase-twice',
  'phrase-of-somebody',
  'no-such-staff',
  // The calendar.
  ...holidayTableProblems.map(problem => `calendar-${problem}` as const),
  'source-required',
  // A change that is undone.
  ...undoObstacles.map(obstacle => `undo-${obstacle}` as const),
  // Binding a year's papers.
  'nothing-to-bind',
  'bound-before-year',
  'staff-in-another-unit',
  // Handing over and taking over.
  'transfer-receiver-unknown',
  'transfer-step-impossible',
  'transfer-lacks-remain',
  'transfer-reason-required',
  ...archiveProblems.map(problem => `transfer-file-${problem}` as const),
  // Accounts.
  'name-taken',
  'own-account',
  'last-head',
  'password-short',
  'password-common',
  'password-is-name',
  'recovery-key-typo',
] as const;
export type Problem = (typeof problems)[number];
