import {Button, Group, NativeSelect, TextInput, Text as Words} from '@mantine/core';
import {useRef, useState, type KeyboardEvent} from 'react';
import {Link, useLocation} from 'wouter';
import {placementStatuses, placementStatusNames} from '../../../domain/vocabulary.ts';
import {moveBetweenLines} from '../../lib/arrow-keys.ts';
import type {RecipientHit} from '../../../electron/contract/recipient.ts';
import {UnitFilter} from '../../form/whose-filters.tsx';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {groupText} from '../../text/group-measure.ts';
import {journalText} from '../../text/journal.ts';
import {searchText} from '../../text/search.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {ExportList} from '../../ui/export-list.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {PeopleList} from './people-list.tsx';
import {PersonLine} from './person-line.tsx';
import classes from './search.module.css';
import type {PeopleFilter} from './use-people-windows.ts';

const every = 'all';

/**
 * Everybody by the alphabet, or whoever is found as one types. Down goes into the list, Enter opens the first or the one that
 * is chosen.
 */
export function PeoplePage() {
  const {t} = useText();
  const write = useRight('journal');
  const measures = useRight('own-services');
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const text = typed.trim().slice(0, 200);
  const [filter, setFilter] = useState<PeopleFilter>({status: null, unitId: null});
  const {data: hits, error} = useCall(
    'recipient',
    'search',
    {text, limit: 50},
    {keepPrevious: true, enabled: text !== ''},
  );
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = hits ?? [];
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('[data-line]')?.focus();
    } else if (event.key === 'Enter' && first && text !== '') {
      navigate(paths.recipient(first.recipientId));
    }
  };
  return (
    <Page
      wide
      title={t(searchText.title)}
      actions={
        <>
          <ExportList list={{what: 'people', ...filter, text}} />
          <Button component={Link} href={paths.duplicates()} variant="default">
            {t(searchText.duplicates)}
          </Button>
          {measures && (
            <Button component={Link} href={paths.groupMeasure()} variant="default">
              {t(groupText.open)}
            </Button>
          )}
          {write && (
            <Button component={Link} href={paths.importing('people')} variant="default">
              {t(searchText.fromTable)}
            </Button>
          )}
          {write && (
            <Button component={Link} href={paths.newEntry()} variant="default">
              {t(journalText.newEntry)}
            </Button>
          )}
        </>
      }
    >
      <Group gap="md" align="flex-end">
        <TextInput
          label={t(searchText.label)}
          description={t(searchText.hint)}
          placeholder={t(searchText.placeholder)}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          type="search"
          autoComplete="off"
          autoFocus
          style={{flex: '1 1 26rem'}}
        />
        {text === '' && <Filters filter={filter} onChange={setFilter} />}
      </Group>
      {error && <ProblemNote error={error} />}
      <div ref={list} className={classes.list}>
        {text === '' ? (
          <PeopleList key={`${filter.status} ${filter.unitId}`} filter={filter} />
        ) : (
          hits && <Hits hits={hits} />
        )}
      </div>
    </Page>
  );
}

function Hits({hits}: {hits: readonly RecipientHit[]}) {
  const {t} = useText();
  if (hits.length === 0) return <EmptyState title={t(searchText.nobodyTitle)} what={t(searchText.nobodyWhat)} />;
  return (
    <>
      <Words size="sm" c="dimmed" role="status">
        {t(searchText.found(hits.length))}
      </Words>
      <ul className={classes.hits} onKeyDown={moveBetweenLines}>
        {hits.map(hit => (
          <li key={hit.recipientId}>
            <PersonLine person={hit} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which part of the whole list. */
function Filters({filter, onChange}: {filter: PeopleFilter; onChange: (filter: PeopleFilter) => void}) {
  const {t} = useText();
  return (
    <>
      {/* The system's own: ours takes a tenth of a second to open where there is no graphics card. */}
      <NativeSelect
        label={t(journalText.filter)}
        w={190}
        data={[
          {value: every, label: t(journalText.all)},
          ...placementStatuses.map(each => ({value: each, label: t(placementStatusNames[each])})),
        ]}
        value={filter.status ?? every}
        onChange={({currentTarget: {value}}) =>
          onChange({...filter, status: placementStatuses.find(each => each === value) ?? null})
        }
      />
      <UnitFilter
        label={t(searchText.unit)}
        placeholder={t(journalText.all)}
        w={220}
        value={filter.unitId}
        onChange={unitId => onChange({...filter, unitId})}
      />
    </>
  );
}
