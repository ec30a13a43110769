import {Group, NumberInput, Select} from '@mantine/core';
import {useState} from 'react';
import type {TableArea} from '../../../domain/importing/guess.ts';
import type {ImportKind} from '../../../domain/importing/kinds.ts';
import {useText} from '../../lib/language.tsx';
import {useCall} from '../../lib/use-call.ts';
import {importingText} from '../../text/importing.ts';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Columns} from './columns.tsx';
import {TablePreview} from './table-preview.tsx';

export interface SheetView {
  readonly name: string;
  readonly rows: number;
  readonly tables: readonly TableArea[];
}

interface TablePlaceProps {
  readonly kind: ImportKind;
  readonly jobId: string;
  readonly sheets: readonly SheetView[];
  readonly onChange: () => void;
  readonly onCheck: (jobId: string) => void;
}

const nowhere: TableArea = {head: 0, depth: 1, last: 0};
/** Above the head, to see that it is the head, and below it. */
const rowsAbove = 2;
const rowsBelow = 5;

/** Which sheet, which table of it, and where its head is; then its columns. */
export function TablePlace({kind, jobId, sheets, onChange, onCheck}: TablePlaceProps) {
  const {t} = useText();
  const [sheet, setSheet] = useState(() => fullest(sheets));
  const shown = sheets[sheet];
  const tables = shown?.tables ?? [];
  const [area, setArea] = useState<TableArea>(() => tables[0] ?? nowhere);
  const from = Math.max(0, area.head - rowsAbove);
  const limit = area.head - from + area.depth + rowsBelow;
  const {data, error} = useCall('importing', 'rows', {jobId, sheet, from, limit}, {keepPrevious: true});
  const change = (next: Partial<TableArea>): void => {
    const moved = {...area, ...next};
    const lastRow = (shown?.rows ?? 1) - 1;
    const head = Math.min(Math.max(0, moved.head), lastRow);
    setArea({head, depth: moved.depth, last: Math.min(Math.max(moved.last, head + moved.depth), lastRow)});
    onChange();
  };
  const number = (value: string | number, apply: (row: number) => void): void => {
    if (typeof value === 'number' && Number.isInteger(value)) apply(value);
  };
  return (
    <>
      <Section title={t(importingText.table)}>
        <Group gap="sm" align="end">
          {sheets.length > 1 && (
            <Select
              label={t(importingText.sheet)}
              size="xs"
              allowDeselect={false}
              value={String(sheet)}
              onChange={value => {
                const chosen = Number(value ?? sheet);
                setSheet(chosen);
                setArea(sheets[chosen]?.tables[0] ?? nowhere);
                onChange();
              }}
              data={sheets.map(({name, rows}, index) => ({
                value: String(index),
                label: t(importingText.sheetName(name, rows)),
              }))}
            />
          )}
          {tables.length > 1 && (
            <Select
              label={t(importingText.which)}
              size="xs"
              w={220}
              value={String(tables.findIndex(each => each.head === area.head))}
              onChange={value => change(tables[Number(value)] ?? area)}
              data={tables.map(({head, last}, index) => ({
                value: String(index),
                label: t(importingText.whichName(index + 1, head + 1, last + 1)),
              }))}
            />
          )}
          <NumberInput
            label={t(importingText.head)}
            size="xs"
            w={240}
            min={1}
            max={shown?.rows ?? 1}
            clampBehavior="blur"
            allowDecimal={false}
            value={area.head + 1}
            onChange={value => number(value, row => change({head: row - 1}))}
          />
          <NumberInput
            label={t(importingText.depth)}
            size="xs"
            w={240}
            min={1}
            max={3}
            clampBehavior="strict"
            allowDecimal={false}
            value={area.depth}
            onChange={value => number(value, depth => change({depth: Math.max(1, depth)}))}
          />
          <NumberInput
            label={t(importingText.last)}
            size="xs"
            w={140}
            min={area.head + area.depth + 1}
            max={shown?.rows ?? 1}
            clampBehavior="blur"
            allowDecimal={false}
            value={area.last + 1}
            onChange={value => number(value, row => change({last: row - 1}))}
          />
        </Group>
        {error && <ProblemNote error={error} />}
        {data && <TablePreview rows={data.rows} from={from} area={area} />}
      </Section>
      {data && (
        <Columns
          kind={kind}
          jobId={jobId}
          sheet={sheet}
          area={area}
          rows={data.rows.slice(area.head - from)}
          onChange={onChange}
          onCheck={onCheck}
        />
      )}
    </>
  );
}

/** Others are often explanations. */
function fullest(sheets: readonly SheetView[]): number {
  const most = Math.max(...sheets.map(({rows}) => rows));
  return Math.max(
    0,
    sheets.findIndex(({rows}) => rows === most),
  );
}
