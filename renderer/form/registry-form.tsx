import {SegmentedControl, Stack} from '@mantine/core';
import {useState} from 'react';
import type {ExchangeOutcome} from '../../electron/contract/exchange.ts';
import {useText} from '../lib/language.tsx';
import {connectText} from '../text/connect.ts';
import {laneNames} from '../text/exchange.ts';
import {AskForm} from './ask-form.tsx';
import {EnrolForm} from './enrol-form.tsx';

/** Connects to a registry by its one-time code: at once over the network, or with a stick that is carried to and fro. */
export function RegistryForm({onConnected, onAsked}: {onConnected: () => void; onAsked: () => void}) {
  const {t} = useText();
  const [lane, setLane] = useState<ExchangeOutcome['lane']>('network');
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t(connectText.registryTitle)}
        value={lane}
        onChange={value => setLane(value === 'stick' ? 'stick' : 'network')}
        data={(['network', 'stick'] as const).map(value => ({value, label: t(laneNames[value])}))}
      />
      {lane === 'network' ? <EnrolForm onDone={onConnected} /> : <AskForm onDone={onAsked} />}
    </Stack>
  );
}
