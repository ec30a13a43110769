import {must} from '../assert.ts';
import {
  bandOf,
  countOf,
  noDoctors,
  noteOf,
  verdict,
  withDoctor,
  type Doctors,
  type Failed,
  type NormInput,
} from './facility.ts';
import {compared, fromDecimal, minus, nought, total, type Fraction} from './fraction.ts';
import type {Band, GroupId, NormCell, Post, Question, Rule, StaffNorms, VehicleLimit} from './norm.ts';
import {compute, questionsOf} from './rule.ts';

/**
 * The minimum staff by Appendix 1 of order No 308, post by post. Pure. Nothing unknown becomes 0: a post without a unit,
 * a post that a missing condition makes unnecessary, and a post that was not asked about yet are three things.
 */

export type Norm =
  | {
      readonly state: 'units';
      readonly raw: Fraction;
      readonly units: Fraction;
      readonly from: 'cell' | 'rule' | 'entered';
    }
  /** «-» in this column. */
  | {readonly state: 'no-unit'}
  /** Its note names other kinds of organisation. */
  | {readonly state: 'other-kind'}
  /** `of`: the condition of the post itself, or of its merged cell. */
  | {readonly state: 'not-needed'; readonly of: 'post' | 'cell'; readonly failed: readonly Failed[]}
  | {readonly state: 'unanswered'; readonly questions: readonly Question[]}
  /** The inter-sector norms give the figure; nobody has entered it. */
  | {readonly state: 'to-enter'};

/** Not provided for and nobody in it: named apart, without a row of its own. */
export function isLeftOut(state: Norm['state'], hasStaff: boolean): boolean {
  return (state === 'no-unit' || state === 'other-kind') && !hasStaff;
}

/** `over` is more than the minimum, which the order does not forbid. */
export type Standing = 'short' | 'enough' | 'over' | 'unknown';

export interface PostResult {
  readonly post: Post;
  readonly cell: NormCell;
  readonly norm: Norm;
  readonly actual: Fraction | null;
  /** Actual less norm; null when one of them is not known. */
  readonly difference: Fraction | null;
  readonly standing: Standing;
  /** Where 24-hour posts are asked for and the beds are known: how many posts the beds suffice for. */
  readonly postsByBeds: {readonly possible: number; readonly stated: number | null} | null;
}

export interface Sum {
  readonly raw: Fraction;
  readonly units: Fraction;
  readonly actual: Fraction;
  /** Posts whose norm is not known yet: the sum is then a part of the whole. */
  readonly open: number;
  /** Posts that the norm gives units for, and no actual figure is known. */
  readonly unreported: number;
}

export interface VehicleResult {
  readonly limit: VehicleLimit;
  readonly state: 'allowed' | 'not-allowed' | 'unanswered';
  readonly failed: readonly Failed[];
  readonly questions: readonly Question[];
}

export interface Calculation {
  readonly norms: StaffNorms;
  readonly input: NormInput;
  readonly band: Band;
  readonly groups: readonly {readonly id: GroupId; readonly posts: readonly PostResult[]; readonly sum: Sum}[];
  readonly sum: Sum;
  /** None for a unit: the limits are the organisation's. */
  readonly vehicles: readonly VehicleResult[];
}

/** The place must have a column of the table, see `placeProblem`. */
export function calculate(norms: StaffNorms, input: NormInput): Calculation {
  const band = must(bandOf(norms, input.place), 'no column of the table for so many people');
  const position = norms.bands.indexOf(band);
  const doctors = doctorsOf(norms, input, position);
  const results = norms.posts.map(post => resultOf(post, cellAt(post, position), input, doctors));
  return {
    norms,
    input,
    band,
    groups: norms.groups.map(({id}) => {
      const posts = results.filter(({post}) => post.group === id);
      return {id, posts, sum: sumOf(posts)};
    }),
    sum: sumOf(results),
    vehicles: input.place.kind === 'unit' ? [] : norms.vehicles.limits.map(limit => vehicleOf(limit, input)),
  };
}

export function cellAt(post: Post, position: number): NormCell {
  const cell = post.cells[position];
  return cell === undefined ? must(null, `post ${post.no} has no cell ${position}`) : cell;
}

/**
 * «кем дегенде 6 дәрігерлік лауазым» is read as six units: no kind of organisation has six doctors' posts by name, so
 * the other reading would leave posts 4 and 5 out of every organisation.
 */
