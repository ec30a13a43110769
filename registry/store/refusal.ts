import type {ExchangeError} from '../protocol/errors.ts';

/** What was asked is refused, with a code of the protocol. `detail` is for people who look for the cause: no personal data. */
export class Refusal extends Error {
  readonly code: ExchangeError;
  readonly detail: string | undefined;

  constructor(code: ExchangeError, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}
