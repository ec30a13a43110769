import {Anchor, Button, Group, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import type {Text} from '../../../domain/text.ts';
import type {AttachmentLine} from '../../../electron/contract/attachment.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {attachmentText, sizeWords} from '../../text/attachment.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {DataTable, type DataColumn} from '../../ui/data-table.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {Section} from '../../ui/section.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {AddScans} from './add-scans.tsx';
import {ScanDialog} from './scan-dialog.tsx';

/** Scans of signed papers and photographs: those that are here, and those that are still on their way. */
export function Scans({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const write = useRight('file');
  const {data, error, refetch} = useCall('attachment', 'list', {recipientId});
  const {run: remove} = useCommand('attachment', 'remove');
  const [edited, setEdited] = useState<AttachmentLine | null>(null);
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const titles = new Map(data.documents.map(({id, title}) => [id, title]));

  return (
    <Section title={t(attachmentText.title)}>
      {data.attachments.length === 0 ? (
        <Words size="sm">{t(attachmentText.none)}</Words>
      ) : (
        <DataTable<AttachmentLine>
          caption={t(attachmentText.title)}
          rows={data.attachments}
          rowKey={scan => scan.id}
          columns={scanColumns({
            t,
            titles,
            write,
            onEdit: setEdited,
            onRemove: scan => remove({id: scan.id, seen: scan.stamp}),
          })}
        />
      )}
      {data.attachments.some(({here}) => !here) && (
        <Words size="sm" c="dimmed">
          {t(attachmentText.notYetWhat)}
        </Words>
      )}
      {write && <AddScans recipientId={recipientId} />}
      {edited && <ScanDialog scan={edited} documents={data.documents} onClose={() => setEdited(null)} />}
    </Section>
  );
}

function whereOf({here, held, size}: AttachmentLine) {
  if (here) return attachmentText.here;
  return held === 0 ? attachmentText.notYet : attachmentText.partly(Math.floor((100 * held) / size));
}

interface ScanColumns {
  readonly t: (words: Text) => string;
  /** Of the lines of the inventory, by their ids. */
  readonly titles: ReadonlyMap<string, string>;
  readonly write: boolean;
  readonly onEdit: (scan: AttachmentLine) => void;
  readonly onRemove: (scan: AttachmentLine) => Promise<unknown>;
}

function scanColumns({t, titles, write, onEdit, onRemove}: ScanColumns): DataColumn<AttachmentLine>[] {
  return [
    {
      key: 'title',
      head: t(attachmentText.name),
      namesRow: true,
      cell: scan => (
        <div style={{overflowWrap: 'anywhere'}}>
          {scan.here ? (
            <Anchor component={Link} href={paths.scan(scan.id)}>
              {scan.title}
            </Anchor>
          ) : (
            scan.title
          )}
          {scan.documentId !== null && (
            <Words size="sm" c="dimmed">
              {titles.get(scan.documentId)}
            </Words>
          )}
        </div>
      ),
    },
    {key: 'date', head: t(attachmentText.addedOn), cell: scan => formatDate(scan.addedOn)},
    {key: 'size', head: t(attachmentText.size), cell: scan => t(sizeWords(scan.size))},
    {key: 'where', head: t(attachmentText.where), cell: scan => t(whereOf(scan))},
    ...(write
      ? [
          {
            key: 'actions',
            head: t(attachmentText.actions),
            cell: (scan: AttachmentLine) => (
              <Group gap={4}>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t(attachmentText.editOf(scan.title))}
                  onClick={() => onEdit(scan)}
                >
                  {t(attachmentText.edit)}
                </Button>
                <ConfirmButton
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t(attachmentText.removeOf(scan.title))}
                  label={t(attachmentText.remove)}
                  question={t(attachmentText.removeQuestion(scan.title))}
                  confirm={t(attachmentText.removeYes)}
                  onConfirm={() => onRemove(scan)}
                />
              </Group>
            ),
          },
        ]
      : []),
  ];
}
