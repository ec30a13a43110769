import {Button, Stack, Text as Words} from '@mantine/core';
import {IconFolder} from '@tabler/icons-react';
import {Link} from 'wouter';
import {fullName} from '../../../domain/person.ts';
import {eventNames} from '../../../domain/record-value-words.ts';
import {formatDate} from '../../../domain/dates.ts';
import type {RecipientView} from '../../../electron/contract/recipient.ts';
import {PersonCopyButton} from '../../form/person-copy.tsx';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {personalDataText} from '../../text/personal-data.ts';
import {recipientText} from '../../text/recipient.ts';
import {Fold} from '../../ui/fold.tsx';
import {Section} from '../../ui/section.tsx';
import {Consents} from './consents.tsx';
import {Due} from './due.tsx';
import {Merges} from './merges.tsx';
import {HowAdmitted} from './how-admitted.tsx';
import {OfficialForms} from './official-forms.tsx';
import {OldPapers} from './old-papers.tsx';
import {PlanAndJournal} from './plan-and-journal.tsx';
import {Plans} from './plans.tsx';
import {TransferCard} from './transfer-card.tsx';
import {Stays} from './stays.tsx';
import {YearLine} from './year-line.tsx';

/** What is there for this person and what can be done next; the official forms one click away. */
export function Overview({person}: {person: RecipientView}) {
  const [newest] = person.placements;
  return (
    <Stack gap="md">
      <Due recipientId={person.id} />
      <Merges recipientId={person.id} />
      <PlanAndJournal person={person} />
      <div className="recipient-columns">
        <Stack gap="md" style={{minWidth: 0}}>
          <Plans person={person} />
          <Events person={person} />
          <YearLine recipientId={person.id} />
          {newest && <HowAdmitted placementId={newest.placementId} />}
        </Stack>
        <Stack gap="md" style={{minWidth: 0}}>
          <OfficialForms person={person} />
          <FileSummary recipientId={person.id} />
          <TransferCard person={person} />
          {newest && <Stays placementId={newest.placementId} />}
          <Consents recipientId={person.id} />
          <WholeCopy person={person} />
        </Stack>
      </div>
    </Stack>
  );
}

/** For whoever asks what is held on them. */
function WholeCopy({person}: {person: RecipientView}) {
  const {t} = useText();
  const mayCopy = useRight('person-copy');
  if (!mayCopy) return null;
  return (
    <Fold title={t(personalDataText.copyTitle)}>
      <Words size="sm">{t(personalDataText.copyWhy)}</Words>
      <PersonCopyButton recipientId={person.id} name={fullName(person.name)} label={t(personalDataText.copy)} />
    </Fold>
  );
}

function FileSummary({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const write = useRight('file');
  const {data: file} = useCall('file', 'get', {recipientId});
  if (file === undefined) return null;
  return (
    <Section title={t(recipientText.file)}>
      {file === null ? (
        <>
          <Words size="sm">{t(recipientText.noFile)}</Words>
          {write && (
            <Button component={Link} href={paths.file(recipientId)} leftSection={<IconFolder size={16} aria-hidden />}>
              {t(recipientText.openFile)}
            </Button>
          )}
        </>
      ) : (
        <>
          <Words size="sm">
            {[
              recipientText.fileNumber(file.number),
              recipientText.documents(file.documents.length),
              recipientText.sheets(file.sheets ?? file.countedSheets),
            ]
              .map(t)
              .join(' · ')}
          </Words>
          <Button
            component={Link}
            href={paths.file(recipientId)}
            variant="light"
            leftSection={<IconFolder size={16} aria-hidden />}
          >
            {t(recipientText.goToFile)}
          </Button>
        </>
      )}
    </Section>
  );
}

function Events({person}: {person: RecipientView}) {
  const {t} = useText();
  const [newest, ...earlier] = person.placements;
  return (
    <Section title={t(recipientText.events)}>
      {person.events.length === 0 && <Words size="sm">{t(recipientText.noEvents)}</Words>}
      <ol className="recipient-events">
        {person.events.toReversed().map(event => (
          <li key={event.id}>
            <time dateTime={event.happenedOn}>{formatDate(event.happenedOn)}</time>
            <span>
              {t(eventNames[event.kind])}
              {event.orderNumber !== null && `, ${t(recipientText.order(event.orderNumber))}`}
              {[event.reason, event.destination].filter(part => part !== null).map(part => `, ${part}`)}
            </span>
          </li>
        ))}
      </ol>
      {earlier.length > 0 && (
        <>
          <Words size="sm" fw={600}>
            {t(recipientText.earlierRows)}
          </Words>
          <ul className="recipient-events">
            {earlier.map(row => (
              <li key={row.placementId}>
                <span>{t(recipientText.row(row.rowNumber))}</span>
                <span>
                  {row.admitted === null ? '—' : formatDate(row.admitted.on)}
                  {' – '}
                  {lastDay(row)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {newest && <OldPapers placementId={newest.placementId} />}
    </Section>
  );
}

function lastDay(row: RecipientView['placements'][number]): string {
  const left = row.discharged ?? row.transferred;
  return left === null ? '—' : formatDate(left.on);
}
