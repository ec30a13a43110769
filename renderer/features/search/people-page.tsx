import {Button, TextInput, Text as Words} from '@mantine/core';
import {useRef, useState, type KeyboardEvent} from 'react';
import {Link, useLocation} from 'wouter';
import {fullName} from '../../../domain/person.ts';
import {moveBetweenLines} from '../../lib/arrow-keys.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {journalText} from '../../text/journal.ts';
import {searchText} from '../../text/search.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {describeHit} from './describe-hit.ts';
import classes from './search.module.css';

/** Everybody, found as one types. Down goes into the list, Enter opens the first or the one that is chosen. */
export function PeoplePage() {
  const {t} = useText();
  const write = useRight('journal');
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const text = typed.trim().slice(0, 200);
  const {data: hits, error} = useCall('recipient', 'search', {text, limit: 50}, {keepPrevious: true});
  const list = useRef<HTMLUListElement>(null);
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
      title={t(searchText.title)}
      actions={
        <>
          <Button component={Link} href={paths.duplicates()} variant="default">
            {t(searchText.duplicates)}
          </Button>
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
      />
      {error && <ProblemNote error={error} />}
      {hits && hits.length > 0 && (
        <>
          <Words size="sm" c="dimmed" role="status">
            {t(text === '' ? searchText.newest : searchText.found(hits.length))}
          </Words>
          <ul className={classes.hits} ref={list} onKeyDown={moveBetweenLines}>
            {hits.map(hit => (
              <li key={hit.recipientId}>
                <Link href={paths.recipient(hit.recipientId)} className={classes.hit} data-line>
                  <strong>{fullName(hit.name)}</strong>
                  <span>{describeHit(hit).map(t).join(' · ')}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {hits?.length === 0 && (
        <EmptyState
          title={t(text === '' ? searchText.noneTitle : searchText.nobodyTitle)}
          what={t(text === '' ? searchText.noneWhat : searchText.nobodyWhat)}
        />
      )}
    </Page>
  );
}
