import {Text as Words} from '@mantine/core';
import {useVirtualizer} from '@tanstack/react-virtual';
import {useRef} from 'react';
import {moveBetweenLines} from '../../lib/arrow-keys.ts';
import {useText} from '../../lib/language.tsx';
import {searchText} from '../../text/search.ts';
import {EmptyState} from '../../ui/empty-state.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {PersonLine} from './person-line.tsx';
import classes from './search.module.css';
import {usePeopleAt, usePeopleCount, type PeopleFilter} from './use-people-windows.ts';

const lineHeight = 34;

/** Everybody by the alphabet, however many there are: only the lines in sight are in the page. */
export function PeopleList({filter}: {filter: PeopleFilter}) {
  const {t} = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const {data, error, refetch} = usePeopleCount(filter);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized
  const virtual = useVirtualizer({
    count: data?.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const personAt = usePeopleAt(filter, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  if (!data) return error ? <ProblemNote error={error} retry={() => void refetch()} /> : <Waiting />;
  const {total} = data;
  if (total === 0) {
    const isWhole = filter.status === null && filter.unitId === null;
    return (
      <EmptyState
        title={t(isWhole ? searchText.noneTitle : searchText.noneHereTitle)}
        what={t(isWhole ? searchText.noneWhat : searchText.noneHereWhat)}
      />
    );
  }
  return (
    <>
      <Words size="sm" c="dimmed" role="status">
        {t(searchText.inList(total))}
      </Words>
      {/* The region scrolls by the keyboard too. */}
      <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label={t(searchText.title)}>
        <ul className={classes.hits} style={{height: virtual.getTotalSize()}} onKeyDown={moveBetweenLines}>
          {items.map(item => {
            const person = personAt(item.index);
            return (
              <li
                key={item.index}
                className={classes.placed}
                style={{height: lineHeight, transform: `translateY(${item.start}px)`}}
                aria-setsize={total}
                aria-posinset={item.index + 1}
              >
                {person && <PersonLine person={person} />}
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
