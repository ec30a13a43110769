import {Alert, List, Stack, Text as Words} from '@mantine/core';
import type {ReactNode} from 'react';
import type {ExchangeOutcome} from '../../electron/contract/exchange.ts';
import {isTrouble, outcomeWords} from '../lib/exchange-words.ts';
import {useText} from '../lib/language.tsx';
import {exchangeText} from '../text/exchange.ts';
import {exchangeProblemText} from '../text/exchange-problems.ts';
import {HelpLink} from './help-link.tsx';

/** How the last exchange ended, what to do next, and what else was noticed by the way. */
export function ExchangeOutcomeView({last}: {last: ExchangeOutcome}) {
  const {t} = useText();
  const {tally, otherFacility, clockMinutes, refusedFiles, written} = last;
  const calls = isTrouble(last);
  return (
    <Stack gap="xs">
      <Alert color={calls ? 'red' : 'blue'} role={calls ? 'alert' : 'status'} p="xs">
        {t(outcomeWords(last))} {last.problem !== null && <HelpLink message={exchangeProblemText[last.problem]} />}
      </Alert>
      {written.length > 0 && (
        <Note>
          <Words size="sm" fw={500}>
            {t(exchangeText.onStick)}
          </Words>
          <List size="sm">
            {written.map(each => (
              <List.Item key={`${each.kind} ${each.name}`}>{t(exchangeText.carryTo(each))}</List.Item>
            ))}
          </List>
        </Note>
      )}
      {tally.restored && <Note>{t(exchangeText.restored)}</Note>}
      {otherFacility && <Note color="orange">{t(exchangeText.otherFacility)}</Note>}
      {clockMinutes !== null && <Note color="orange">{t(exchangeText.clock(clockMinutes))}</Note>}
      {refusedFiles.length > 0 && (
        <Note color="orange">
          <Words size="sm" fw={500}>
            {t(exchangeText.refusedFiles)}
          </Words>
          <List size="sm">
            {refusedFiles.map(({file, problem}) => (
              <List.Item key={file}>
                <span translate="no" style={{overflowWrap: 'anywhere'}}>
                  {file}
                </span>
                {': '}
                {t(exchangeProblemText[problem])} <HelpLink message={exchangeProblemText[problem]} />
              </List.Item>
            ))}
          </List>
        </Note>
      )}
    </Stack>
  );
}

function Note({color = 'blue', children}: {color?: string; children: ReactNode}) {
  return (
    <Alert color={color} role="status" p="xs">
      {children}
    </Alert>
  );
}
