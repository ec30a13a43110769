import {kazakhKey} from '../../domain/collation.ts';
import {fullName} from '../../domain/person.ts';
import {removeBinding, writeBinding} from '../../db/commands/binding.ts';
import {registerPrint} from '../../db/commands/paper.ts';
import type {ReadableDb} from '../../db/connection.ts';
import {
  firstYearOfPapers,
  yearBindings,
  yearPlans,
  yearRounds,
  type YearPlanRow,
  type YearRoundRow,
} from '../../db/queries/binding.ts';
import {findKept, recipientCards} from '../../db/queries/recipient.ts';
import {bindingOutcome, type FolderLine, type bindingCalls} from '../contract/binding.ts';
import {bindFolders} from './bind-folders.ts';
import type {AreaHandlers} from './context.ts';
import {orMissing, refusal, refuseIf} from './refusals.ts';
import {folderOf, papersIn, printsOfFolder} from './year-folder.ts';

export const bindingHandlers: AreaHandlers<typeof bindingCalls> = {
  list({db, today}, {year}) {
    return {years: yearsWithPapers(db, Number(today.slice(0, 4))), folders: linesOf(db, year)};
  },

  start({db, pdf, jobs}, {year, recipientIds, language, what}) {
    const lines = linesOf(db, year);
    const wanted = recipientIds === 'all' ? null : new Set(recipientIds);
    const asked = lines.filter(line => wanted === null || wanted.has(line.recipientId));
    const folders = asked.filter(hasPapers).map(({recipientId}) => folderOf(db, year, recipientId));
    refuseIf(folders.length === 0 && refusal('', 'nothing-to-bind'));
    const taken = new Set(folders.map(({recipientId}) => recipientId));
    const named = wanted === null ? lines.map(line => line.recipientId) : [...wanted];
    return {
      jobId: jobs.start(bindFolders({db, pdf}, {folders, year, language, what})),
      leftOut: named.filter(recipientId => !taken.has(recipientId)),
    };
  },

  outcome({jobs}, {jobId}) {
    return bindingOutcome.parse(orMissing(jobs.result(jobId)).outcome);
  },

  register({db, account, now}, {year, recipientIds, language}) {
    for (const recipientId of recipientIds) {
      for (const print of printsOfFolder(db, year, recipientId)) {
        registerPrint(db, {...print, language, how: 'saved', printedAt: now, accountId: account.id});
      }
    }
    return {};
  },

  markBound({db, today}, {year, boundOn, folders}) {
    refuseIf(
      boundOn > today && refusal('boundOn', 'date-in-future'),
      boundOn < `${String(year).padStart(4, '0')}-01-01` && refusal('boundOn', 'bound-before-year'),
    );
    for (const {recipientId: askedId, sheets} of folders) {
      // Without a paper of the year there is nothing that could have been bound.
      const {recipientId} = folderOf(db, year, askedId);
      writeBinding(db, {recipientId, year, boundOn, sheets});
    }
    return {};
  },

  takeBack({db}, {year, recipientId: askedId}) {
    const {id: recipientId} = orMissing(findKept(db, askedId));
    removeBinding(db, {recipientId, year});
    return {};
  },
};

/** This year and those before it, back to the first that has papers. */
function yearsWithPapers(db: ReadableDb, thisYear: number): number[] {
  const first = Math.min(firstYearOfPapers(db) ?? thisYear, thisYear);
  return Array.from({length: thisYear - first + 1}, (_, index) => thisYear - index);
}

function hasPapers({plans, revisions, rounds}: FolderLine): boolean {
  return plans + revisions + rounds > 0;
}

/** Everybody who had a plan or monitoring in the year, by the Kazakh alphabet. */
function linesOf(db: ReadableDb, year: number): FolderLine[] {
  const plans = Map.groupBy(yearPlans(db, year, null), plan => plan.recipientId);
  const rounds = Map.groupBy(yearRounds(db, year, null), round => round.recipientId);
  const bindings = new Map(yearBindings(db, year).map(binding => [binding.recipientId, binding]));
  const ids = [...new Set([...plans.keys(), ...rounds.keys(), ...bindings.keys()])];
  return recipientCards(db, ids)
    .map(({recipientId, surname, firstName, patronymic, fileNumber}) => {
      const name = {surname, firstName, patronymic};
      const bound = bindings.get(recipientId);
      const own = countsOf(plans.get(recipientId) ?? [], rounds.get(recipientId) ?? []);
      return {
        key: kazakhKey(fullName(name)),
        line: {
          recipientId,
          name,
          fileNumber,
          ...own,
          bound: bound === undefined ? null : {boundOn: bound.boundOn, sheets: bound.sheets},
        },
      };
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({line}) => line);
}

type Counts = Pick<FolderLine, 'plans' | 'revisions' | 'rounds' | 'lacks'>;

function countsOf(plans: readonly YearPlanRow[], rounds: readonly YearRoundRow[]): Counts {
  const boundPlans = plans.filter(plan => papersIn([plan], []).length > 0);
  const boundRounds = rounds.filter(round => papersIn([], [round]).length > 0);
  return {
    plans: boundPlans.filter(plan => plan.revision === 0).length,
    revisions: boundPlans.filter(plan => plan.revision > 0).length,
    rounds: boundRounds.length,
    lacks: [
      ...plans
        .filter(plan => !boundPlans.includes(plan))
        .map(({id, approved, revision}) => ({
          what: approved === 1 ? ('no-paper' as const) : ('plan-not-approved' as const),
          planId: id,
          roundId: null,
          number: revision,
        })),
      ...rounds
        .filter(round => !boundRounds.includes(round))
        .map(({id, planId, status, number}) => ({
          what: status === 'closed' ? ('no-paper' as const) : ('round-open' as const),
          planId,
          roundId: id,
          number,
        })),
    ],
  };
}
