import {Alert, Group, Stack, Text as Words} from '@mantine/core';
import type {ExchangeStateView} from '../../electron/contract/exchange.ts';
import {now} from '../lib/clock.ts';
import {whenWords} from '../lib/exchange-words.ts';
import {useText} from '../lib/language.tsx';
import {useRight} from '../lib/session.ts';
import {useCommand} from '../lib/use-call.ts';
import {connectText} from '../text/connect.ts';
import {ConfirmButton} from './confirm-button.tsx';

/** This PC has asked a registry to take it in and waits for the stick to come back: what is to be done next. */
export function EnrolmentRequest({request: {writtenAt}}: {request: NonNullable<ExchangeStateView['request']>}) {
  const {t} = useText();
  const isHead = useRight('connection');
  const {run: withdraw} = useCommand('exchange', 'withdrawRequest');
  return (
    <Alert color="blue" role="status" title={t(connectText.waitingTitle)}>
      <Stack gap="xs">
        <Words size="sm">
          {t(writtenAt === null ? connectText.notWritten : connectText.carryRequest(whenWords(writtenAt, now())))}
        </Words>
        {isHead && (
          <Group>
            <ConfirmButton
              size="compact-sm"
              label={t(connectText.withdraw)}
              question={t(connectText.withdrawQuestion)}
              confirm={t(connectText.withdraw)}
              onConfirm={() => withdraw({})}
            />
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
