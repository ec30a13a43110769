import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {defaultDataFolder} from './data-folder.ts';

export interface HostOptions {
  readonly folder: string;
  /** 0: any that is free; null: nobody has said. */
  readonly port: number | null;
  readonly openWindow: boolean;
}

/** The options after the launcher has checked them; a packaged application also gets what the system adds. */
export function readOptions(args: readonly string[]): HostOptions {
  const {values} = parseArgs({
    args: [...args],
    strict: false,
    options: {'data': {type: 'string'}, 'port': {type: 'string'}, 'no-open': {type: 'boolean'}},
  });
  return {
    folder: typeof values.data === 'string' ? resolve(values.data) : defaultDataFolder(),
    port: typeof values.port === 'string' ? Number(values.port) : null,
    openWindow: values['no-open'] !== true,
  };
}
