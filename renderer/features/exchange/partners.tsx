import {Button, Group} from '@mantine/core';
import {useState} from 'react';
import type {ExchangePartner, ExchangeStateView} from '../../../electron/contract/exchange.ts';
import {now} from '../../lib/clock.ts';
import {whenWords} from '../../lib/exchange-words.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCommand} from '../../lib/use-call.ts';
import {connectText} from '../../text/connect.ts';
import {exchangeText, partnerKindNames} from '../../text/exchange.ts';
import {CompareCode} from '../../ui/compare-code.tsx';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {DataTable, type DataColumn} from '../../ui/data-table.tsx';
import {Section} from '../../ui/section.tsx';
import {StatusBadge, type Tone} from '../../ui/status-badge.tsx';
import './exchange.css';
import {ConnectDialog, type Way} from './connect-dialog.tsx';

const tones: Record<ExchangePartner['state'], Tone> = {active: 'good', copied: 'late', left: 'off'};

/** With whom this PC exchanges, since when not, and how to find others. */
export function Partners({state: {partners, fingerprint}}: {state: ExchangeStateView}) {
  const {t} = useText();
  const isHead = useRight('connection');
  const [way, setWay] = useState<Way | null>(null);
  const hasRegistry = partners.some(({kind, state, url}) => kind === 'registry' && state !== 'left' && url !== null);
  return (
    <Section
      title={t(exchangeText.partners)}
      actions={
        isHead && (
          <Group gap="xs">
            {!hasRegistry && (
              <Button size="xs" variant="default" onClick={() => setWay('registry')}>
                {t(exchangeText.addRegistry)}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => setWay('pc')}>
              {t(exchangeText.addPc)}
            </Button>
          </Group>
        )
      }
    >
      <DataTable<ExchangePartner>
        caption={t(exchangeText.partners)}
        rows={partners}
        rowKey={({id}) => id}
        columns={useColumns(isHead)}
      />
      {fingerprint !== null && <CompareCode label={connectText.ownCode} code={fingerprint} />}
      {way !== null && <ConnectDialog way={way} onClose={() => setWay(null)} />}
    </Section>
  );
}

function useColumns(isHead: boolean): DataColumn<ExchangePartner>[] {
  const {t} = useText();
  const {run: leave} = useCommand('exchange', 'leave');
  return [
    {
      key: 'name',
      head: t(exchangeText.partner),
      namesRow: true,
      cell: ({name, kind, url, fingerprint}) => (
        <>
          {name}
          <div className="exchange-beside">
            {[t(partnerKindNames[kind]), ...(url === null ? [] : [url])].join(' · ')}
          </div>
          <div className="exchange-beside exchange-code" translate="no">
            {t(connectText.codeIs(fingerprint))}
          </div>
        </>
      ),
    },
    {
      key: 'last',
      head: t(exchangeText.lastCame),
      width: 160,
      cell: ({lastExchangeAt}) => t(lastExchangeAt === null ? exchangeText.never : whenWords(lastExchangeAt, now())),
    },
    {
      key: 'state',
      head: t(exchangeText.state),
      width: 140,
      cell: ({state}) => <StatusBadge tone={tones[state]}>{t(exchangeText.states[state])}</StatusBadge>,
    },
    {
      key: 'leave',
      head: '',
      width: 110,
      cell: ({id, name, state}) =>
        isHead &&
        state !== 'left' && (
          <ConfirmButton
            size="compact-sm"
            aria-label={t(exchangeText.leaveOf(name))}
            label={t(exchangeText.leave)}
            question={t(exchangeText.leaveQuestion(name))}
            confirm={t(exchangeText.leave)}
            onConfirm={() => leave({partner: id})}
          />
        ),
    },
  ];
}
