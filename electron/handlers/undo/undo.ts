import type {z} from 'zod';
import {changeAt, type RowChange} from '../../../db/history.ts';
import type {RecordRow} from '../../../db/person-records.ts';
import {fileOf} from '../../../db/queries/file.ts';
import {serviceTypes} from '../../../domain/vocabulary.ts';
import {fileCalls} from '../../contract/file.ts';
import {monitoringCalls} from '../../contract/monitoring.ts';
import {planCalls} from '../../contract/plan.ts';
import {recipientCalls} from '../../contract/recipient.ts';
import type {UndoneBy, undoCalls} from '../../contract/undo.ts';
import {CallFailure, type AreaHandlers, type CommandContext} from '../context.ts';
import {fileHandlers} from '../file.ts';
import {monitoringHandlers} from '../monitoring.ts';
import {planHandlers} from '../plan.ts';
import {recipientHandlers} from '../recipient.ts';
import {orMissing, refusal, refuseChanged, refuseIf} from '../refusals.ts';
import {undoingOf} from './obstacles.ts';
import {partOf, recordOf, type Rows} from './record.ts';

interface Asked {
  readonly seen: string;
  readonly seq: number;
  readonly field: string | null;
}

type Saved = {id: string; stamp: string};

/** A former value goes the way of a typed one: the whole form is saved with it. */
export const undoHandlers: AreaHandlers<typeof undoCalls> = {
  person: (context, {recipientId, ...asked}) => undo(context, {by: 'person', id: recipientId}, asked),
  file: (context, {recipientId, ...asked}) =>
    undo(context, {by: 'file', id: orMissing(fileOf(context.db, recipientId)).id}, asked),
  plan: (context, {planId, ...asked}) => undo(context, {by: 'plan', id: planId}, asked),
  round: (context, {roundId, ...asked}) => undo(context, {by: 'round', id: roundId}, asked),
};

function undo(
  context: CommandContext,
  record: {readonly by: UndoneBy; readonly id: string},
  {seen, seq, field}: Asked,
): Saved {
  const change = orMissing(changeAt(context.db, seq));
  const {obstacle, fields} = undoingOf(context.db, context.account, change);
  const now = recordOf(context.db, change);
  if (now === undefined || now.by !== record.by || now.id !== record.id) {
    if (obstacle === null) throw new CallFailure('missing');
    refuseIf(refusal('', `undo-${obstacle}`));
    throw new CallFailure('missing');
  }
  refuseChanged(seen, now.stamp);
  refuseIf(obstacle !== null && refusal('', `undo-${obstacle}`));
  const typed = partOf(change.table)?.fields ?? [];
  const wanted = change.fields.filter(each =>
    // What they were not shown they do not bring back either.
    field === null ? typed.includes(each.field) && fields.get(each.field) !== 'not-yours' : each.field === field,
  );
  if (wanted.length === 0) throw new CallFailure('missing');
  refuseIf(
    wanted.flatMap(each => {
      const own = fields.get(each.field) ?? null;
      return own === null ? [] : [refusal(each.field, `undo-${own}`)];
    }),
  );
  return saves[now.by](context, {id: now.id, seen}, withFormer(now.rows, {...change, fields: wanted}));
}

/** The rows of the record as they would be without the change. */
function withFormer(rows: Rows, {table, rowId, op, fields}: RowChange): Rows {
  const former = Object.fromEntries(fields.map(({field, before}) => [field, before]));
  const own = rows[table] ?? [];
  const next =
    op === 'delete'
      ? atItsPlace(own, {...former, id: rowId})
      : own.map(row => (row.id === rowId ? {...row, ...former} : row));
  return {...rows, [table]: next};
}

/** Behind the lines of its own list that stood before it. */
function atItsPlace(rows: readonly RecordRow[], row: RecordRow): RecordRow[] {
  const typeOf = ({serviceType}: RecordRow) => serviceTypes.findIndex(each => each === serviceType);
  const at = rows.findIndex(each => typeOf(each) > typeOf(row));
  return at === -1 ? [...rows, row] : [...rows.slice(0, at), row, ...rows.slice(at)];
}

type Save = (context: CommandContext, record: {id: string; seen: string}, rows: Rows) => Saved;

const saves: Readonly<Record<UndoneBy, Save>> = {
  person(context, record, {recipient = [], relative = []}) {
    const [row = {}] = recipient;
    const input = {
      ...record,
      ...partFields('recipient', row),
      ...nameIn(row),
      relatives: relative.map(each => ({...partFields('relative', each), ...nameIn(each)})),
    };
    return recipientHandlers.save(context, read(recipientCalls.save.input, input));
  },
  file(context, record, {personalFile = [], fileDocument = []}) {
    const [{number, openedOn, placeKk, placeRu, cameFrom, signedOn, sheets} = {} as Partial<RecordRow>] = personalFile;
    const place = {kk: placeKk, ru: placeRu};
    const documents = fileDocument.map(each => partFields('fileDocument', each));
    const input = {...record, number, openedOn, place, cameFrom, signedOn, sheets, documents};
    return fileHandlers.save(context, read(fileCalls.save.input, input));
  },
  plan(context, record, {plan = [], measure = [], planSignature = []}) {
    const input = {
      ...record,
      ...partFields('plan', plan[0]),
      measures: measure.map(each => partFields('measure', each)),
      signatures: planSignature.map(each => partFields('planSignature', each)),
    };
    return planHandlers.save(context, read(planCalls.save.input, input));
  },
  round(context, record, {monitoringRound = [], monitoringEntry = []}) {
    const entries = monitoringEntry.map(each => ({
      ...partFields('monitoringEntry', each),
      serviceType: each['serviceType'],
    }));
    const input = {...record, ...partFields('monitoringRound', monitoringRound[0]), entries};
    return monitoringHandlers.save(context, read(monitoringCalls.save.input, input));
  },
};

/** What the form types of a row; the parts of a name stand together. */
function partFields(table: Parameters<typeof partOf>[0], row: Partial<RecordRow> = {}): Record<string, unknown> {
  const fields = partOf(table)?.fields.filter(field => !nameParts.includes(field)) ?? [];
  return Object.fromEntries(fields.map(field => [field, row[field] ?? null]));
}

const nameParts = ['surname', 'firstName', 'patronymic'];

function nameIn({surname, firstName, patronymic}: Partial<RecordRow>) {
  return {name: {surname, firstName, patronymic: patronymic ?? null}};
}

/** A value that an earlier version took and this one does not is refused, as if it were typed. */
function read<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = schema.safeParse(input);
  if (!read.success) refuseIf(refusal('', 'malformed'));
  return schema.parse(input);
}
