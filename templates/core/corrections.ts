import type {Text} from '../../domain/text.ts';
import type {Edition} from './edition.ts';
import type {Label} from './label.ts';

/** Other words for one label of an edition. The edition itself is never edited: docs/decisions/0010-editions-as-data.md. */
export interface Correction extends Text {
  /** Where the label stands in the edition: `fields.goal.label`, `footnotes.0`. */
  readonly field: string;
}

/** The label that stands at a place; undefined: there is none. What rules and checks say is no label of the form. */
export function labelAt(edition: Pick<Edition, 'id'>, field: string): Label | undefined {
  const found = field.split('.').reduce<unknown>((at, step) => childOf(at, step), edition);
  return isLabel(found) ? found : undefined;
}

/** The edition with other words; all else, and what no correction names, is as it was. */
export function corrected<E extends Edition>(edition: E, corrections: readonly Correction[]): E {
  return corrections.reduce<E>(
    (made, {field, kk, ru}) =>
      labelAt(made, field) === undefined ? made : (replaced(made, field.split('.'), {kk, ru}) as E),
    edition,
  );
}

function replaced(at: unknown, [step, ...rest]: readonly string[], words: Text): unknown {
  if (step === undefined) return {...(at as Label), ...words};
  const child = replaced(childOf(at, step), rest, words);
  if (Array.isArray(at)) return at.map((each: unknown, place) => (String(place) === step ? child : each));
  return {...(at as object), [step]: child};
}

function childOf(at: unknown, step: string): unknown {
  return typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined;
}

function isLabel(candidate: unknown): candidate is Label {
  return (
    typeof candidate === 'object' &&
    candidate !== null &&
    ['kk', 'ru', 'status'].every(key => Object.hasOwn(candidate, key))
  );
}
