/** Says what the code relies on; a failure is a defect of the program, never of the user's input. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}

/** The value, where the code knows that it is there. */
export function must<T>(value: T | null | undefined, message = 'value expected'): T {
  if (value === null || value === undefined) throw new Error(`assertion failed: ${message}`);
  return value;
}

/** Makes a `switch` exhaustive: a forgotten case does not compile. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}
