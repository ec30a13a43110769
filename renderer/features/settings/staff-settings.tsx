import {Button, Group, Stack, Switch} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {signatoryRoleNames} from '../../../domain/record-value-words.ts';
import {fullName} from '../../../domain/person.ts';
import type {StaffView} from '../../../electron/contract/facility.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {staffText} from '../../text/staff.ts';
import {DataTable} from '../../ui/data-table.tsx';
import {EmptyState} from '../../ui/empty-state.tsx';
import {ExportList} from '../../ui/export-list.tsx';
import {StaffDialog} from './staff-dialog.tsx';

export function StaffSettings() {
  const {t} = useText();
  const write = useRight('organisation');
  const [withFormer, setWithFormer] = useState(false);
  const {data: staff} = useCall('facility', 'staff', {withFormer}, {keepPrevious: true});
  const [opened, setOpened] = useState<StaffView | 'new' | null>(null);
  const edit = (person: StaffView) =>
    write && (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${t(staffText.edit)}: ${fullName(person.name)}`}
        onClick={() => setOpened(person)}
      >
        {t(staffText.edit)}
      </Button>
    );
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Switch
          label={t(staffText.former)}
          checked={withFormer}
          onChange={event => setWithFormer(event.currentTarget.checked)}
        />
        <Group gap="xs">
          <ExportList list={{what: 'staff', withFormer}} />
          {write && (
            <Button component={Link} href={paths.importing('staff')} variant="default">
              {t(staffText.fromTable)}
            </Button>
          )}
          {write && <Button onClick={() => setOpened('new')}>{t(staffText.add)}</Button>}
        </Group>
      </Group>
      {staff?.length === 0 && <EmptyState title={t(staffText.noneTitle)} what={t(staffText.noneWhat)} />}
      {staff && staff.length > 0 && (
        <DataTable
          caption={t(staffText.title)}
          rows={staff}
          rowKey={person => person.id}
          columns={[
            {key: 'name', head: t(staffText.person), namesRow: true, cell: person => fullName(person.name)},
            {key: 'position', head: t(staffText.position), cell: person => t(person.position)},
            {
              key: 'role',
              head: t(staffText.role),
              cell: person =>
                person.isHead
                  ? t(staffText.isHead)
                  : person.signatoryRole && t(signatoryRoleNames[person.signatoryRole]),
            },
            {
              key: 'edit',
              head: '',
              width: 120,
              cell: person => edit(person),
            },
          ]}
        />
      )}
      {opened && <StaffDialog person={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Stack>
  );
}
