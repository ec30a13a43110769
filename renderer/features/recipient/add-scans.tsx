import {Alert, Button, FileButton, Group, List, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconPlus} from '@tabler/icons-react';
import {useRef, useState, type DragEvent} from 'react';
import {attachmentTypeOf, attachmentTypes, largestAttachment} from '../../../domain/attachment.ts';
import type {Text} from '../../../domain/text.ts';
import {base64} from '../../lib/base64.ts';
import {client} from '../../lib/bridge.ts';
import {failureText} from '../../lib/failures.ts';
import {useText} from '../../lib/language.tsx';
import {shrinkPicture} from '../../lib/shrink-picture.ts';
import {attachmentText} from '../../text/attachment.ts';
import {wordsForProblem} from '../../text/problems.ts';

interface NotAdded {
  readonly name: string;
  readonly why: Text;
}

/** Adds files one after another, by the button or by dropping them; one that cannot be added stops no other. */
export function AddScans({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const [progress, setProgress] = useState<{done: number; total: number} | null>(null);
  const [failed, setFailed] = useState<readonly NotAdded[]>([]);
  const [isOver, setIsOver] = useState(false);
  const reset = useRef<() => void>(null);

  async function add(files: readonly File[]): Promise<void> {
    if (progress !== null || files.length === 0) return;
    const notAdded: NotAdded[] = [];
    for (const [done, file] of files.entries()) {
      setProgress({done: done + 1, total: files.length});
      const why = await addOne(recipientId, file);
      if (why !== null) notAdded.push({name: file.name, why});
    }
    reset.current?.();
    setProgress(null);
    setFailed(notAdded);
    const added = files.length - notAdded.length;
    if (added > 0) notifications.show({message: t(attachmentText.added(added))});
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    void add([...event.dataTransfer.files]);
  }

  return (
    <>
      <Group
        gap="sm"
        className="recipient-drop"
        data-over={isOver || undefined}
        onDragOver={event => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <FileButton multiple resetRef={reset} accept={attachmentTypes.join(',')} onChange={files => void add(files)}>
          {props => (
            <Button
              {...props}
              size="compact-sm"
              variant="light"
              leftSection={<IconPlus size={14} aria-hidden />}
              disabled={progress !== null}
            >
              {t(attachmentText.add)}
            </Button>
          )}
        </FileButton>
        <Words size="sm" c="dimmed" role="status">
          {t(progress === null ? attachmentText.drop : attachmentText.adding(progress.done, progress.total))}
        </Words>
      </Group>
      {failed.length > 0 && (
        <Alert color="red" title={t(attachmentText.notAdded)} role="alert">
          <List size="sm">
            {failed.map(({name, why}) => (
              <List.Item key={name} style={{overflowWrap: 'anywhere'}}>
                {name}: {t(why)}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}

/** Null: it was added. */
async function addOne(recipientId: string, file: File): Promise<Text | null> {
  try {
    const type = attachmentTypeOf(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
    if (type === undefined) return wordsForProblem('attachment-type');
    const kept = type === 'application/pdf' ? file : await shrinkPicture(file).catch(() => null);
    if (kept === null) return attachmentText.damaged;
    if (kept.size > largestAttachment) return wordsForProblem('attachment-too-large');
    const title = file.name.replace(/\.[^.]+$/u, '').slice(0, 200);
    await client.attachment.add({recipientId, title, documentId: null, bytes: await base64(kept)});
    return null;
  } catch (error) {
    return failureText(error);
  }
}
