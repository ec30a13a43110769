import {Anchor, Stack, Text as Words} from '@mantine/core';
import {Link} from 'wouter';
import {formNames, paperStateNames, printLanguageNames} from '../../../domain/record-value-words.ts';
import {formatDate} from '../../../domain/dates.ts';
import type {Text} from '../../../domain/text.ts';
import type {PaperLine, printLine} from '../../../electron/contract/paper.ts';
import type {z} from 'zod';
import {clockTime, localDay} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {bindingText} from '../../text/binding.ts';
import {printingText} from '../../text/printing.ts';
import {recipientText} from '../../text/recipient.ts';
import {DataTable, type DataColumn} from '../../ui/data-table.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {Scans} from './scans.tsx';

type PrintLine = z.output<typeof printLine>;
type Say = (words: Text) => string;

/** The frozen papers of a person, shown for ever as they were approved, the scans, and what was printed, when, by whom. */
export function PapersTab({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const seesScans = useRight('diagnosis');
  const papers = useCall('paper', 'list', {recipientId});
  const prints = useCall('paper', 'prints', {recipientId});
  const error = papers.error ?? prints.error;
  if (error) return <ProblemNote error={error} retry={() => void papers.refetch()} />;
  if (!papers.data || !prints.data) return <Waiting />;
  return (
    <Stack gap="md">
      <Section
        title={t(recipientText.frozenPapers)}
        actions={
          <Anchor component={Link} href={paths.binding()} size="sm">
            {t(bindingText.title)}
          </Anchor>
        }
      >
        {papers.data.length === 0 ? (
          <Words size="sm">{t(recipientText.noPapers)}</Words>
        ) : (
          <DataTable<PaperLine>
            caption={t(recipientText.frozenPapers)}
            rows={papers.data}
            rowKey={paper => paper.id}
            columns={paperColumns(t)}
          />
        )}
      </Section>
      {seesScans && <Scans recipientId={recipientId} />}
      <Section
        title={t(recipientText.register)}
        actions={
          <Anchor component={Link} href={paths.printRegister(recipientId)} size="sm">
            {t(printingText.register)}
          </Anchor>
        }
      >
        {prints.data.length === 0 ? (
          <Words size="sm">{t(recipientText.noPrints)}</Words>
        ) : (
          <DataTable<PrintLine>
            caption={t(recipientText.register)}
            rows={prints.data}
            rowKey={print => print.id}
            columns={printColumns(t)}
          />
        )}
      </Section>
    </Stack>
  );
}

function paperColumns(t: Say): DataColumn<PaperLine>[] {
  return [
    {
      key: 'form',
      head: t(recipientText.paperForm),
      namesRow: true,
      cell: paper => (
        <Anchor component={Link} href={paths.paper({kind: 'frozen', paperId: paper.id})}>
          {t(formNames[paper.form])}
        </Anchor>
      ),
    },
    {key: 'revision', head: t(recipientText.paperRevision), cell: paper => paper.revision},
    {key: 'date', head: t(recipientText.legalDate), cell: paper => formatDate(paper.legalDate)},
    {key: 'frozen', head: t(recipientText.frozenAt), cell: paper => moment(paper.frozenAt)},
  ];
}

function printColumns(t: Say): DataColumn<PrintLine>[] {
  return [
    {
      key: 'form',
      head: t(recipientText.paperForm),
      namesRow: true,
      cell: ({form, paperId}) =>
        paperId === null ? (
          t(formNames[form])
        ) : (
          <Anchor component={Link} href={paths.paper({kind: 'frozen', paperId})}>
            {t(formNames[form])}
          </Anchor>
        ),
    },
    {key: 'state', head: t(recipientText.printedState), cell: print => t(paperStateNames[print.state])},
    {key: 'language', head: t(recipientText.printedLanguage), cell: print => t(printLanguageNames[print.language])},
    {
      key: 'how',
      head: t(recipientText.printedHow),
      cell: print => t(print.how === 'printed' ? recipientText.printed : recipientText.savedAsFile),
    },
    {key: 'when', head: t(recipientText.printedAt), cell: print => moment(print.printedAt)},
    {key: 'who', head: t(recipientText.printedBy), cell: print => print.accountName},
  ];
}

function moment(instant: string): string {
  return `${formatDate(localDay(instant))} ${clockTime(instant)}`;
}
