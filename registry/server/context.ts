import type {Identity} from '../store/identity.ts';
import type {Registry} from '../store/receive.ts';
import type {Rates} from './configuration.ts';

/** What the routes are made of. */
export interface Context {
  readonly registry: Registry;
  readonly identity: Identity;
  /** What the registry is called among people. */
  readonly name: string;
  /** The version of this program, as parcels say it. */
  readonly program: string;
  readonly rates: Rates;
  /** Whether browsers come by TLS: their cookies then go no other way. */
  readonly isSecure: boolean;
  /** Where update files of the program lie; undefined: none are handed on. */
  readonly updatesFolder?: string | undefined;
}
