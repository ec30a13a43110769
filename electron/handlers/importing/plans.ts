import {fullName, shortName} from '../../../domain/person.ts';
import {fold} from '../../../domain/search-key.ts';
import {readIin, readMeasurePeriod, readServiceType} from '../../../domain/importing/words.ts';
import {serviceTypes} from '../../../domain/vocabulary.ts';
import {addImportedPlan, type ImportedPlan} from '../../../db/commands/importing.ts';
import type {MeasureDraft} from '../../../db/commands/plan.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {likenedPeople} from '../../../db/queries/duplicates.ts';
import {allStaff} from '../../../db/queries/facility.ts';
import {currentPlacement} from '../../../db/queries/journal.ts';
import {placementHasPlans, unapprovedPlan} from '../../../db/queries/plan.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {proseOrNull, orderRefusals} from '../refusals.ts';
import {usualSignatures} from '../signatories.ts';
import type {ImportContext, Importer} from './importer.ts';
import {KnownPeople} from './known-people.ts';
import {RowReader, shownName, stateOf} from './row.ts';

/** The most that a plan holds, as the screen of a plan saves it. */
const mostMeasures = 400;

/** The last individual plans: a row for each measure, or a column for each kind of service. Each becomes a draft. */
export function plansImporter(db: ReadableDb, {today, fields}: ImportContext): Importer<ImportedPlan> {
  const known = new KnownPeople(likenedPeople(db));
  const specialists = specialistsOf(db);
  const measures = new Map<string, number>();
  let last: PersonCells | null = null;
  return {
    check(now, row, cells) {
      const reader = new RowReader(cells, fields, today);
      // Of several rows of one person only the first may bear the name.
      const person = personOf(reader) ?? last;
      last = person;
      const draft = readPlan(reader, specialists);
      const recipientId = person === null ? null : meantBy(reader, known, person);
      const placementId = recipientId === null ? null : placementOf(now, reader, recipientId);
      if (draft.measures.length === 0) reader.tell(null, 'measure-required');
      const group = recipientId ?? String(row);
      const count = (measures.get(group) ?? 0) + draft.measures.length;
      if (count > mostMeasures) reader.tell(null, 'too-many-measures');
      const isRefused = stateOf(reader.findings) === 'refused' || recipientId === null || placementId === null;
      if (!isRefused) measures.set(group, count);
      return {
        name: person === null ? '' : shownName(person.name),
        findings: reader.findings,
        draft: isRefused ? null : {...draft, recipientId, placementId},
        group,
      };
    },

    write(target, importId, rows) {
      for (const [recipientId, own] of Map.groupBy(rows, ({draft}) => draft.recipientId)) {
        const [first] = own;
        if (first === undefined) continue;
        const {placementId, periodFrom, periodTo} = first.draft;
        addImportedPlan(target, importId, first.row, {
          recipientId,
          placementId,
          periodFrom,
          periodTo,
          today,
          measures: own.flatMap(({draft}) => draft.measures),
          signatures: usualSignatures(target, appendix4.signatories),
        });
      }
    },
  };
}

interface PersonCells {
  readonly name: ReturnType<RowReader['name']>;
  readonly bornOn: string | null;
  readonly iin: string | null;
}

/** Null: the row names nobody. */
function personOf(reader: RowReader): PersonCells | null {
  const name = reader.name();
  const iin = reader.words('iin') === '' ? null : readIin(reader.words('iin'));
  if (name.surname === '' && iin === null) return null;
  return {name, iin, bornOn: reader.day('bornOn', true)};
}

function meantBy(reader: RowReader, known: KnownPeople, {name, iin, bornOn}: PersonCells): string | null {
  const found = known.meant({...name, iin, bornOn});
  if (found.length === 0) reader.tell(null, 'person-not-found');
  if (found.length > 1) reader.tell(null, 'several-people');
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The same that the start of a plan asks for. */
function placementOf(db: ReadableDb, reader: RowReader, recipientId: string): string | null {
  const placement = currentPlacement(db, recipientId);
  if (placement === undefined || (placement.status !== 'receiving' && placement.status !== 'on-leave')) {
    reader.tell(null, 'not-admitted');
    return null;
  }
  const {placementId} = placement;
  if (unapprovedPlan(db, placementId) !== undefined) reader.tell(null, 'plan-begun');
  else if (placementHasPlans(db, placementId)) reader.tell(null, 'plan-there');
  return placementId;
}

function readPlan(
  reader: RowReader,
  specialists: ReadonlyMap<string, string>,
): Pick<ImportedPlan, 'measures' | 'periodFrom' | 'periodTo'> {
  const staffId =
    reader.words('specialist') === '' ? null : (specialists.get(fold(reader.words('specialist'))) ?? null);
  if (staffId === null && reader.words('specialist') !== '') reader.tell('specialist', 'no-such-staff');
  const shared = {
    volume: reader.line('volume'),
    period: reader.choice('period', readMeasurePeriod),
    dateFrom: reader.day('dateFrom'),
    dateTo: reader.day('dateTo'),
    staffId,
    assignedOn: reader.day('assignedOn'),
  };
  reader.refused(orderRefusals('', shared.dateFrom, shared.dateTo), () => 'dateTo');
  const periodFrom = reader.day('periodFrom');
  const periodTo = reader.day('periodTo');
  reader.refused(orderRefusals('', periodFrom, periodTo), () => 'periodTo');
  return {periodFrom, periodTo, measures: [...ownRow(reader, shared), ...ownColumns(reader, shared)]};
}

type Shared = Omit<MeasureDraft, 'serviceType' | 'text'>;

function ownRow(reader: RowReader, shared: Shared): MeasureDraft[] {
  const text = proseOrNull(reader.words('measure'));
  if (text === null) return [];
  const serviceType = readServiceType(reader.words('serviceType'));
  if (serviceType !== undefined) return [{serviceType, text, ...shared}];
  reader.tell('serviceType', 'service-unknown');
  return [];
}

/** A column of one kind of service: a measure on each of its lines. */
function ownColumns(reader: RowReader, shared: Shared): MeasureDraft[] {
  return serviceTypes.flatMap(serviceType =>
    (proseOrNull(reader.words(serviceType)) ?? '')
      .split(/\n|;\s+/u)
      .map(line => line.replace(/^\s*(?:\d+[.)]|[-–—•])\s*/u, '').trim())
      .filter(line => line !== '')
      .map(text => ({serviceType, text, ...shared})),
  );
}

/** Who works here, by the whole name and by the short one where only one bears it. */
function specialistsOf(db: ReadableDb): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const row of allStaff(db)) {
    const name = {surname: row.surname, firstName: row.firstName, patronymic: row.patronymic};
    for (const key of new Set([fullName(name), shortName(name), `${name.surname} ${name.firstName}`].map(fold))) {
      found.set(key, found.has(key) ? null : row.id);
    }
  }
  return new Map([...found].flatMap(([key, id]) => (id === null ? [] : [[key, id] as const])));
}
