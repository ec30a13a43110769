import {iinHints} from '../../../domain/iin.ts';
import {readDatedOrder, readPeriod} from '../../../domain/importing/days.ts';
import type {ImportField} from '../../../domain/importing/kinds.ts';
import {readCategory, readDisabilityGroup, readIin, readSex} from '../../../domain/importing/words.ts';
import type {PlacementEventKind} from '../../../domain/placement.ts';
import {may} from '../../../domain/roles.ts';
import type {ImportedPerson} from '../../../db/commands/importing.ts';
import {addImportedPeople} from '../../../db/commands/importing.ts';
import type {EventDraft} from '../../../db/commands/journal.ts';
import type {ReadableDb} from '../../../db/connection.ts';
import {likenedPeople} from '../../../db/queries/duplicates.ts';
import {newestVolume} from '../../../db/queries/journal.ts';
import {currentVolume, eventRefusals, problemOf} from '../journal.ts';
import {keepPerson} from '../person-fields.ts';
import {lengthRefusals, longest, refusal, type Refusal} from '../refusals.ts';
import type {ImportContext, Importer} from './importer.ts';
import {KnownPeople} from './known-people.ts';
import {RowReader, shownName, stateOf} from './row.ts';

/** Recipients, and with each as much of a row of the journal as the table has columns for. */
export function peopleImporter(db: ReadableDb, context: ImportContext): Importer<ImportedPerson> {
  const {today, fields} = context;
  const known = new KnownPeople(likenedPeople(db));
  const volumeEndedOn = newestVolume(db)?.endedOn ?? null;
  return {
    check(now, row, cells) {
      const reader = new RowReader(cells, fields, today);
      const draft = readPerson(now, reader, {...context, volumeEndedOn});
      const match = known.find(draft.person);
      // The rules of the card say it of the number already.
      const isTold = reader.findings.some(({problem}) => problem === 'iin-taken');
      if (match !== null && !isTold) reader.tell(null, match);
      reader.tellOfBareName();
      const isRefused = stateOf(reader.findings) === 'refused';
      if (!isRefused) known.add(draft.person);
      return {
        name: shownName(draft.person),
        findings: reader.findings,
        draft: isRefused ? null : draft,
        group: String(row),
      };
    },

    write(target, importId, rows) {
      addImportedPeople(target, {
        importId,
        journalId: currentVolume(target, today),
        people: rows.map(({row, draft}) => ({row, ...draft})),
      });
    },
  };
}

interface PeopleContext extends ImportContext {
  /** The last day of the volume that new rows go into; null: it goes on. */
  readonly volumeEndedOn: string | null;
}

function readPerson(db: ReadableDb, reader: RowReader, {account, today, volumeEndedOn}: PeopleContext): ImportedPerson {
  const iin = reader.words('iin') === '' ? null : readIin(reader.words('iin'));
  const programme = readProgramme(reader, today);
  const typed = {
    name: reader.name(),
    bornOn: reader.day('bornOn', true),
    sex: reader.choice('sex', readSex),
    iin,
    iinOverrideReason: null,
    category: reader.choice('category', readCategory),
    disabilityGroup: reader.choice('disabilityGroup', readDisabilityGroup),
    address: reader.line('address'),
    phone: reader.line('phone'),
    programmeFrom: programme.from,
    programmeTo: programme.to,
  };
  const {kept, refusals} = keepPerson(typed, {db, today, at: '', before: null});
  const own = {
    diagnosis: may(account.role, 'diagnosis') ? reader.line('diagnosis') : null,
    ethnicity: may(account.role, 'ethnicity') ? reader.line('ethnicity') : null,
    socialStatus: reader.line('socialStatus'),
  };
  const lengths = lengthRefusals([
    ['diagnosis', own.diagnosis, longest.diagnosis],
    ['ethnicity', own.ethnicity, longest.ethnicity],
    ['socialStatus', own.socialStatus, longest.socialStatus],
  ]);
  reader.refused([...refusals, ...lengths], path => fieldOf(reader, path));
  for (const hint of iinHints(kept.iin ?? '', kept.bornOn, kept.sex)) {
    reader.tell(hint.field === 'born' ? 'bornOn' : 'sex', hint.field === 'born' ? 'born-unlike-iin' : 'sex-unlike-iin');
  }
  const events = readEvents(reader, today);
  tellOfEvents(reader, {events, bornOn: kept.bornOn, today, volumeEndedOn});
  return {person: {...kept, ...own}, events: events.map(({event}) => event)};
}

