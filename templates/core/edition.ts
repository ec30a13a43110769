import type {OrganisationType, SignatoryRole} from '../../domain/vocabulary.ts';
import type {Text} from '../../domain/text.ts';
import type {Condition} from './condition.ts';
import type {Label} from './label.ts';
import type {Block} from './layout.ts';

/**
 * An edition is one plain, JSON-serialisable object: what one legal act says of one paper. Never edited after its
 * release (see the lock file); zod schema, types, screens and prints are derived from it, never the other way.
 */
export interface Edition {
  /** Act and appendix: `308-2022/appendix-4`. */
  readonly id: string;
  readonly form: Form;
  readonly basis: LegalBasis;
  readonly inForce: InForce;
  /** One entry at release; one more for each correction of labels or layout, with its reason. */
  readonly revisions: readonly Revision[];
  /** Top right of the page, line by line. */
  readonly stamp: readonly Label[];
  readonly title: Label;
  readonly fields: Fields;
  readonly checks: readonly Check[];
  /** Who signs at the end, in the order of the form; empty when the form has no such block. */
  readonly signatories: readonly Signatory[];
  /** The caption beneath each line of the signature block. */
  readonly signatureCaption?: {readonly signature: Label; readonly nameAndDate: Label};
  readonly footnotes: readonly Label[];
  readonly page: Page;
  readonly print: readonly Block[];
}

export type Form = 'appendix-2' | 'appendix-3' | 'appendix-4' | 'appendix-5';

export interface LegalBasis {
  readonly act: Text;
  readonly number: string;
  /** ISO date of signing. */
  readonly dated: string;
  readonly registered: {readonly number: string; readonly on: string};
  /** Number of the appendix to the Rules. */
  readonly appendix: number;
  /** Paragraphs of the Rules that order this paper, by organisation type; null where the order does not say. */
  readonly paragraphs: Readonly<Record<OrganisationType, string | null>>;
}

/**
 * The order came into force ten calendar days after its first official publication, and does not say when that was:
 * the first day is therefore not known. `notBefore` is the earliest day that its registration allows.
 */
export interface InForce {
  readonly from: string | null;
  readonly notBefore: string;
  /** The last day in force. */
  readonly until: string | null;
  readonly repealedBy: Text | null;
}

export interface Revision {
  readonly number: number;
  readonly on: string;
  readonly reason: string;
}

/**
 * What an approval asks for: `always` and a true condition stop it, `advised` is only said, `never` is silent.
 * Drafts are never asked.
 */
type Need = 'always' | 'advised' | 'never' | Condition;

interface Common {
  /** The words of the form, letter for letter. */
  readonly label: Label;
  /** For screens and messages where the form's words are a whole sentence or there are none. */
  readonly short?: Label;
  readonly need: Need;
  /** The paragraph of the Rules that asks for it, shown beside the message. */
  readonly paragraph?: string;
  /** The printed line, where it is more than label and value: `{from}`, `{to}`, `{day}`, `{month}`, `{year}`, `{value}`. */
  readonly line?: Label;
  /** Steers rules, has no place of its own on the paper. */
  readonly unprinted?: true;
  /** Shown only to those who need it, and the viewing is logged. */
  readonly sensitive?: true;
}

/** Typed once by a person, printed as typed. `lines`: how many lines the blank form gives it. */
interface TextField extends Common {
  readonly type: 'text';
  readonly max: number;
  readonly lines: number;
}

/** What the facility has in both languages: names, positions. */
interface BilingualField extends Common {
  readonly type: 'bilingual';
  readonly max: number;
}

/** ISO date. */
interface DateField extends Common {
  readonly type: 'date';
}

/** Two ISO dates, the last day included. Where nobody needs it (`never`), one of them will do. */
interface PeriodField extends Common {
  readonly type: 'period';
}

interface PersonField extends Common {
  readonly type: 'person';
}

interface IntegerField extends Common {
  readonly type: 'integer';
  readonly min: number;
  readonly max: number;
}

interface FlagField extends Common {
  readonly type: 'flag';
}

interface ChoiceField extends Common {
  readonly type: 'choice';
  readonly options: Readonly<Record<string, Label>>;
}

interface ChoicesField extends Common {
  readonly type: 'choices';
  readonly options: Readonly<Record<string, Label>>;
}

interface GroupField extends Common {
  readonly type: 'group';
  readonly fields: Fields;
  readonly checks?: readonly Check[];
}

/** As many rows as there are. */
interface ListField extends Common {
  readonly type: 'list';
  readonly fields: Fields;
  readonly max: number;
  readonly checks?: readonly Check[];
}

/** The rows that the form prints; a row without answers is left out of the values. */
interface TableField extends Common {
  readonly type: 'table';
  readonly rows: Readonly<Record<string, Label>>;
  readonly fields: Fields;
  readonly checks?: readonly Check[];
}

/** The closed set. One more needs a decision record: every derivation must learn it. */
export type Field =
  | TextField
  | BilingualField
  | DateField
  | PeriodField
  | PersonField
  | IntegerField
  | FlagField
  | ChoiceField
  | ChoicesField
  | GroupField
  | ListField
  | TableField;

export type Fields = Readonly<Record<string, Field>>;

/** What must hold. `stop` keeps a paper from approval, `warn` is said and passed. */
export interface Check {
  readonly must: Condition;
  /** Only then is it asked. */
  readonly when?: Condition;
  /** The field, in the same scope, that the message stands at. */
  readonly at: string;
  readonly severity: 'stop' | 'warn';
  readonly say: Text;
  readonly paragraph?: string;
}

export interface Signatory {
  readonly role: SignatoryRole;
  /** With its footnote mark, as the form prints it. */
  readonly label: Label;
  readonly filledBy: readonly OrganisationType[];
  /** What a missing signatory means at approval. */
  readonly missing: 'stop' | 'warn';
}

interface Page {
  readonly orientation: 'portrait' | 'landscape';
  /** Points. */
  readonly fontSize: number;
  readonly tableFontSize: number;
  /** Above each line to be filled; half of it where two languages share the page. */
  readonly lineSpace: number;
}

/** Keeps the literal types, so that values and keys can be inferred. */
export function edition<const E extends Edition>(declared: E): E {
  return declared;
}

/** The words for a screen or a message. */
export function fieldName(field: Field): Text {
  return field.short ?? field.label;
}

/** Whether the form had lost force on that day (then the print says so). */
export function hasLostForce(of: Pick<Edition, 'inForce'>, date: string): boolean {
  return of.inForce.until !== null && date > of.inForce.until;
}
