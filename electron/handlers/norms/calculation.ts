import {must} from '../../../domain/assert.ts';
import {calculate, type Calculation, type PostResult, type Sum} from '../../../domain/staff-norms/calculate.ts';
import {placeProblem, type NormInput, type Place} from '../../../domain/staff-norms/facility.ts';
import {decimalWords, minus, signedWords} from '../../../domain/staff-norms/fraction.ts';
import {
  printedCell,
  printedName,
  remarksOf,
  sumRemark,
  unsureOf,
  vehicleRemarks,
} from '../../../domain/staff-norms/words.ts';
import {text, type Text} from '../../../domain/text.ts';
import type {StaffNormEdition} from '../../../templates/core/staff-norm-edition.ts';
import type {NormAnswers, NormCalculation, NormPost, NormSum} from '../../contract/norms.ts';
import type {ActualStaff} from './places.ts';

const chooseKind = text(
  'Есептеу үшін ұйымның түрін таңдаңыз: нормативтер түріне қарай бөлінеді.',
  'Чтобы рассчитать, выберите вид организации: нормативы зависят от него.',
);

/** A calculation, or why there is none yet. */
export type Outcome = {readonly calculation: Calculation} | {readonly why: Text};

export function outcomeOf(
  edition: StaffNormEdition,
  isUnit: boolean,
  answers: NormAnswers,
  receiving: number,
  actual: ActualStaff,
): Outcome {
  const people = answers.people ?? receiving;
  const place = placeOf(isUnit, answers, people);
  if (place === null) return {why: chooseKind};
  const why = placeProblem(edition, place);
  if (why !== null) return {why};
  const {flags, counts, entered, rounding, staffIsWhole} = answers;
  const input: NormInput = {place, flags, counts, entered, rounding, actual: unitsOf(actual)};
  const first = calculate(edition, input);
  if (!staffIsWhole) return {calculation: first};
  return {calculation: calculate(edition, {...input, actual: {...vacancies(first), ...input.actual}})};
}

function placeOf(isUnit: boolean, {kind}: NormAnswers, people: number): Place | null {
  if (isUnit) return {kind: 'unit', residents: people};
  return kind === null ? null : {kind: 'organisation', organisation: kind, recipients: people};
}

function unitsOf({byPost}: ActualStaff): Record<number, number> {
  return Object.fromEntries([...byPost].map(([post, hundredths]) => [post, hundredths / 100]));
}

/** The posts that the norms provide for, with nobody in them. */
function vacancies({groups}: Calculation): Record<number, number> {
  const provided = groups
    .flatMap(({posts}) => posts)
    .filter(({norm}) => norm.state === 'units' || norm.state === 'unanswered' || norm.state === 'to-enter');
  return Object.fromEntries(provided.map(({post}) => [post.no, 0]));
}

/** The calculation as a screen shows it. */
export function viewOf(edition: StaffNormEdition, calculation: Calculation): NormCalculation {
  const {input, band, groups, sum, vehicles, norms} = calculation;
  return {
    state: 'computed',
    people: input.place.kind === 'unit' ? input.place.residents : input.place.recipients,
    column: plain(band.words),
    groups: groups.map(group => ({
      id: group.id,
      name: plain(must(norms.groups.find(({id}) => id === group.id)).words),
      posts: group.posts.map(result => postOf(calculation, result)),
      sum: sumOf(group.sum),
    })),
    sum: sumOf(sum),
    vehicles: {
      lead: plain(norms.vehicles.lead),
      limits: vehicles.map(vehicle => ({
        id: vehicle.limit.id,
        name: plain(vehicle.limit.words),
        count: vehicle.limit.count,
        state: vehicle.state,
        remarks: vehicleRemarks(calculation, vehicle).map(plain),
      })),
    },
    notes: [
      ...Object.entries(edition.kinds).map(([mark, words]) => ({mark, words: plain(words)})),
      ...edition.remarks.map(({mark, words}) => ({mark, words: plain(words)})),
    ],
  };
}

function postOf(calculation: Calculation, result: PostResult): NormPost {
  const {post, norm, actual, difference, standing} = result;
  const unsure = unsureOf(calculation, post);
  return {
    no: post.no,
    name: plain(printedName(post)),
    rule: plain(printedCell(result)),
    state: norm.state,
    raw: norm.state === 'units' ? decimalWords(norm.raw) : null,
    units: norm.state === 'units' ? decimalWords(norm.units) : null,
    actual: actual === null ? null : decimalWords(actual),
    difference: difference === null ? null : signedWords(difference),
    standing,
    remarks: remarksOf(calculation, result).map(plain),
    unsure: unsure === null ? null : plain(unsure),
  };
}

function sumOf(sum: Sum): NormSum {
  const remark = sumRemark(sum);
  const isWhole = sum.open === 0 && sum.unreported === 0;
  return {
    raw: decimalWords(sum.raw),
    units: decimalWords(sum.units),
    actual: decimalWords(sum.actual),
    difference: isWhole ? signedWords(minus(sum.actual, sum.units)) : null,
    remark: remark === null ? null : plain(remark),
  };
}

/** A label of an edition carries more than its words. */
function plain({kk, ru}: Text): Text {
  return {kk, ru};
}
