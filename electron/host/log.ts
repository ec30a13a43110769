/**
 * A defect, for a developer: where it happened and what kind it is. Never a message: it may quote a name or a number
 * that somebody typed.
 */
export function logDefect(where: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? framesOf(error) : [];
  process.stderr.write(`${[`error ${where}: ${kind}`, ...frames].join('\n')}\n`);
  if (error instanceof Error && error.cause !== undefined) logDefect(`${where}, because`, error.cause);
}

function framesOf(error: Error): string[] {
  return (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
}

/** A statement that kept everybody waiting; its SQL holds no values. */
export function logSlow(sql: string, milliseconds: number): void {
  process.stderr.write(`info slow ${Math.round(milliseconds)} ms: ${sql}\n`);
}

/** A change of state: plain words and numbers that the program made up itself. */
export function logInfo(what: string): void {
  process.stderr.write(`info ${what}\n`);
}
