import {ActionIcon, Menu} from '@mantine/core';
import {IconDotsVertical} from '@tabler/icons-react';
import {useLocation} from 'wouter';
import {fullName} from '../../../domain/person.ts';
import type {PlacementEventKind} from '../../../domain/placement.ts';
import {marksAfter} from '../../../domain/queue.ts';
import type {OrganisationType} from '../../../domain/vocabulary.ts';
import type {JournalRow} from '../../../electron/contract/journal.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {journalText} from '../../text/journal.ts';

/** A mark that may follow, or a look at those that are there. */
export type RowAction = PlacementEventKind | 'marks';

/** What can be done with a row, by its last mark. The list itself is made only when it is opened. */
export function RowMenu({
  row,
  type,
  mayWrite,
  onAction,
}: {
  row: JournalRow;
  type: OrganisationType | null;
  mayWrite: boolean;
  onAction: (action: RowAction) => void;
}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const marks = mayWrite ? marksAfter(row.lastEvent, type) : [];
  return (
    <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t(journalText.rowActions(fullName(row.name)))}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {marks.map(kind => (
          <Menu.Item key={kind} onClick={() => onAction(kind)}>
            {t(journalText.actions[kind])}
          </Menu.Item>
        ))}
        {marks.length > 0 && <Menu.Divider />}
        <Menu.Item onClick={() => onAction('marks')}>{t(journalText.marks)}</Menu.Item>
        <Menu.Item onClick={() => navigate(paths.recipient(row.recipientId))}>{t(journalText.openPerson)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
