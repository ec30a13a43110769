import {Group, Tabs, Text as Words} from '@mantine/core';
import {useEffect, useState} from 'react';
import {ageAt} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {Text} from '../../../domain/text.ts';
import {placementStatusNames, type PlacementStatus} from '../../../domain/vocabulary.ts';
import type {RecipientView} from '../../../electron/contract/recipient.ts';
import {today} from '../../lib/clock.ts';
import {useKeptAddress} from '../../lib/kept-address.ts';
import {useText} from '../../lib/language.tsx';
import {useCall} from '../../lib/use-call.ts';
import {consentText} from '../../text/consent.ts';
import {recipientText} from '../../text/recipient.ts';
import {History} from '../../ui/history.tsx';
import {Page} from '../../ui/page.tsx';
import {StatusBadge, type Tone} from '../../ui/status-badge.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {EraseCard, MissingPerson} from './erase-card.tsx';
import {ExchangeLine} from './exchange-line.tsx';
import {Overview} from './overview.tsx';
import {PapersTab} from './papers-tab.tsx';
import {PersonForm} from './person-form.tsx';
import './recipient.css';

const tabs = ['overview', 'person', 'papers', 'history'] as const;
type Tab = (typeof tabs)[number];

const statusTones: Record<PlacementStatus, Tone> = {
  'queued': 'wait',
  'receiving': 'good',
  'on-leave': 'calm',
  'discharged': 'off',
  'transferred': 'off',
  'withdrawn': 'off',
};

/** A person: what is there and what is next, the facts, the papers, the history. */
export function RecipientPage({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const person = useCall('recipient', 'get', {id: recipientId});
  const [tab, setTab] = useState<Tab>(tabAsked);

  useKeptAddress(recipientId, person.data?.id);

  // Coming back from a paper or a plan, the same part is open.
  useEffect(() => {
    window.history.replaceState({...window.history.state, tab}, '');
  }, [tab]);

  if (person.error) {
    return <MissingPerson recipientId={recipientId} error={person.error} retry={() => void person.refetch()} />;
  }
  if (!person.data) return <Waiting />;
  return (
    <Page person={fullName(person.data.name)}>
      <StatusLine person={person.data} />
      <Tabs
        value={tab}
        onChange={value => setTab(tabs.find(each => each === value) ?? 'overview')}
        keepMounted={false}
        activateTabWithKeyboard
      >
        <Tabs.List aria-label={t(recipientText.tabs)} mb="md">
          {tabs.map(each => (
            <Tabs.Tab key={each} value={each} autoFocus={each === tab && each !== 'person'}>
              {t(recipientText[each])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Overview person={person.data} />
        </Tabs.Panel>
        <Tabs.Panel value="person">
          <PersonForm key={recipientId} person={person.data} />
          <EraseCard recipientId={person.data.id} />
        </Tabs.Panel>
        <Tabs.Panel value="papers">
          <PapersTab recipientId={recipientId} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History of={{recipientId}} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** A link may name the part to open (`state.tab`). */
function tabAsked(): Tab {
  const state: unknown = window.history.state;
  const asked = typeof state === 'object' && state !== null && 'tab' in state ? state.tab : null;
  return tabs.find(each => each === asked) ?? 'overview';
}

function StatusLine({person}: {person: RecipientView}) {
  const {t} = useText();
  const [row] = person.placements;
  const last = person.events.at(-1);
  const parts: Text[] = [
    ...(last ? [recipientText.since(last.happenedOn)] : []),
    ...(last && last.orderNumber !== null ? [recipientText.order(last.orderNumber)] : []),
    ...(row ? [recipientText.row(row.rowNumber)] : []),
    ...(person.bornOn === null ? [] : [recipientText.born(person.bornOn, ageAt(person.bornOn, today()))]),
  ];
  return (
    <Group gap="sm">
      {row ? (
        <StatusBadge tone={statusTones[row.status]}>{t(placementStatusNames[row.status])}</StatusBadge>
      ) : (
        <StatusBadge tone="off">{t(recipientText.noPlacement)}</StatusBadge>
      )}
      <Words size="sm" c="dimmed">
        {parts.map(t).join(' · ')}
      </Words>
      <ConsentMark recipientId={person.id} />
      <ExchangeLine recipientId={person.id} />
    </Group>
  );
}

/** Said and no more: nothing waits for a consent. */
function ConsentMark({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const {data} = useCall('consent', 'list', {recipientId});
  if (!data || data.lack === null) return null;
  return <StatusBadge tone="off">{t(consentText.lack[data.lack])}</StatusBadge>;
}
