import {obstaclesTo} from '../../domain/erasure.ts';
import {erasePerson} from '../../db/commands/erasure.ts';
import type {Connection} from '../../db/connection.ts';
import {recountStale} from '../../db/deadlines/recount.ts';
import {isJoining} from '../../db/exchange/joining.ts';
import type {RowPlace} from '../../db/erasure/erased.ts';
import {rowsOfPerson} from '../../db/erasure/person.ts';
import {erasureFacts} from '../../db/queries/erasure.ts';
import type {EraseAnswer, EraseWish} from '../contract/erasure.ts';
import {CallFailure} from '../handlers/context.ts';
import {orMissing, refusal, refuseIf} from '../handlers/refusals.ts';
import type {Attempt} from '../handlers/application.ts';
import type {Session} from './application.ts';
import {dayOf, type Clock} from './clock.ts';

/** What it needs of the application. */
interface Asked {
  readonly clock: Clock;
  session(): Session | undefined;
  prove(password: string): Promise<Attempt>;
}

/** Erases a person when whoever asks has shown that it is them: whoever stands at an open screen cannot do it. */
export async function erase(application: Asked, {password, ...wish}: EraseWish): Promise<EraseAnswer> {
  const asker = application.session()?.account.id;
  const proved = await application.prove(password);
  if (proved.result !== 'ok') return proved;
  const session = application.session();
  // Checking a password takes its time.
  if (session === undefined || session.account.id !== asker) throw new CallFailure('locked');
  const {connection, attachments, account} = session;
  const erased = eraseIn(connection, wish, {accountId: account.id, today: dayOf(application.clock())});
  if (erased.some(({table}) => table === 'attachment')) attachments.clear();
  return {result: 'ok'};
}

function eraseIn(
  connection: Connection,
  {recipientId, reason}: Omit<EraseWish, 'password'>,
  {accountId, today}: {accountId: string; today: string},
): readonly RowPlace[] {
  return connection.transact(
    (db, note) => {
      if (isJoining(db)) throw new CallFailure('conflict', {detail: 'joining'});
      const rows = rowsOfPerson(db, recipientId);
      const facts = orMissing(erasureFacts(db, recipientId, rows, today));
      refuseIf(obstaclesTo(reason, facts).length > 0 && refusal('reason', 'erasure-obstacles'));
      note({kind: 'change', what: 'erasure.erase', subject: {table: 'recipient', id: recipientId}, recipientId});
      erasePerson(db, {recipientId, reason, erasedOn: today}, rows);
      recountStale(db, today);
      return rows;
    },
    {accountId},
  );
}
