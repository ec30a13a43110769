import {useVirtualizer} from '@tanstack/react-virtual';
import {useEffect, useRef} from 'react';
import {Link} from 'wouter';
import {must} from '../../../domain/assert.ts';
import type {JournalRow} from '../../../electron/contract/journal.ts';
import {moveBetweenLines} from '../../lib/arrow-keys.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall} from '../../lib/use-call.ts';
import {journalText} from '../../text/journal.ts';
import {journalColumns} from './columns.ts';
import classes from './journal.module.css';
import {RowMenu, type RowAction} from './row-menu.tsx';
import type {JournalRows} from './use-journal-rows.ts';

const nameColumn = 2;
/** The first three columns stay in sight: number, status, name. */
const stuckColumns = 3;
const menuWidth = 36;
const tableWidth = journalColumns.reduce((sum, column) => sum + column.width, menuWidth);

/** The journal as the form has it: 14 columns, their numbers beneath; only the rows in sight are in the page. */
export function JournalTable({
  journal: {rows, total, more, loadMore},
  mayWrite,
  onAction,
}: {
  journal: JournalRows;
  mayWrite: boolean;
  onAction: (row: JournalRow, action: RowAction) => void;
}) {
  const {t} = useText();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 52,
    overscan: 12,
    getItemKey: index => rows[index]?.placementId ?? index,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && lastSeen > rows.length - 60) loadMore();
  }, [more, lastSeen, rows.length, loadMore]);
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const day = today();
  const type = useCall('facility', 'get', {}).data?.type ?? null;
  return (
    // The region scrolls by the keyboard too.
    <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label={t(journalText.title)}>
      <table className={classes.table} style={{minWidth: tableWidth}} aria-rowcount={total + 2}>
        <colgroup>
          {journalColumns.map((column, index) => (
            <col key={index} style={{width: column.width}} />
          ))}
          <col style={{width: menuWidth}} />
        </colgroup>
        <thead>
          <tr>
            {journalColumns.map((column, index) => (
              <th key={index} scope="col" className={classes.head} {...stuck(index)}>
                {t(column.head)}
              </th>
            ))}
            <td className={classes.head} data-stuck-end />
          </tr>
          <tr>
            {journalColumns.map((_, index) => (
              <td key={index} className={classes.columnNumber} {...stuck(index)}>
                {index + 1}
              </td>
            ))}
            <td className={classes.columnNumber} data-stuck-end />
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenLines}>
          {before > 0 && <Gap height={before} />}
          {items.map(item => {
            const row = must(rows[item.index]);
            return (
              <tr key={item.key} ref={virtual.measureElement} data-index={item.index} aria-rowindex={item.index + 3}>
                {journalColumns.map((column, index) => {
                  const lines = column.lines(row, day).map(t);
                  return index === nameColumn ? (
                    <th key={index} scope="row" className={classes.name} {...stuck(index)}>
                      <Link href={paths.recipient(row.recipientId)} data-line>
                        {lines}
                      </Link>
                    </th>
                  ) : (
                    <td key={index} {...stuck(index)} data-status={index === 1 ? row.status : undefined}>
                      {lines.map((line, at) => (
                        <div key={at}>{line}</div>
                      ))}
                    </td>
                  );
                })}
                <td className={classes.menu} data-stuck-end>
                  <RowMenu row={row} type={type} mayWrite={mayWrite} onAction={action => onAction(row, action)} />
                </td>
              </tr>
            );
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </div>
  );
}

function Gap({height}: {height: number}) {
  return (
    <tr aria-hidden>
      <td colSpan={journalColumns.length + 1} style={{height, padding: 0, border: 0}} />
    </tr>
  );
}

function stuck(index: number): {'style'?: {left: number}; 'data-stuck'?: true} {
  if (index >= stuckColumns) return {};
  const left = journalColumns.slice(0, index).reduce((sum, column) => sum + column.width, 0);
  return {'style': {left}, 'data-stuck': true};
}
