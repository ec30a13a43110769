import {Button, Group, Select, Stack, Table, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {
  guessFields,
  headingsOf,
  isDataRow,
  type ColumnFields,
  type TableArea,
} from '../../../domain/importing/guess.ts';
import {
  importFields,
  importFieldWords,
  neededFields,
  rightOfField,
  type ImportField,
  type ImportKind,
} from '../../../domain/importing/kinds.ts';
import {may} from '../../../domain/roles.ts';
import {client} from '../../lib/bridge.ts';
import {useText} from '../../lib/language.tsx';
import {useSessionState} from '../../lib/session.ts';
import {importingText} from '../../text/importing.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import classes from './importing.module.css';

interface ColumnsProps {
  readonly kind: ImportKind;
  readonly jobId: string;
  readonly sheet: number;
  readonly area: TableArea;
  /** From the head on: the head and some rows below it. */
  readonly rows: readonly (readonly string[])[];
  readonly onChange: () => void;
  readonly onCheck: (jobId: string) => void;
}

/** What somebody has chosen for a heading holds for the next table that has it. */
const chosenBefore = new Map<string, ImportField | null>();

function keyOf(kind: ImportKind, columns: readonly string[], column: number): string {
  const heading = columns[column] ?? '';
  const isOwn = heading !== '' && columns.indexOf(heading) === columns.lastIndexOf(heading);
  return isOwn ? `${kind} ${heading}` : `${kind} ${column} ${heading}`;
}

/** What each column holds: a guess, and a choice where the guess is wrong. */
export function Columns({kind, jobId, sheet, area, rows, onChange, onCheck}: ColumnsProps) {
  const {t, language} = useText();
  const role = useSessionState()?.account?.role;
  const [changes, setChanges] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const headings = headingsOf(rows, {head: 0, depth: area.depth});
  const samples = rows.slice(area.depth).filter(isDataRow);
  const width = Math.max(headings.length, ...samples.map(row => row.length));
  const columns = Array.from({length: width}, (_, column) => headings[column] ?? '');
  const fields = withChoices(kind, columns);
  const isNamed = neededFields[kind].some(those => those.every(field => fields.includes(field)));
  const open = importFields[kind].filter(field => {
    const right = (rightOfField as Partial<Record<string, (typeof rightOfField)[keyof typeof rightOfField]>>)[field];
    return right === undefined || (role !== undefined && may(role, right));
  });

  function choose(column: number, field: ImportField | null): void {
    // A field is taken from one column.
    fields.forEach((each, index) => {
      if (each === field && field !== null) chosenBefore.set(keyOf(kind, columns, index), null);
    });
    chosenBefore.set(keyOf(kind, columns, column), field);
    setChanges(changes + 1);
    onChange();
  }

  async function check(): Promise<void> {
    setAsking(true);
    setFailure(null);
    try {
      onCheck((await client.importing.check({jobId, sheet, area, fields: [...fields]})).jobId);
    } catch (error) {
      setFailure(error);
    } finally {
      setAsking(false);
    }
  }

  return (
    <Section title={t(importingText.columns)}>
      <Words size="sm" c="dimmed">
        {t(importingText.columnsHint)}
      </Words>
      <Table verticalSpacing={3} horizontalSpacing="sm" aria-label={t(importingText.columns)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w="34%">
              {t(importingText.heading)}
            </Table.Th>
            <Table.Th scope="col" w="30%">
              {t(importingText.sample)}
            </Table.Th>
            <Table.Th scope="col">{t(importingText.field)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((heading, column) => {
            const name = heading === '' ? t(importingText.noHeading(letterOf(column))) : heading;
            return (
              // oxlint-disable-next-line react/no-array-index-key -- a column is its place
              <Table.Tr key={column}>
                <Table.Th scope="row" fw={500} className={classes.sample}>
                  {name}
                </Table.Th>
                <Table.Td className={classes.sample}>{samplesOf(samples, column)}</Table.Td>
                <Table.Td>
                  <Select
                    aria-label={`${t(importingText.field)}: ${name}`}
                    size="xs"
                    searchable
                    value={fields[column] ?? ''}
                    allowDeselect={false}
                    onChange={value => choose(column, open.find(each => each === value) ?? null)}
                    data={[
                      {value: '', label: t(importingText.nothing)},
                      ...open.map(field => ({value: field, label: importFieldWords[field].name[language]})),
                    ]}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {failure !== null && <ProblemNote error={failure} />}
      <Stack gap="xs">
        {!isNamed && (
          <Words size="sm" c="red" role="status">
            {t(importingText.needName)}
          </Words>
        )}
        <Group>
          <Button disabled={!isNamed} loading={asking} onClick={() => void check()}>
            {t(importingText.check)}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

function withChoices(kind: ImportKind, columns: readonly string[]): ColumnFields {
  const chosen = columns.map((_, column) => chosenBefore.get(keyOf(kind, columns, column)));
  const taken = new Set(chosen);
  return guessFields(kind, columns).map((guess, column) => {
    const own = chosen[column];
    if (own !== undefined) return chosen.indexOf(own) === column || own === null ? own : null;
    return guess !== null && taken.has(guess) ? null : guess;
  });
}

const samplesShown = 2;

function samplesOf(rows: readonly (readonly string[])[], column: number): string {
  const cells = [...new Set(rows.map(row => (row[column] ?? '').trim()).filter(cell => cell !== ''))];
  return cells
    .slice(0, samplesShown)
    .map(cell => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell))
    .join(' · ');
}

/** As a spreadsheet names its columns. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${letterOf(Math.floor(column / 26) - 1)}${letter}`;
}
