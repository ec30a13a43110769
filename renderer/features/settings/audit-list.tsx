import {Anchor, Button, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState, type ReactNode} from 'react';
import {Link} from 'wouter';
import {detailWords} from '../../../domain/audit-detail-words.ts';
import {auditAction, auditKindNames, programName} from '../../../domain/audit-words.ts';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {AuditLine} from '../../../electron/contract/audit.ts';
import {client} from '../../lib/bridge.ts';
import {clockTime, localDay} from '../../lib/clock.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {saveBytes} from '../../lib/save-file.ts';
import {useCall} from '../../lib/use-call.ts';
import {auditText} from '../../text/audit.ts';
import {DataTable} from '../../ui/data-table.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {AuditFilters, everything, type AuditFilter} from './audit-filters.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

const pageSize = 50;

/** The lines that the filter lets through, newest first, a page at a time. */
export function AuditList({isDesktop}: {isDesktop: boolean}) {
  const {t, language} = useText();
  const [filter, setFilter] = useState<AuditFilter>(everything);

  async function save(): Promise<void> {
    try {
      const wanted = {...filter, language};
      if (isDesktop) {
        if (!(await client.audit.saveExcel(wanted)).saved) return;
      } else {
        const {file, fileName} = await client.audit.excel(wanted);
        saveBytes(file, fileName);
      }
      notifications.show({message: t(auditText.saved)});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  return (
    <Section
      title={t(auditText.list)}
      actions={
        <Button size="xs" variant="default" onClick={() => void save()}>
          {t(auditText.excel)}
        </Button>
      }
    >
      <AuditFilters filter={filter} onFilter={setFilter} />
      <LinesPage key={JSON.stringify(filter)} filter={filter} before={null} />
    </Section>
  );
}

function LinesPage({filter, before}: {filter: AuditFilter; before: number | null}) {
  const {t} = useText();
  const {data, error, refetch} = useCall('audit', 'list', {...filter, before, limit: pageSize});
  const [withEarlier, setWithEarlier] = useState(false);
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const last = data.lines.at(-1);
  if (last === undefined) return before === null && <Words size="sm">{t(auditText.none)}</Words>;
  return (
    <Stack gap="sm">
      <Lines lines={data.lines} />
      {data.more && !withEarlier && (
        <Button variant="default" style={{alignSelf: 'flex-start'}} onClick={() => setWithEarlier(true)}>
          {t(auditText.earlier)}
        </Button>
      )}
      {withEarlier && <LinesPage filter={filter} before={last.seq} />}
    </Stack>
  );
}

function Lines({lines}: {lines: readonly AuditLine[]}) {
  const {t} = useText();
  return (
    <DataTable
      caption={t(auditText.list)}
      rows={lines}
      rowKey={({seq}) => String(seq)}
      columns={[
        {
          key: 'time',
          head: t(auditText.time),
          width: 140,
          cell: ({at}) => `${formatDate(localDay(at))} ${clockTime(at)}`,
        },
        {key: 'who', head: t(auditText.who), width: '20%', cell: ({accountName}) => accountName ?? t(programName)},
        {key: 'kind', head: t(auditText.kind), width: 130, cell: ({kind}) => t(auditKindNames[kind])},
        {key: 'done', head: t(auditText.done), namesRow: true, cell: doneCell},
        {key: 'recipient', head: t(auditText.recipient), width: '22%', cell: recipientCell},
      ]}
    />
  );
}

function doneCell(line: AuditLine): ReactNode {
  return <Done line={line} />;
}

function recipientCell(line: AuditLine): ReactNode {
  return <Recipient line={line} />;
}

function Done({line: {what, detail}}: {line: AuditLine}) {
  const {t} = useText();
  const details = detailWords(detail).map(t).join(', ');
  return (
    <>
      {t(auditAction(what))}
      {details !== '' && (
        <Words size="xs" c="dimmed">
          {details}
        </Words>
      )}
    </>
  );
}

function Recipient({line: {recipientId, name}}: {line: AuditLine}) {
  if (recipientId === null || name === null) return null;
  return (
    <Anchor component={Link} href={paths.recipient(recipientId)} size="sm">
      {fullName(name)}
    </Anchor>
  );
}