function readProgramme(reader: RowReader, today: string) {
  const words = reader.words('programme');
  const whole = words === '' ? {from: null, to: null} : readPeriod(words, today);
  if (whole === null) reader.tell('programme', 'not-a-date');
  return {
    from: reader.day('programmeFrom') ?? whole?.from ?? null,
    to: reader.day('programmeTo') ?? whole?.to ?? null,
  };
}

interface ReadEvent {
  readonly field: ImportField;
  readonly event: EventDraft;
}

const eventColumns = [
  {field: 'queued', order: null, kind: 'queued'},
  {field: 'admitted', order: 'admittedOrder', kind: 'admitted'},
  {field: 'discharged', order: 'dischargedOrder', kind: 'discharged'},
  {field: 'transferred', order: 'transferredOrder', kind: 'transferred'},
] as const satisfies readonly {field: ImportField; order: ImportField | null; kind: PlacementEventKind}[];

/** Columns 9, 10, 12-14 of Appendix 2, each day with the number of its order. */
function readEvents(reader: RowReader, today: string): ReadEvent[] {
  return eventColumns.flatMap(({field, order, kind}) => {
    const words = reader.words(field);
    if (words === '' || /^[-–—]+$/u.test(words)) return [];
    const {on, orderNumber} = readDatedOrder(words, today);
    if (on === null) {
      reader.tell(field, 'not-a-date');
      return [];
    }
    const isEnd = kind === 'discharged' || kind === 'transferred';
    const event: EventDraft = {
      kind,
      happenedOn: on.day,
      orderNumber: (order === null ? null : reader.line(order)?.replace(/^№\s*/u, '')) ?? orderNumber,
      reason: isEnd ? reader.line('dischargeReason') : null,
      destination: isEnd ? reader.line('destination') : null,
      until: null,
    };
    return [{field, event}];
  });
}

function tellOfEvents(
  reader: RowReader,
  {
    events,
    bornOn,
    today,
    volumeEndedOn: endedOn,
  }: Pick<PeopleContext, 'today' | 'volumeEndedOn'> & {
    readonly events: readonly ReadEvent[];
    readonly bornOn: string | null;
  },
): void {
  const before: (EventDraft & {position: number})[] = [];
  for (const {field, event} of events) {
    const found: Refusal[] = [...eventRefusals(event, today, ''), ...problemOf(event, before, bornOn, '')];
    if (endedOn !== null && endedOn < event.happenedOn) found.push(refusal('', 'volume-ended'));
    // In a table the order of the days is all that can be wrong with it.
    const said = found.map(each =>
      each.problem === 'event-not-allowed' ? refusal('', 'event-before-previous') : each,
    );
    reader.refused(said, path => detailFieldOf(path) ?? field);
    before.push({...event, position: before.length});
  }
}

function detailFieldOf(path: string): ImportField | null {
  return path === 'reason' ? 'dischargeReason' : path === 'destination' ? 'destination' : null;
}

const nameParts = ['surname', 'firstName', 'patronymic'] as const;

/** The column that a field of the card came from. */
function fieldOf(reader: RowReader, path: string): ImportField | null {
  const part = nameParts.find(each => path === `name.${each}`);
  if (part !== undefined) return reader.fieldOfName(part);
  if (path === 'programmeTo') return reader.has('programmeTo') ? 'programmeTo' : 'programme';
  const plain = ['bornOn', 'iin', 'address', 'phone', 'diagnosis', 'ethnicity', 'socialStatus'] as const;
  return plain.find(each => each === path) ?? null;
}
