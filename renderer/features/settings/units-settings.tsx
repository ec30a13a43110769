import {Button, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {unitKindNames} from '../../../domain/unit.ts';
import type {Text} from '../../../domain/text.ts';
import type {UnitView} from '../../../electron/contract/unit.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {unitText} from '../../text/unit.ts';
import {DataTable, type DataColumn} from '../../ui/data-table.tsx';
import {Occupancy} from '../../ui/occupancy.tsx';
import {Section} from '../../ui/section.tsx';
import {possibleKinds, UnitDialog} from './unit-dialog.tsx';

/** The units inside the organisation with their places; only where the order names them, or where there are some. */
export function UnitsSettings() {
  const {t} = useText();
  const write = useRight('organisation');
  const {data} = useCall('unit', 'list', {on: null});
  const [opened, setOpened] = useState<UnitView | 'new' | null>(null);
  const type = data?.organisationType ?? null;
  if (!data || type === null) return null;
  const mayHave = possibleKinds(type).length > 0;
  if (!mayHave && data.units.length === 0) return null;
  return (
    <Section
      title={t(unitText.title)}
      actions={
        write &&
        mayHave && (
          <Button size="xs" variant="default" onClick={() => setOpened('new')}>
            {t(unitText.add)}
          </Button>
        )
      }
    >
      <Words size="sm" c="dimmed">
        {t(mayHave ? unitText.what : unitText.notHere)}
      </Words>
      {data.units.length === 0 ? (
        <Words size="sm">{t(unitText.none)}</Words>
      ) : (
        <DataTable
          caption={t(unitText.title)}
          rows={data.units}
          rowKey={unit => unit.id}
          columns={columnsOf(t, write ? setOpened : null)}
        />
      )}
      {opened && <UnitDialog unit={opened === 'new' ? null : opened} type={type} onClose={() => setOpened(null)} />}
    </Section>
  );
}

function columnsOf(t: (words: Text) => string, onEdit: ((unit: UnitView) => void) | null): DataColumn<UnitView>[] {
  const columns: DataColumn<UnitView>[] = [
    {key: 'name', head: t(unitText.name), namesRow: true, cell: unit => <Name unit={unit} />},
    {
      key: 'places',
      head: t(unitText.places),
      width: 300,
      cell: ({places, occupied, away}) => <Occupancy places={places} occupied={occupied} away={away} />,
    },
  ];
  if (onEdit === null) return columns;
  const cell = (unit: UnitView) => (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`${t(unitText.edit)}: ${t(unit.name)}`}
      onClick={() => onEdit(unit)}
    >
      {t(unitText.edit)}
    </Button>
  );
  return [...columns, {key: 'edit', head: '', width: 120, cell}];
}

function Name({unit: {name, kind, closedOn}}: {unit: UnitView}) {
  const {t} = useText();
  return (
    <Stack gap={0} style={{overflowWrap: 'anywhere'}}>
      <span>{t(name)}</span>
      <Words size="xs" c="dimmed">
        {[unitKindNames[kind], ...(closedOn === null ? [] : [unitText.closed(closedOn)])].map(t).join(' · ')}
      </Words>
    </Stack>
  );
}
