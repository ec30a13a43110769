/**
 * A condition is a small JSON tree, never a string to be parsed. A path names an answer: `born` in the same scope
 * (the row or the group that holds the rule), `/born` from the top of the paper, `@today` the day of the check.
 */
export type Condition =
  | {readonly is: readonly [path: string, value: string | number | boolean]}
  | {readonly known: string}
  | {readonly notAfter: readonly [earlier: string, later: string]}
  | {readonly atMostOneYear: readonly [from: string, to: string]}
  | {readonly all: readonly Condition[]}
  | {readonly any: readonly Condition[]};

export interface Scope {
  /** The answers of the paper. */
  readonly root: Answers;
  /** The answers of the row or group that holds the rule; the paper itself at the top. */
  readonly here: Answers;
  /** ISO date. */
  readonly today: string;
}

export type Answers = Readonly<Record<string, unknown>>;

/**
 * Three-valued: a comparison with a missing answer is neither true nor false (`undefined`).
 * A requirement acts only on `true`, a check complains only on `false`: so an empty draft is silent.
 */
export function evaluate(condition: Condition, scope: Scope): boolean | undefined {
  if ('is' in condition) {
    const answer = lookUp(condition.is[0], scope);
    return isKnown(answer) ? answer === condition.is[1] : undefined;
  }
  if ('known' in condition) return isKnown(lookUp(condition.known, scope));
  if ('notAfter' in condition) {
    const dates = bothDates(condition.notAfter, scope);
    return dates && dates[0] <= dates[1];
  }
  if ('atMostOneYear' in condition) {
    const dates = bothDates(condition.atMostOneYear, scope);
    return dates && dates[1] < sameDayNextYear(dates[0]);
  }
  if ('all' in condition) return combine(condition.all, scope, false);
  return combine(condition.any, scope, true);
}

/** An answer is known when something was said: not an empty text, not an empty list, not a group of nothing. */
export function isKnown(answer: unknown): boolean {
  if (answer === undefined || answer === null) return false;
  if (typeof answer === 'string') return answer.trim() !== '';
  if (Array.isArray(answer)) return answer.some(isKnown);
  if (typeof answer === 'object') return Object.values(answer).some(isKnown);
  return true;
}

/** `decisive` settles the whole: true for "any", false for "all"; else an unknown part leaves the whole unknown. */
function combine(parts: readonly Condition[], scope: Scope, decisive: boolean): boolean | undefined {
  const results = parts.map(part => evaluate(part, scope));
  if (results.includes(decisive)) return decisive;
  return results.includes(undefined) ? undefined : !decisive;
}

function lookUp(path: string, scope: Scope): unknown {
  if (path === '@today') return scope.today;
  const fromRoot = path.startsWith('/');
  const steps = (fromRoot ? path.slice(1) : path).split('.');
  let value: unknown = fromRoot ? scope.root : scope.here;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Answers)[step];
  }
  return value;
}

function bothDates(paths: readonly [string, string], scope: Scope): [string, string] | undefined {
  const [first, second] = [lookUp(paths[0], scope), lookUp(paths[1], scope)];
  if (typeof first !== 'string' || typeof second !== 'string' || first === '' || second === '') return undefined;
  return [first, second];
}

/** "Up to one year": the last day allowed is the day before the same date of the next year (29.02 counts as 01.03). */
function sameDayNextYear(date: string): string {
  const next = `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}${date.slice(4)}`;
  return date.slice(4) === '-02-29' ? next.replace('-02-29', '-03-01') : next;
}
