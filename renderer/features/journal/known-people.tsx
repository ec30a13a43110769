import {Alert, Button, Group, Stack, Text as Words} from '@mantine/core';
import {useDebouncedValue} from '@mantine/hooks';
import {useWatch} from 'react-hook-form';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import {nextEventKinds} from '../../../domain/placement.ts';
import {placementStatusNames} from '../../../domain/vocabulary.ts';
import {useText} from '../../lib/language.tsx';
import {useCall} from '../../lib/use-call.ts';
import {journalText} from '../../text/journal.ts';
import type {EntryRaw} from './entry-values.ts';

const {entry} = journalText;

/** While the name is typed: people of that name who are known already, so that nobody is entered twice. */
export function KnownPeople({onChoose}: {onChoose: (recipientId: string, name: string) => void}) {
  const {t} = useText();
  const {surname, firstName} = useWatch<EntryRaw, 'person.name'>({name: 'person.name'});
  const [text] = useDebouncedValue(`${surname} ${firstName}`.trim(), 200);
  const enabled = surname.trim().length >= 2 && firstName.trim().length >= 1;
  const {data: hits = []} = useCall('recipient', 'search', {text, limit: 5}, {enabled, keepPrevious: true});
  if (!enabled || hits.length === 0) return null;
  return (
    <Alert color="orange" title={t(entry.knownTitle)} role="status">
      <Stack gap="xs">
        <Words size="sm">{t(entry.knownWhat)}</Words>
        {hits.map(hit => {
          const here = hit.status !== null && nextEventKinds(hit.status).length > 0;
          return (
            <Group key={hit.recipientId} justify="space-between" wrap="nowrap">
              <Words size="sm" style={{overflowWrap: 'anywhere'}}>
                <strong>{fullName(hit.name)}</strong>
                {hit.bornOn !== null && ` · ${formatDate(hit.bornOn)}`}
                {hit.status !== null && ` · ${t(placementStatusNames[hit.status])}`}
                {here && ` · ${t(entry.stillHere)}`}
              </Words>
              <Button
                size="compact-sm"
                variant="default"
                style={{flexShrink: 0}}
                disabled={here}
                aria-label={`${t(entry.samePerson)}: ${fullName(hit.name)}`}
                onClick={() => onChoose(hit.recipientId, fullName(hit.name))}
              >
                {t(entry.samePerson)}
              </Button>
            </Group>
          );
        })}
      </Stack>
    </Alert>
  );
}
