import {Checkbox, List, Table, Text as Words} from '@mantine/core';
import {importFieldWords} from '../../../domain/importing/kinds.ts';
import {rowProblemWords} from '../../../domain/importing/problems.ts';
import type {CheckedLine, Finding} from '../../../electron/contract/importing.ts';
import {capital} from '../../lib/capital.ts';
import {useText} from '../../lib/language.tsx';
import {importingText} from '../../text/importing.ts';

interface CheckedLinesProps {
  readonly lines: readonly CheckedLine[];
  /** Null: none of them can be chosen. */
  readonly chosen: ReadonlySet<number> | null;
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
}

/** Rows of the table by their numbers in it, and what is wrong with each. */
export function CheckedLines({lines, chosen, onChoose}: CheckedLinesProps) {
  const {t} = useText();
  if (lines.length === 0) return <Words size="sm">{t(importingText.none)}</Words>;
  const toggle = (row: number, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(row);
    else next.delete(row);
    onChoose(next);
  };
  return (
    <Table verticalSpacing={3} horizontalSpacing="sm" highlightOnHover aria-label={t(importingText.result)}>
      <Table.Thead>
        <Table.Tr>
          {chosen !== null && (
            <Table.Th scope="col" w={90}>
              {t(importingText.choose1)}
            </Table.Th>
          )}
          <Table.Th scope="col" w={80}>
            {t(importingText.rowHead)}
          </Table.Th>
          <Table.Th scope="col" w="30%">
            {t(importingText.nameHead)}
          </Table.Th>
          <Table.Th scope="col">{t(importingText.findingsHead)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({row, name, findings}) => (
          <Table.Tr key={row}>
            {chosen !== null && (
              <Table.Td>
                <Checkbox
                  aria-label={`${t(importingText.choose1)}: ${name}`}
                  checked={chosen.has(row)}
                  onChange={event => toggle(row, event.currentTarget.checked)}
                />
              </Table.Td>
            )}
            <Table.Td>{row + 1}</Table.Td>
            <Table.Th scope="row" fw={500} style={{overflowWrap: 'anywhere'}}>
              {name}
            </Table.Th>
            <Table.Td>
              <Findings of={findings} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function Findings({of}: {of: readonly Finding[]}) {
  const {t} = useText();
  if (of.length === 0) return t(importingText.fine);
  return (
    <List size="sm" listStyleType="none">
      {of.map(({field, problem}) => {
        return (
          <List.Item key={`${field} ${problem}`}>
            {field === null
              ? t(capital(rowProblemWords[problem]))
              : `${t(importFieldWords[field].name)}: ${t(rowProblemWords[problem])}`}
          </List.Item>
        );
      })}
    </List>
  );
}
