/** An instant (UTC ISO) as the clock on the wall shows it: `14:05`. */
export function clockTime(instant: string): string {
  const local = new Date(instant);
  return `${String(local.getHours()).padStart(2, '0')}:${String(local.getMinutes()).padStart(2, '0')}`;
}

/** An instant (UTC ISO) as the day on the wall here, `YYYY-MM-DD`. */
export function localDay(instant: string): string {
  const local = new Date(instant);
  return [
    String(local.getFullYear()).padStart(4, '0'),
    String(local.getMonth() + 1).padStart(2, '0'),
    String(local.getDate()).padStart(2, '0'),
  ].join('-');
}

/** This instant, UTC ISO. */
export function now(): string {
  return new Date().toISOString();
}

/** Today here, `YYYY-MM-DD`. */
export function today(): string {
  return localDay(now());
}
