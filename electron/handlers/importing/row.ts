import {cleanText, fullName, type PersonName} from '../../../domain/person.ts';
import {readDay} from '../../../domain/importing/days.ts';
import type {ColumnFields} from '../../../domain/importing/guess.ts';
import type {ImportField} from '../../../domain/importing/kinds.ts';
import {isRowRemark, rowRefusals, type RowProblem, type RowRefusal} from '../../../domain/importing/problems.ts';
import {splitName} from '../../../domain/importing/words.ts';
import type {IsoDate} from '../../../domain/dates.ts';
import type {Finding, RowState} from '../../contract/importing.ts';
import type {Refusal} from '../refusals.ts';

/** One row of a table, read by the fields of its columns; what is wrong is gathered as it is read. */
export class RowReader {
  readonly findings: Finding[] = [];
  readonly #cells: ReadonlyMap<ImportField, string>;
  readonly #today: IsoDate;

  constructor(cells: readonly string[], fields: ColumnFields, today: IsoDate) {
    this.#cells = new Map(
      fields.flatMap((field, column) => (field === null ? [] : [[field, (cells[column] ?? '').trim()] as const])),
    );
    this.#today = today;
  }

  has(field: ImportField): boolean {
    return this.#cells.has(field);
  }

  /** Empty where the table has no such column. */
  words(field: ImportField): string {
    return this.#cells.get(field) ?? '';
  }

  line(field: ImportField): string | null {
    const kept = cleanText(this.words(field));
    return kept === '' ? null : kept;
  }

  tell(field: ImportField | null, problem: RowProblem): void {
    this.findings.push({field, problem});
  }

  /** Nothing but a name, where the table has room for more: it may be a title between the rows. */
  tellOfBareName(): void {
    const others = [...this.#cells].filter(([field]) => !isNameField(field));
    if (others.length > 0 && others.every(([, words]) => words === '')) this.tell(null, 'only-name');
  }

  /** The parts from their own columns, else from the one that holds them all. */
  name(): PersonName {
    const whole = splitName(this.words('fullName'));
    const patronymic = this.line('patronymic') ?? whole.patronymic;
    const name = {
      surname: this.line('surname') ?? whole.surname,
      firstName: this.line('firstName') ?? whole.firstName,
      patronymic: /\p{L}/u.test(patronymic ?? '') ? patronymic : null,
    };
    if (/^\p{L}\.?$/u.test(name.firstName) || /^\p{L}\.\p{L}\.?$/u.test(name.firstName)) {
      this.tell(this.fieldOfName('firstName'), 'initials');
    }
    return name;
  }

  fieldOfName(part: 'surname' | 'firstName' | 'patronymic'): ImportField {
    return this.has(part) ? part : 'fullName';
  }

  day(field: ImportField, birth = false): IsoDate | null {
    const words = this.words(field);
    // A dash says that there is none.
    if (words === '' || /^[-–—]+$/u.test(words)) return null;
    const read = readDay(words, this.#today, birth);
    if (read === null) this.tell(field, 'not-a-date');
    else if (read.doubtful) this.tell(field, 'century-guessed');
    return read?.day ?? null;
  }

  /** A word of a closed list; one that is not understood is told, and left out. */
  choice<Value>(field: ImportField, read: (cell: string) => Value | undefined): Value | null {
    const words = this.words(field);
    if (words === '' || /^[-–—]+$/u.test(words)) return null;
    const value = read(words);
    if (value === undefined) this.tell(field, 'word-unknown');
    return value ?? null;
  }

  /** What the rules of the program refuse, told of the columns that it came from. */
  refused(refusals: readonly Refusal[], fieldOf: (path: string) => ImportField | null): void {
    for (const {field, problem} of refusals) this.tell(fieldOf(field), isKnown(problem) ? problem : 'malformed');
  }
}

function isNameField(field: ImportField): boolean {
  return field === 'fullName' || field === 'surname' || field === 'firstName' || field === 'patronymic';
}

function isKnown(problem: string): problem is RowRefusal {
  return (rowRefusals as readonly string[]).includes(problem);
}

export function stateOf(findings: readonly Finding[]): RowState {
  if (findings.some(({problem}) => !isRowRemark(problem))) return 'refused';
  return findings.length > 0 ? 'remark' : 'good';
}

export function shownName(name: PersonName): string {
  return fullName(name).slice(0, 200);
}
