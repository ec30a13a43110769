/** Where the time comes from. Rules never read it: today is an argument. */
export interface Clock {
  (): Date;
}

/** The system's clock. `TIREK_NOW`, an instant, starts it elsewhere: a test can live through a year of work. */
export function systemClock(env: NodeJS.ProcessEnv = process.env): Clock {
  const pretended = env['TIREK_NOW'];
  if (pretended === undefined) return () => new Date();
  const shift = Date.parse(pretended) - Date.now();
  if (Number.isNaN(shift)) throw new Error('TIREK_NOW is not an instant');
  return () => new Date(Date.now() + shift);
}

/** The day where the person sits, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  const part = (value: number, length: number) => String(value).padStart(length, '0');
  return `${part(instant.getFullYear(), 4)}-${part(instant.getMonth() + 1, 2)}-${part(instant.getDate(), 2)}`;
}
