import {Anchor, Button, Paper, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useId, type ReactNode} from 'react';
import {Link} from 'wouter';
import type {Text} from '../../../domain/text.ts';
import type {ExchangeConflict} from '../../../electron/contract/exchange.ts';
import {claimWords, conflictNames} from '../../lib/conflict-words.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCommand} from '../../lib/use-call.ts';
import {conflictText} from '../../text/exchange-held.ts';
import {Authorship} from './authorship.tsx';
import './exchange.css';
import {tellFailure} from '../../lib/tell-failure.tsx';

type Claim = ExchangeConflict['standing'];

/** One field that two people have written differently: what stands, what lost, who wrote each and when. */
export function ConflictCard({conflict}: {conflict: ExchangeConflict}) {
  const {t} = useText();
  const write = useRight('conflicts');
  const {run, running} = useCommand('exchange', 'choose');
  const id = useId();
  const {table, rowId, field, standing, losing, recipientId, name} = conflict;
  const names = conflictNames(conflict);

  /** What is not taken is put aside first: it has its answer with the same choice. */
  async function choose(taken: Claim | null): Promise<void> {
    const place = {table, rowId, field};
    try {
      for (const claim of losing.filter(each => each !== taken)) {
        await run({...place, loser: claim.stamp, take: false});
      }
      if (taken !== null) await run({...place, loser: taken.stamp, take: true});
      notifications.show({message: t(conflictText.chosen)});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  function button(action: Text, claim: Claim): ReactNode {
    if (!write) return null;
    return (
      <Button
        size="xs"
        variant={claim === standing ? 'default' : 'light'}
        aria-label={t(conflictText.chooses(action, claimWords(claim, field), names.field))}
        disabled={running}
        onClick={() => void choose(claim === standing ? null : claim)}
      >
        {t(action)}
      </Button>
    );
  }

  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <div className="conflict-head" id={id}>
        {recipientId !== null && name !== null && (
          <Anchor component={Link} href={paths.recipient(recipientId)} size="sm" fw={600}>
            {name}
          </Anchor>
        )}
        <Words size="sm" span>
          {t(names.record)}
          {': '}
          <strong>{t(names.field)}</strong>
        </Words>
      </div>
      <div className="conflict-claims">
        <ClaimView claim={standing} field={field} title={conflictText.standing}>
          {button(conflictText.keep, standing)}
        </ClaimView>
        {losing.map(claim => (
          <ClaimView key={claim.stamp} claim={claim} field={field} title={conflictText.losing}>
            {button(conflictText.take, claim)}
          </ClaimView>
        ))}
      </div>
    </Paper>
  );
}

function ClaimView({
  claim,
  field,
  title,
  children,
}: {
  claim: Claim;
  field: string | null;
  title: Text;
  children: ReactNode;
}) {
  const {t} = useText();
  return (
    <div className="conflict-claim">
      <Words size="xs" c="dimmed">
        {t(title)}
      </Words>
      <div className="conflict-value">{t(claimWords(claim, field))}</div>
      <Authorship author={claim.author} recordedAt={claim.recordedAt} />
      {children && <div className="conflict-choice">{children}</div>}
    </div>
  );
}
