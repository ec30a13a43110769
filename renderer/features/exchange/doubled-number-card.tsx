import {Anchor, Button, Paper, Text as Words, Title} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useId} from 'react';
import {Link} from 'wouter';
import type {DoubledNumberView} from '../../../electron/contract/numbering.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCommand} from '../../lib/use-call.ts';
import {doubledText} from '../../text/numbering.ts';
import {Authorship} from './authorship.tsx';
import './exchange.css';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** A number that several bear: one of them keeps it, the others are given the next. */
export function DoubledNumberCard({doubled: {kind, number, holders}}: {doubled: DoubledNumberView}) {
  const {t} = useText();
  const write = useRight('journal');
  const {run, running} = useCommand('numbering', 'giveNext');
  const heading = useId();

  async function give(id: string): Promise<void> {
    try {
      const given = await run({kind, id});
      notifications.show({message: t(doubledText.given(given.number))});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  return (
    <Paper component="section" withBorder p="md" aria-labelledby={heading}>
      <Title order={2} size="h5" id={heading}>
        {t(doubledText.title(kind, number))}
      </Title>
      <Words size="sm" my={6}>
        {t(doubledText.what)}
      </Words>
      <div className="conflict-claims">
        {holders.map(({id, recipientId, name, author, recordedAt}) => (
          <div className="conflict-claim" key={id}>
            <Anchor component={Link} href={paths.recipient(recipientId)} fw={600}>
              {name}
            </Anchor>
            <Authorship author={author} recordedAt={recordedAt} />
            {write && (
              <div className="conflict-choice">
                <Button
                  size="xs"
                  variant="light"
                  aria-label={t(doubledText.givesTo(name))}
                  disabled={running}
                  onClick={() => void give(id)}
                >
                  {t(doubledText.giveNext)}
                </Button>
              </div>
            )}
          </div>
        ))}
      </div>
    </Paper>
  );
}
