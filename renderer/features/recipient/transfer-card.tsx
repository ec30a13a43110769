import {Anchor, Button, Text as Words} from '@mantine/core';
import {IconArrowRight} from '@tabler/icons-react';
import {Link, useLocation} from 'wouter';
import {transferDirectionNames, transferStateNames} from '../../../domain/record-value-words.ts';
import {nextEventKinds} from '../../../domain/placement.ts';
import {isUnderWay} from '../../../domain/transfer.ts';
import type {RecipientView} from '../../../electron/contract/recipient.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {transferText} from '../../text/transfer.ts';
import {Section} from '../../ui/section.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** Handing this person over, and what was handed over or came before; nothing where there is neither. */
export function TransferCard({person}: {person: RecipientView}) {
  const {t} = useText();
  const write = useRight('file');
  const [, navigate] = useLocation();
  const {run, running} = useCommand('transfer', 'prepare');
  const {data: lines} = useCall('transfer', 'list', {recipientId: person.id});
  if (!lines) return null;
  const status = person.placements[0]?.status ?? null;
  const isHere = status !== null && nextEventKinds(status).includes('transferred');
  const canBegin = write && isHere && !lines.some(line => isUnderWay(line.direction, line.state));
  if (lines.length === 0 && !canBegin) return null;

  async function begin(): Promise<void> {
    try {
      navigate(paths.transfer((await run({recipientId: person.id})).id));
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  return (
    <Section title={t(transferText.onCard)}>
      {lines.map(line => (
        <Words key={line.id} size="sm">
          <Anchor component={Link} href={paths.transfer(line.id)}>
            {t({kk: line.other.kk || line.other.ru, ru: line.other.ru || line.other.kk}) ||
              t(transferDirectionNames[line.direction])}
          </Anchor>
          {t(transferText.beside(transferStateNames[line.state]))}
        </Words>
      ))}
      {canBegin && (
        <>
          <Words size="sm">{t(transferText.onCardWhat)}</Words>
          <Button
            variant="light"
            h="auto"
            mih={36}
            py={4}
            styles={{label: {whiteSpace: 'normal'}}}
            loading={running}
            leftSection={<IconArrowRight size={16} aria-hidden />}
            onClick={() => void begin()}
          >
            {t(transferText.handOver)}
          </Button>
        </>
      )}
    </Section>
  );
}
