import {Table} from '@mantine/core';
import type {TableArea} from '../../../domain/importing/guess.ts';
import {useText} from '../../lib/language.tsx';
import {importingText} from '../../text/importing.ts';
import classes from './importing.module.css';

interface TablePreviewProps {
  readonly rows: readonly (readonly string[])[];
  /** The row of the sheet that the first of them is. */
  readonly from: number;
  readonly area: TableArea;
}

/** Some rows of the sheet as they stand in it, the head marked. */
export function TablePreview({rows, from, area}: TablePreviewProps) {
  const {t} = useText();
  const width = Math.max(1, ...rows.map(row => row.length));
  return (
    <div className={classes.preview} tabIndex={0} role="region" aria-label={t(importingText.preview)}>
      <Table horizontalSpacing="xs" verticalSpacing={2} withColumnBorders fz="xs" w="auto" miw="100%">
        <Table.Tbody>
          {rows.map((row, index) => {
            const place = from + index;
            const isHead = place >= area.head && place < area.head + area.depth;
            return (
              <Table.Tr key={place} className={isHead ? classes.head : undefined}>
                <Table.Td c="dimmed">{place + 1}</Table.Td>
                {Array.from({length: width}, (_, column) => (
                  <Table.Td key={column} className={classes.cell}>
                    {row[column]}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
