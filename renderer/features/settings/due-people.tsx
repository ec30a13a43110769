import {Anchor, Button, Group, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {Text} from '../../../domain/text.ts';
import type {DueLine} from '../../../electron/contract/personal-data.ts';
import {EraseDialog} from '../../form/erase-dialog.tsx';
import {PersonCopyButton} from '../../form/person-copy.tsx';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {erasureText} from '../../text/erasure.ts';
import {personalDataText} from '../../text/personal-data.ts';
import {DataTable, type DataColumn} from '../../ui/data-table.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';

const pageSize = 50;
/** As many as one answer may hold. */
const mostShown = 200;

/** Whose term of keeping is over. Nothing happens by itself: what becomes of the data, a person decides. */
export function DuePeople({hasTerm}: {hasTerm: boolean}) {
  const {t} = useText();
  const [shown, setShown] = useState(pageSize);
  const {data, error, refetch} = useCall('personalData', 'due', {offset: 0, limit: shown}, {keepPrevious: true});
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const hidden = data.total - data.items.length;
  return (
    <Section title={t(personalDataText.due)}>
      {data.total === 0 ? (
        <Words size="sm">{t(hasTerm ? personalDataText.dueNone : personalDataText.dueNoTerm)}</Words>
      ) : (
        <>
          <Words size="sm">{t(personalDataText.dueWhat)}</Words>
          <Words size="sm" role="status">
            {t(personalDataText.dueCount(data.total))}
          </Words>
          <DataTable<DueLine>
            caption={t(personalDataText.due)}
            rows={data.items}
            rowKey={line => line.recipientId}
            columns={dueColumns(t)}
          />
          {hidden > 0 && shown < mostShown && (
            <Button variant="default" onClick={() => setShown(Math.min(mostShown, shown + pageSize))}>
              {t(personalDataText.dueMore(Math.min(hidden, pageSize)))}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

function dueColumns(t: (words: Text) => string): DataColumn<DueLine>[] {
  return [
    {
      key: 'name',
      head: t(personalDataText.name),
      namesRow: true,
      cell: line => (
        <Anchor component={Link} href={paths.recipient(line.recipientId)} style={{overflowWrap: 'anywhere'}}>
          {fullName(line.name)}
        </Anchor>
      ),
    },
    {key: 'file', head: t(personalDataText.file), cell: line => line.fileNumber ?? '—'},
    {key: 'left', head: t(personalDataText.leftOn), cell: line => formatDate(line.leftOn)},
    {key: 'due', head: t(personalDataText.dueOn), cell: line => formatDate(line.dueOn)},
    {key: 'actions', head: t(personalDataText.actions), cell: line => <DueActions line={line} />},
  ];
}

/** What can be done about one of them. */
function DueActions({line}: {line: DueLine}) {
  const {t} = useText();
  const mayCopy = useRight('person-copy');
  const mayErase = useRight('erase');
  const [isErasing, setIsErasing] = useState(false);
  return (
    <Group gap={4}>
      {mayCopy && (
        <PersonCopyButton
          recipientId={line.recipientId}
          name={fullName(line.name)}
          label={t(personalDataText.copyShort)}
          size="compact-xs"
          variant="subtle"
          leftSection={null}
        />
      )}
      {mayErase && (
        <Button variant="subtle" color="red" size="compact-xs" onClick={() => setIsErasing(true)}>
          {t(erasureText.open)}
        </Button>
      )}
      {isErasing && (
        <EraseDialog recipientId={line.recipientId} reason="retention-ended" onClose={() => setIsErasing(false)} />
      )}
    </Group>
  );
}
