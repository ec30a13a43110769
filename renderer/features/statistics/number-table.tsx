import {Table, UnstyledButton} from '@mantine/core';
import {columnsOf, type StatisticsColumn, type StatisticsTableId} from '../../../domain/statistics-tables.ts';
import {allRow, columnNames, rowHeads, rowName, tableNames} from '../../../domain/statistics-words.ts';
import type {StatisticsView} from '../../../electron/contract/statistics.ts';
import {useText} from '../../lib/language.tsx';
import {statisticsText} from '../../text/statistics.ts';
import {formatCount} from './format-count.ts';

export interface ChosenNumber {
  readonly table: StatisticsTableId;
  readonly row: string;
  readonly column: StatisticsColumn;
}

export type ShownTable = StatisticsView['tables'][number];

/** The numbers of a table; each that counts something opens its list. `percentOf`: places, for the table of places. */
export function NumberTable({
  table: {id, rows},
  percentOf = null,
  onOpen,
}: {
  table: ShownTable;
  percentOf?: number | null;
  onOpen: (number: ChosenNumber) => void;
}) {
  const {t} = useText();
  const columns = columnsOf[id];
  return (
    <Table.ScrollContainer minWidth={320} type="native" className="statistics-table">
      <Table verticalSpacing={2} horizontalSpacing="xs" aria-label={t(tableNames[id])}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t(rowHeads[id])}</Table.Th>
            {columns.map(column => (
              <Table.Th key={column} scope="col" ta="end">
                {t(columnNames[column])}
              </Table.Th>
            ))}
            {percentOf !== null && (
              <Table.Th scope="col" ta="end">
                {t(statisticsText.percent)}
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(row => (
            <Table.Tr key={row.id}>
              <Table.Th scope="row" fw={row.id === allRow ? 600 : 400}>
                {t(rowName(id, row.id))}
              </Table.Th>
              {columns.map((column, index) => {
                const count = row.counts[index] ?? null;
                return (
                  <Table.Td key={column} ta="end">
                    {count === null ? (
                      '–'
                    ) : count === 0 ? (
                      '0'
                    ) : (
                      <UnstyledButton
                        className="statistics-number"
                        aria-label={t(
                          statisticsText.openList(tableNames[id], rowName(id, row.id), columnNames[column], count),
                        )}
                        onClick={() => onOpen({table: id, row: row.id, column})}
                      >
                        {formatCount(count)}
                      </UnstyledButton>
                    )}
                  </Table.Td>
                );
              })}
              {percentOf !== null && (
                <Table.Td ta="end">
                  {Math.round(((row.counts[columns.indexOf('occupied')] ?? 0) * 100) / percentOf)}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
