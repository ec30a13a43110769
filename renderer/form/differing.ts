/** A field that two sets of field values have otherwise; null: it has no words of its own (a choice, a row that is not there). */
export interface Difference {
  /** As the field is named: `measures.0.text`. */
  readonly name: string;
  readonly saved: string | null;
  readonly typed: string | null;
}

/** What stands otherwise in the saved record than in the fields, in the order of the form. */
export function differing(saved: unknown, typed: unknown): Difference[] {
  const [there, here] = [leavesOf(saved), leavesOf(typed)];
  const names = new Set([...here.keys(), ...there.keys()]);
  return [...names]
    .map(name => ({name, saved: there.get(name) ?? null, typed: here.get(name) ?? null}))
    .filter(each => (each.saved ?? '') !== (each.typed ?? ''))
    .map(each => (isWritten(each.saved) && isWritten(each.typed) ? each : {...each, saved: null, typed: null}));
}

function leavesOf(value: unknown, name = '', found = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value) && value.every(each => typeof each !== 'object')) found.set(name, JSON.stringify(value));
  else if (value !== null && typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) leavesOf(part, name === '' ? key : `${name}.${key}`, found);
  } else found.set(name, typeof value === 'string' ? value : JSON.stringify(value ?? null));
  return found;
}

const notWords = /^(?:\[.*\]|true|false|null|[0-9a-f]{8}-[0-9a-f-]{27})$/su;

function isWritten(value: string | null): boolean {
  return value !== null && !notWords.test(value);
}