function doctorsOf(norms: StaffNorms, input: NormInput, position: number): Doctors {
  return norms.posts
    .filter(post => post.doctor)
    .map(post => normOf(post, cellAt(post, position), input, noDoctors))
    .reduce(
      (doctors, norm) =>
        withDoctor(
          doctors,
          norm.state === 'units' ? norm.raw : null,
          norm.state === 'unanswered' ? norm.questions : [],
        ),
      noDoctors,
    );
}

function normOf(post: Post, cell: NormCell, input: NormInput, doctors: Doctors): Norm {
  if (post.notes.length > 0 && !post.notes.includes(noteOf(input.place))) return {state: 'other-kind'};
  if (cell === null) return {state: 'no-unit'};
  const ofPost = verdict(post.condition?.needs ?? [], input, doctors);
  if (ofPost.failed.length > 0) return {state: 'not-needed', of: 'post', failed: ofPost.failed};
  if (cell !== 'rule') {
    if (ofPost.questions.length > 0) return {state: 'unanswered', questions: ofPost.questions};
    const units = fromDecimal(cell);
    return {state: 'units', raw: units, units, from: 'cell'};
  }
  const rule = must(post.rule, `post ${post.no} has no rule`);
  const ofCell = verdict(rule.needs, input, doctors);
  if (ofCell.failed.length > 0) return {state: 'not-needed', of: 'cell', failed: ofCell.failed};
  const unknown = questionsOf(rule).filter(question => isUnanswered(input, question));
  const questions = [...new Set([...ofPost.questions, ...ofCell.questions, ...unknown])];
  if (questions.length > 0) return {state: 'unanswered', questions};
  return rule.kind === 'inter-sector'
    ? entered(input.entered[post.no] ?? null)
    : {state: 'units', ...compute(rule, input), from: 'rule'};
}

function entered(figure: number | null): Norm {
  if (figure === null) return {state: 'to-enter'};
  const units = fromDecimal(figure);
  return {state: 'units', raw: units, units, from: 'entered'};
}

function isUnanswered(input: NormInput, question: Question): boolean {
  const answers: Readonly<Partial<Record<Question, boolean | number | null>>> = {...input.flags, ...input.counts};
  return (answers[question] ?? null) === null;
}

function resultOf(post: Post, cell: NormCell, input: NormInput, doctors: Doctors): PostResult {
  const norm = normOf(post, cell, input, doctors);
  const figure = input.actual[post.no] ?? null;
  const actual = figure === null ? null : fromDecimal(figure);
  const required = requiredBy(norm);
  const difference = required === null || actual === null ? null : minus(actual, required);
  return {
    post,
    cell,
    norm,
    actual,
    difference,
    standing: standingOf(difference),
    postsByBeds: norm.state === 'units' || norm.state === 'unanswered' ? postsByBeds(post.rule, input) : null,
  };
}

/** What the staff list is held against; a post that is not provided for is held against none. */
export function requiredBy(norm: Norm): Fraction | null {
  switch (norm.state) {
    case 'units':
      return norm.units;
    case 'no-unit':
    case 'other-kind':
    case 'not-needed':
      return nought;
    case 'unanswered':
    case 'to-enter':
      return null;
  }
}

function standingOf(difference: Fraction | null): Standing {
  if (difference === null) return 'unknown';
  const sign = compared(difference, nought);
  if (sign === 0) return 'enough';
  return sign < 0 ? 'short' : 'over';
}

function postsByBeds(rule: Rule | null, input: NormInput): PostResult['postsByBeds'] {
  const beds = input.counts.beds ?? null;
  if (rule?.kind !== 'posts' || beds === null) return null;
  return {possible: Math.floor(beds / rule.beds), stated: countOf(input, rule.of)};
}

function sumOf(results: readonly PostResult[]): Sum {
  const norms = results.flatMap(({norm}) => (norm.state === 'units' ? [norm] : []));
  const isOpen = ({norm}: PostResult): boolean => norm.state === 'unanswered' || norm.state === 'to-enter';
  return {
    raw: total(norms.map(norm => norm.raw)),
    units: total(norms.map(norm => norm.units)),
    actual: total(results.flatMap(({actual}) => (actual === null ? [] : [actual]))),
    open: results.filter(isOpen).length,
    unreported: results.filter(result => (result.norm.state === 'units' || isOpen(result)) && result.actual === null)
      .length,
  };
}

function vehicleOf(limit: VehicleLimit, input: NormInput): VehicleResult {
  const {failed, questions} = verdict(limit.needs, input, noDoctors);
  if (failed.length > 0) return {limit, state: 'not-allowed', failed, questions: []};
  return {limit, state: questions.length > 0 ? 'unanswered' : 'allowed', failed, questions};
}
