import {Checkbox, Stack, Text as Words} from '@mantine/core';
import {useRef, useState, type FocusEvent, type KeyboardEvent} from 'react';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {PortalRow} from '../../../electron/contract/portal.ts';
import {ownJournalSheet} from '../../../templates/sheets/journal.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {portalText} from '../../text/portal.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import classes from './portal.module.css';

/** Pixels of the 14 columns, as on the journal's own page. */
const widths = [34, 80, 116, 80, 68, 112, 80, 112, 86, 84, 84, 96, 86, 96];
const choiceWidth = 34;
const enteredWidth = 132;

interface Choice {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/**
 * The rows as they are typed: the 14 columns of the form. Arrows go from cell to cell; the words of the cell that has
 * the keyboard are selected, so that Ctrl+C takes exactly them.
 */
export function PortalTable({
  rows,
  mayWrite,
  chosen,
  onChoose,
}: Choice & {rows: readonly PortalRow[]; mayWrite: boolean}) {
  const {t} = useText();
  const [at, setAt] = useState({row: 0, column: 0});
  const body = useRef<HTMLTableSectionElement>(null);
  const all = rows.length > 0 && rows.every(row => chosen.has(row.placementId));
  const width = widths.reduce((sum, each) => sum + each, enteredWidth + (mayWrite ? choiceWidth : 0));
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
    const step = steps[event.key];
    if (cell === null || cell !== event.target || step === undefined) return;
    const [row = 0, column = 0] = (cell.dataset['cell'] ?? '').split(':').map(Number);
    const next = body.current?.querySelector<HTMLElement>(`[data-cell="${row + step.down}:${column + step.right}"]`);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div className={classes.scroller}>
      <table role="grid" aria-label={t(portalText.title)} className={classes.table} style={{minWidth: width}}>
        <colgroup>
          {mayWrite && <col style={{width: choiceWidth}} />}
          {widths.map((each, index) => (
            <col key={index} style={{width: each}} />
          ))}
          <col style={{width: enteredWidth}} />
        </colgroup>
        <thead>
          <tr>
            {mayWrite && (
              <th scope="col" className={classes.head}>
                <Checkbox
                  size="xs"
                  aria-label={t(portalText.chooseAll)}
                  checked={all}
                  onChange={() => onChoose(new Set(all ? [] : rows.map(row => row.placementId)))}
                />
              </th>
            )}
            {ownJournalSheet.heads.map((head, index) => (
              <th key={index} scope="col" className={classes.head}>
                {t(head)}
              </th>
            ))}
            <th scope="col" className={classes.head} data-stuck-end>
              {t(portalText.entered)}
            </th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={move}>
          {rows.map((row, index) => (
            <tr key={row.placementId} aria-label={fullName(row.name)}>
              {mayWrite && (
                <td>
                  <Checkbox
                    size="xs"
                    aria-label={t(portalText.chooseRow(row.rowNumber))}
                    checked={chosen.has(row.placementId)}
                    onChange={() => onChoose(toggled(chosen, row.placementId))}
                  />
                </td>
              )}
              {row.columns.map((words, column) => (
                <td
                  key={column}
                  data-cell={`${index}:${column}`}
                  tabIndex={at.row === index && at.column === column ? 0 : -1}
                  onFocus={event => {
                    setAt({row: index, column});
                    selectWords(event);
                  }}
                >
                  <div data-words className={classes.words}>
                    {words}
                  </div>
                  <Before row={row} column={column} />
                </td>
              ))}
              <td data-stuck-end>
                <Entered row={row} mayWrite={mayWrite} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const steps: Readonly<Record<string, {readonly down: number; readonly right: number}>> = {
  ArrowDown: {down: 1, right: 0},
  ArrowUp: {down: -1, right: 0},
  ArrowRight: {down: 0, right: 1},
  ArrowLeft: {down: 0, right: -1},
};

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The words alone, without what stood on the portal before. */
function selectWords(event: FocusEvent<HTMLElement>): void {
  const words = event.currentTarget.querySelector('[data-words]');
  if (words && words.textContent !== '') getSelection()?.selectAllChildren(words);
}

/** What stands on the portal, where it is other than here. */
function Before({row, column}: {row: PortalRow; column: number}) {
  const {t} = useText();
  const change = row.changes.find(each => each.column === column);
  if (!change) return null;
  return (
    <div className={classes.before}>
      {t(change.before === '' ? portalText.beforeEmpty : portalText.before(change.before))}
    </div>
  );
}

function Entered({row, mayWrite}: {row: PortalRow; mayWrite: boolean}) {
  const {t} = useText();
  const {run: unmark} = useCommand('queue', 'unmarkEntered');
  if (row.enteredOn === null) {
    return (
      <Words size="xs" c="dimmed">
        {t(portalText.notEntered)}
      </Words>
    );
  }
  return (
    <Stack gap={2} align="flex-start">
      <span>
        {formatDate(row.enteredOn)}
        {row.enteredBy !== null && `, ${row.enteredBy}`}
      </span>
      {row.state === 'changed' && <span className={classes.changed}>{t(portalText.changed)}</span>}
      {mayWrite && (
        <ConfirmButton
          size="compact-xs"
          label={t(portalText.unmark)}
          question={t(portalText.unmarkQuestion(row.rowNumber))}
          confirm={t(portalText.unmarkYes)}
          onConfirm={() => unmark({placementIds: [row.placementId]})}
        />
      )}
    </Stack>
  );
}
