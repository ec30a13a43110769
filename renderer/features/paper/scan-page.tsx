import {Button, Group, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconDeviceFloppy} from '@tabler/icons-react';
import {useEffect, useRef, useState} from 'react';
import {decodeBytes} from '../../../electron/contract/bytes.ts';
import {client} from '../../lib/bridge.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {saveBytes} from '../../lib/save-file.ts';
import {useSessionState} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {attachmentText} from '../../text/attachment.ts';
import {paperText} from '../../text/paper.ts';
import {Waiting} from '../../ui/waiting.tsx';
import './paper.css';
import {BackButton, BarNotice, ZoomSelect} from './paper-bar.tsx';
import {usePdf} from './pdf-document.ts';
import {PdfPages, type Zoom} from './pdf-pages.tsx';
import {tellFailure} from '../../lib/tell-failure.tsx';

/** A scan or a picture, as large as the window or larger; nothing of it is written to the disk unless it is saved. */
export function ScanPage({attachmentId: id}: {attachmentId: string}) {
  const {t} = useText();
  const session = useSessionState();
  const {data: scan, error} = useCall('attachment', 'read', {id});
  const isPdf = scan?.mediaType === 'application/pdf';
  const {pdf, failed} = usePdf(isPdf ? (scan.bytes ?? undefined) : undefined);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [page, setPage] = useState(1);
  const [isSpoilt, setIsSpoilt] = useState(false);

  async function save(): Promise<void> {
    if (!scan?.bytes || !session) return;
    try {
      // A page in a browser cannot be asked where to: the browser does that with a download.
      if (session.host === 'loopback') saveBytes(scan.bytes, scan.fileName);
      else if (!(await client.attachment.saveAs({id})).saved) return;
      notifications.show({message: t(attachmentText.saved)});
    } catch (failure) {
      tellFailure(t, failureText(failure));
    }
  }

  return (
    <div className="paper-screen">
      <Group gap="xs" px="sm" py={6} className="paper-bar-last">
        <BackButton otherwise={scan ? paths.recipient(scan.recipientId) : paths.today()} />
        <Words component="h1" fw={600} size="sm" style={{flex: 1, minWidth: 120}} truncate>
          {scan?.title ?? t(attachmentText.title)}
        </Words>
        <Words size="sm" c="dimmed" role="status">
          {pdf ? t(paperText.pageOf(page, pdf.pages)) : ''}
        </Words>
        <ZoomSelect zoom={zoom} onZoom={setZoom} />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          disabled={!scan?.bytes}
          onClick={() => void save()}
        >
          {t(attachmentText.save)}
        </Button>
      </Group>
      {error && <BarNotice color="red" words={t(failureText(error))} />}
      {scan?.bytes === null && <BarNotice color="blue" words={t(attachmentText.notYetWhat)} />}
      {(failed || isSpoilt) && <BarNotice color="red" words={t(attachmentText.unreadable)} />}
      {scan?.bytes && !isPdf && (
        <Picture
          base64={scan.bytes}
          type={scan.mediaType}
          title={scan.title}
          zoom={zoom}
          onSpoilt={() => setIsSpoilt(true)}
        />
      )}
      {pdf && <PdfPages pdf={pdf} zoom={zoom} onPage={setPage} />}
      {!error && !failed && (scan === undefined || (isPdf && scan.bytes !== null && !pdf)) && <Waiting />}
    </div>
  );
}

interface PictureProps {
  readonly base64: string;
  readonly type: string;
  readonly title: string;
  readonly zoom: Zoom;
  readonly onSpoilt: () => void;
}

function Picture({base64, type, title, zoom, onSpoilt}: PictureProps) {
  const {t} = useText();
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([decodeBytes(base64)], {type}));
    image.current?.setAttribute('src', url);
    return () => URL.revokeObjectURL(url);
  }, [base64, type]);
  return (
    // A region that scrolls must be reachable by keyboard.
    <section aria-label={t(attachmentText.picture)} className="paper-scroller scan-scroller" tabIndex={0}>
      <img
        ref={image}
        alt={title}
        className={typeof zoom === 'number' ? 'scan-picture' : `scan-picture scan-picture-${zoom}`}
        style={typeof zoom === 'number' ? {zoom: zoom / 100} : undefined}
        onError={onSpoilt}
      />
    </section>
  );
}
