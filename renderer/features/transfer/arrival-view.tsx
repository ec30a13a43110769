import {Alert, Anchor, Stack, Text as Words} from '@mantine/core';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import {asksContract} from '../../../domain/transfer.ts';
import {measurePeriodNames, serviceTypeNames} from '../../../domain/vocabulary.ts';
import type {ArchiveContent} from '../../../electron/contract/archive.ts';
import type {Arrival} from '../../../electron/contract/transfer.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {recipientText} from '../../text/recipient.ts';
import {transferText} from '../../text/transfer.ts';
import {Section} from '../../ui/section.tsx';
import {Facts, Inventory, paperFacts} from './transfer-facts.tsx';
import './transfer.css';

/** What a received file holds, to be looked through. */
export function ArrivalView({arrival, isDecided}: {arrival: Arrival; isDecided: boolean}) {
  const {t} = useText();
  const {content, isForUs, known} = arrival;
  const {sender, person, file} = content;
  return (
    <Stack gap="md">
      {!isDecided && !isForUs && (
        <Alert color="yellow" py="xs" role="status">
          {t(transferText.notForUs)}
        </Alert>
      )}
      {!isDecided && known.length > 0 && (
        <Alert color="orange" py="xs" title={t(transferText.known)} role="status">
          <ul className="transfer-list">
            {known.map(each => (
              <li key={each.recipientId}>
                <Anchor component={Link} href={paths.recipient(each.recipientId)} size="sm">
                  {fullName(each.name)}
                </Anchor>
                {t(transferText.beside(transferText.knownBy[each.by]))}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Section title={t(transferText.facts)}>
        <Facts
          of={[
            [transferText.name, fullName(person.name)],
            [transferText.born, person.bornOn === null ? null : formatDate(person.bornOn)],
            [transferText.address, person.address],
            [transferText.phone, person.phone],
            [transferText.diagnosis, person.diagnosis],
            [transferText.theirFile, file === null ? null : `№ ${file.number}`],
            [transferText.admittedThere, content.admittedOn === null ? null : formatDate(content.admittedOn)],
          ]}
        />
      </Section>
      <Section title={t(transferText.form)}>
        <Facts
          of={[
            [transferText.from, t(sender.name)],
            ...paperFacts(content),
            ...(asksContract(sender.type)
              ? [[transferText.contract, transferText.numbered(content.contractNumber, content.contractOn)] as const]
              : []),
          ]}
        />
        <Inventory lines={content.inventory} />
      </Section>
      <Section title={t(transferText.attached)}>
        <ol className="transfer-list">
          {content.papers.map(paper => (
            <li key={paper.part}>
              {[
                t(paper.name),
                ...(paper.date === null ? [] : [formatDate(paper.date)]),
                t(transferText.sheetsOf(paper.sheets)),
              ].join(', ')}
            </li>
          ))}
        </ol>
        {content.plans.map(plan => (
          <Plan key={`${plan.periodFrom} ${plan.revision}`} plan={plan} />
        ))}
      </Section>
    </Stack>
  );
}

/** The measures in words; signatures and monitoring are read on the paper. */
function Plan({plan}: {plan: ArchiveContent['plans'][number]}) {
  const {t} = useText();
  const measureWords = ({text, volume, period}: ArchiveContent['plans'][number]['measures'][number]): string[] => [
    text,
    ...(volume === null ? [] : [volume]),
    ...(period === null ? [] : [t(measurePeriodNames[period])]),
  ];
  const day = (date: string | null) => (date === null ? '—' : formatDate(date));
  const title = [
    `${t(recipientText.plan)} ${day(plan.periodFrom)} – ${day(plan.periodTo)}`,
    ...(plan.revision === 0 ? [] : [t(recipientText.revision(plan.revision))]),
    ...(plan.rounds.length === 0
      ? []
      : [`${t(recipientText.monitoring)}: ${t(recipientText.rounds(plan.rounds.length))}`]),
  ].join(', ');
  return (
    <div>
      <Words size="sm" fw={600}>
        {title}
      </Words>
      <ul className="transfer-list">
        {plan.measures.map((measure, index) => (
          // A paper of somebody else: nothing in it moves.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            {t(transferText.measure(serviceTypeNames[measure.serviceType], measureWords(measure).join(', ')))}
          </li>
        ))}
      </ul>
    </div>
  );
}
