import {Anchor, Button, Checkbox, Group, Stack, Table, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {fullName} from '../../../domain/person.ts';
import type {FolderLine} from '../../../electron/contract/binding.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {bindingText} from '../../text/binding.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {StatusBadge} from '../../ui/status-badge.tsx';

/** An old PC shows so many at once without a pause. */
const shownAtOnce = 100;

interface FoldersTableProps {
  readonly folders: readonly FolderLine[];
  readonly year: number;
  readonly chosen: ReadonlySet<string>;
  readonly mayWrite: boolean;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onTakeBack: (recipientId: string) => Promise<unknown>;
}

/** Who has papers of the year, what they are and what lacks; those that have any can be chosen. */
export function FoldersTable({folders, year, chosen, mayWrite, onChoose, onTakeBack}: FoldersTableProps) {
  const {t} = useText();
  const [limit, setLimit] = useState(shownAtOnce);
  const possible = folders.filter(hasPapers);
  const chosenHere = possible.filter(folder => chosen.has(folder.recipientId)).length;

  function choose(ids: readonly string[], isChosen: boolean): void {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  }

  const left = folders.length - limit;
  return (
    <Stack gap="xs">
      <Table.ScrollContainer minWidth={760} type="native">
        <Table verticalSpacing={6} horizontalSpacing="sm" highlightOnHover aria-label={t(bindingText.title)}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={40} scope="col">
                <Checkbox
                  aria-label={t(bindingText.selectAll)}
                  disabled={possible.length === 0}
                  checked={possible.length > 0 && chosenHere === possible.length}
                  indeterminate={chosenHere > 0 && chosenHere < possible.length}
                  onChange={event =>
                    choose(
                      possible.map(folder => folder.recipientId),
                      event.currentTarget.checked,
                    )
                  }
                />
              </Table.Th>
              <Table.Th scope="col">{t(bindingText.name)}</Table.Th>
              <Table.Th scope="col">{t(bindingText.papers)}</Table.Th>
              <Table.Th scope="col">{t(bindingText.lacks)}</Table.Th>
              <Table.Th scope="col">{t(bindingText.state)}</Table.Th>
              <Table.Th scope="col" w={90} aria-label={t(bindingText.look)} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {folders.slice(0, limit).map(folder => (
              <FolderRow
                key={folder.recipientId}
                folder={folder}
                year={year}
                isChosen={chosen.has(folder.recipientId)}
                mayWrite={mayWrite}
                onChoose={isChosen => choose([folder.recipientId], isChosen)}
                onTakeBack={() => onTakeBack(folder.recipientId)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {left > 0 && (
        <Button variant="default" size="xs" onClick={() => setLimit(limit + shownAtOnce)} style={{alignSelf: 'start'}}>
          {t(bindingText.more(Math.min(left, shownAtOnce)))}
        </Button>
      )}
    </Stack>
  );
}

interface FolderRowProps {
  readonly folder: FolderLine;
  readonly year: number;
  readonly isChosen: boolean;
  readonly mayWrite: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onTakeBack: () => Promise<unknown>;
}

function FolderRow({folder, year, isChosen, mayWrite, onChoose, onTakeBack}: FolderRowProps) {
  const {t} = useText();
  const {recipientId, fileNumber, plans, revisions, rounds, lacks, bound} = folder;
  const name = fullName(folder.name);
  const isPossible = hasPapers(folder);
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          aria-label={t(bindingText.select(name))}
          checked={isChosen}
          disabled={!isPossible}
          onChange={event => onChoose(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Th scope="row" fw={500} style={{overflowWrap: 'anywhere'}}>
        <Anchor component={Link} href={paths.recipient(recipientId)} size="sm">
          {name}
        </Anchor>
        {fileNumber !== null && (
          <Words size="xs" c="dimmed" fw={400}>
            {t(bindingText.file(fileNumber))}
          </Words>
        )}
      </Table.Th>
      <Table.Td>
        <Words size="sm">{t(isPossible ? bindingText.papersOf(plans, revisions, rounds) : bindingText.noPapers)}</Words>
      </Table.Td>
      <Table.Td>
        {lacks.map(({what, planId, roundId, number}) => (
          <Anchor
            key={roundId ?? planId}
            component={Link}
            href={roundId === null ? paths.plan(recipientId, planId) : paths.round(recipientId, planId, roundId)}
            size="sm"
            display="block"
          >
            {t(bindingText.lackNames[what](number))}
          </Anchor>
        ))}
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          <StatusBadge tone={bound ? 'good' : 'wait'}>
            {t(bound ? bindingText.bound(bound.boundOn, bound.sheets) : bindingText.notBound)}
          </StatusBadge>
          {bound && mayWrite && (
            <ConfirmButton
              size="compact-xs"
              label={t(bindingText.takeBack)}
              question={t(bindingText.takeBackQuestion(name))}
              confirm={t(bindingText.takeBack)}
              onConfirm={onTakeBack}
            />
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        {isPossible && (
          <Anchor
            component={Link}
            href={paths.paper({kind: 'year', recipientId, year})}
            aria-label={t(bindingText.lookAt(name))}
            size="sm"
          >
            {t(bindingText.look)}
          </Anchor>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

export function hasPapers({plans, revisions, rounds}: FolderLine): boolean {
  return plans + revisions + rounds > 0;
}
