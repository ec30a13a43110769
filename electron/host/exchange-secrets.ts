import type {Connection} from '../../db/connection.ts';
import {secretsOf, writeSecrets} from '../../db/exchange/identity.ts';
import {must} from '../../domain/assert.ts';
import {makeNodeSecrets, type NodeSecrets} from '../../registry/parcel/keys.ts';
import {CallFailure} from '../handlers/context.ts';

/** The secret keys of this PC: made with the first exchange, and then for good. `isOpen`: still, after they were made. */
export async function ensureSecrets(connection: Connection, isOpen: () => boolean): Promise<NodeSecrets> {
  const known = secretsOf(connection.readable);
  if (known !== undefined) return known;
  const made = await makeNodeSecrets();
  if (!isOpen()) throw new CallFailure('locked');
  return connection.transact(
    db => {
      if (secretsOf(db) === undefined) writeSecrets(db, made);
      return must(secretsOf(db));
    },
    {accountId: null},
  );
}
