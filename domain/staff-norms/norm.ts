import type {Text} from '../text.ts';

/** Minimum staff norms of stationary organisations (Appendix 1 of order No 308) as plain data. */

/** The kinds of stationary organisation that the notes of the table name, by the number of the note. */
export const organisationKinds = [
  'children-psychoneurological',
  'children-musculoskeletal',
  'psychoneurological',
  'elderly-and-disability',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Note 1 is the unit of supported independent living, 2 to 5 are the kinds of organisation. */
export type NoteNumber = 1 | 2 | 3 | 4 | 5;

export const noteOfKind: Readonly<Record<OrganisationKind, NoteNumber>> = {
  'children-psychoneurological': 2,
  'children-musculoskeletal': 3,
  'psychoneurological': 4,
  'elderly-and-disability': 5,
};

/** What is there or is not. */
export const flags = [
  'foodStore',
  'lift',
  'boilerHouse',
  'sewerage',
  'centralPitCleaning',
  'equippedHairdresser',
  'noOrdinaryHairdresser',
  'riding',
  'pool',
  'pharmacy',
  'library',
  'centralSewerage',
  'smallHome',
] as const;
export type Flag = (typeof flags)[number];

/** What is counted or measured. */
export const counts = [
  'beds',
  'serviceableVehicles',
  'serviceableTractors',
  'cleanedHectares',
  'childrenWithoutSkills',
  'childrenFormingSelfCare',
  'childrenFormingEveryday',
  'childrenFormingHands',
  'wardPosts',
  'supervisionPosts',
  'nursePosts',
  'severePatients',
  'severeMusculoskeletal',
  'moderateMusculoskeletal',
  'exerciseRooms',
  'studyGroups',
  'trainingProfiles',
  'wasteCubicMetres',
] as const;
export type Count = (typeof counts)[number];

/** Only these are measured and may have decimals; people and things are whole. */
export const measured: readonly Count[] = ['cleanedHectares', 'wasteCubicMetres'];

export type Question = Flag | Count;

/** What the order makes a post or a vehicle depend on. */
export type Condition =
  | {readonly kind: 'flag'; readonly flag: Flag; readonly is: boolean}
  | {readonly kind: 'at-least'; readonly of: Count | 'recipients'; readonly least: number}
  /** So many units of doctors' posts, counted from the calculation itself. */
  | {readonly kind: 'doctors'; readonly least: number};

/** How a merged cell is computed; a closed set. `words` are the cell as the order prints it. */
export type Rule<Words extends Text = Text> =
  /** So many units for the organisation, whatever its size. */
  | (RuleOf<Words> & {readonly kind: 'organisation'; readonly units: number})
  /** `units` for each `each` of what is counted; no rounding is stated. */
  | (RuleOf<Words> & {
      readonly kind: 'per';
      readonly of: Count | 'recipients';
      readonly each: number;
      readonly units: number;
      readonly least?: number;
    })
  /** `units` for each group; a child of a class takes 1/`size` of a group. */
  | (RuleOf<Words> & {readonly kind: 'groups'; readonly units: number; readonly classes: readonly GroupClass[]})
  /** `units` for each 24-hour post; a post is formed for `beds` beds or more. */
  | (RuleOf<Words> & {readonly kind: 'posts'; readonly of: Count; readonly units: number; readonly beds: number})
  /** The parts are added, but not more than `most` units for each of `room`. */
  | (RuleOf<Words> & {
      readonly kind: 'parts';
      readonly parts: readonly GroupClass[];
      readonly room: Count;
      readonly most: number;
    })
  /** The figure stands in the inter-sector norms: a person enters it. */
  | (RuleOf<Words> & {readonly kind: 'inter-sector'});

interface RuleOf<Words extends Text> {
  readonly words: Words;
  /** Conditions that the cell itself states. */
  readonly needs: readonly Condition[];
}

export interface GroupClass {
  readonly of: Count;
  readonly size: number;
}

/** «-», a printed number of units, or a part of the merged cell that the rule of the row stands in. */
export type NormCell = null | number | 'rule';

export type GroupId = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I';

export interface PostCondition<Words extends Text = Text> {
  readonly words: Words;
  readonly needs: readonly Condition[];
  /** `bracket`: the order prints it after the name; `name`: it follows from the name alone (ours). */
  readonly from: 'bracket' | 'name';
}

export interface Post<Words extends Text = Text> {
  readonly no: number;
  readonly group: GroupId;
  readonly name: Words;
  /** Where the post is provided for; empty: in every stationary organisation. */
  readonly notes: readonly NoteNumber[];
  readonly condition: PostCondition<Words> | null;
  /** One for each band. */
  readonly cells: readonly NormCell[];
  readonly rule: Rule<Words> | null;
  /** Counted among the doctors' posts that posts 4 and 5 depend on. */
  readonly doctor: boolean;
  readonly unsure: Unsure | null;
}

/** What the text of the order leaves open, and which of the two calculations it touches. */
export interface Unsure {
  readonly of: 'organisation' | 'unit';
  readonly words: Text;
}

export interface Band<Words extends Text = Text> {
  readonly id: string;
  readonly words: Words;
  readonly from: number;
  /** The last number that belongs to it; null: no end. */
  readonly to: number | null;
  /** The band of the unit of supported independent living is never chosen for an organisation. */
  readonly of: 'organisation' | 'unit';
}

export interface VehicleLimit<Words extends Text = Text> {
  readonly id: string;
  readonly words: Words;
  readonly count: number;
  readonly needs: readonly Condition[];
  /** What the text of the order leaves open. */
  readonly unsure: Text | null;
}

export interface StaffNorms<Words extends Text = Text> {
  readonly bands: readonly Band<Words>[];
  readonly groups: readonly {readonly id: GroupId; readonly words: Words}[];
  readonly posts: readonly Post<Words>[];
  /** Notes 1 to 5. */
  readonly kinds: Readonly<Record<NoteNumber, Words>>;
  /** The other notes: `*` belongs to the posts whose rule counts study groups. */
  readonly remarks: readonly {readonly id: string; readonly mark: string; readonly words: Words}[];
  readonly vehicles: {readonly lead: Words; readonly limits: readonly VehicleLimit<Words>[]};
  readonly questions: Readonly<Record<Question, Text>>;
}
