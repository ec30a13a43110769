import {assert, must, unreachable} from '../assert.ts';
import {countOf, questionOf, type NormInput, type Rounding} from './facility.ts';
import {fraction, fromDecimal, larger, smaller, times, total, upTo, type Fraction} from './fraction.ts';
import type {GroupClass, Question, Rule} from './norm.ts';

/** `raw` by the order's words alone; `units` with the quotients rounded as the facility chose. */
export interface Computed {
  readonly raw: Fraction;
  readonly units: Fraction;
}

/** What a rule counts from. */
export function questionsOf(rule: Rule): readonly Question[] {
  switch (rule.kind) {
    case 'organisation':
    case 'inter-sector':
      return [];
    case 'per':
    case 'posts':
      return questionOf(rule.of);
    case 'groups':
      return rule.classes.map(({of}) => of);
    case 'parts':
      return [...rule.parts.map(({of}) => of), rule.room];
    default:
      return unreachable(rule);
  }
}

/**
 * Only a quotient is rounded (100 recipients to a unit, 6 children to a group): a printed rate, 5.25 for a post or 1.5
 * for a study group, stays as the order prints it. Every question of the rule must be answered.
 */
export function compute(rule: Exclude<Rule, {kind: 'inter-sector'}>, input: NormInput): Computed {
  const count = (of: Parameters<typeof countOf>[1]): number => {
    const found = must(countOf(input, of), `${of} is not answered`);
    assert(Number.isInteger(found) && found >= 0, `${of} is counted whole`);
    return found;
  };
  const both = (units: (rounding: Rounding) => Fraction): Computed => ({
    raw: units('none'),
    units: units(input.rounding),
  });
  switch (rule.kind) {
    case 'organisation':
      return both(() => fromDecimal(rule.units));
    case 'per':
      return both(rounding => {
        const units = times(rounded(fraction(count(rule.of), rule.each), rounding), fromDecimal(rule.units));
        return larger(units, fromDecimal(rule.least ?? 0));
      });
    case 'groups':
      return both(rounding => {
        const groups = rule.classes.map(one => rounded(share(one, count(one.of)), rounding));
        return times(total(groups), fromDecimal(rule.units));
      });
    case 'posts':
      return both(() => times(fraction(count(rule.of)), fromDecimal(rule.units)));
    case 'parts':
      return both(rounding => {
        const quotient = total(rule.parts.map(part => share(part, count(part.of))));
        return smaller(rounded(quotient, rounding), fraction(rule.most * count(rule.room)));
      });
    default:
      return unreachable(rule);
  }
}

function share({size}: GroupClass, people: number): Fraction {
  return fraction(people, size);
}

function rounded(quotient: Fraction, rounding: Rounding): Fraction {
  switch (rounding) {
    case 'none':
      return quotient;
    case 'half':
      return upTo(quotient, 2);
    case 'whole':
      return upTo(quotient, 1);
    default:
      return unreachable(rounding);
  }
}
