import {parseArgs} from 'node:util';

export interface LoadOptions {
  /** So many facilities there are after each step; rising. */
  readonly facilities: readonly number[];
  readonly years: number;
  readonly recipients: number;
  /** PCs that exchange at once. */
  readonly senders: number;
}

export const usage = `npm run load -- --facilities 10,20,40 --years 3 --recipients 60 --senders 4
  with TEST_DATABASE_URL naming a PostgreSQL whose account may make databases and roles`;

/** Undefined: they cannot be meant. */
export function readLoadOptions(args: readonly string[]): LoadOptions | undefined {
  const option = {type: 'string'} as const;
  try {
    const {values} = parseArgs({
      args: [...args],
      options: {facilities: option, years: option, recipients: option, senders: option},
    });
    const facilities = (values.facilities ?? '10,20,40').split(',').map(Number);
    const [years, recipients, senders] = [values.years ?? '3', values.recipients ?? '60', values.senders ?? '4'].map(
      Number,
    );
    const all = [...facilities, years, recipients, senders];
    const isRising = facilities.every((each, place) => each > (facilities[place - 1] ?? 0));
    if (!isRising || !all.every(each => Number.isInteger(each) && Number(each) > 0)) return undefined;
    if (years === undefined || recipients === undefined || senders === undefined) return undefined;
    return {facilities, years, recipients, senders};
  } catch {
    return undefined;
  }
}
