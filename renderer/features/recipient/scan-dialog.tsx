import {z} from 'zod';
import {text} from '../../../domain/text.ts';
import type {AttachmentLine} from '../../../electron/contract/attachment.ts';
import {AskDialog} from '../../form/ask-dialog.tsx';
import {SelectField, TextField} from '../../form/fields.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {attachmentText} from '../../text/attachment.ts';
import {formText} from '../../text/form.ts';

interface ScanDialogProps {
  readonly scan: AttachmentLine;
  readonly documents: readonly {readonly id: string; readonly title: string}[];
  readonly onClose: () => void;
}

const schema = z.object({
  title: z.string().trim().min(1, {error: 'required'}).max(200, {error: 'too-long'}),
  documentId: z.string(),
});

/** How a scan is called, and which line of the inventory it shows. */
export function ScanDialog({scan, documents, onClose}: ScanDialogProps) {
  const {run} = useCommand('attachment', 'save');
  return (
    <AskDialog
      title={attachmentText.editTitle}
      schema={schema}
      initial={{title: scan.title, documentId: scan.documentId ?? ''}}
      confirm={formText.save}
      onConfirm={({title, documentId}) =>
        run({id: scan.id, seen: scan.stamp, title, documentId: documentId === '' ? null : documentId})
      }
      onClose={onClose}
    >
      <TextField name="title" label={attachmentText.name} required />
      {documents.length > 0 && (
        <SelectField
          name="documentId"
          label={attachmentText.document}
          hint={attachmentText.documentHint}
          clearable
          choices={documents.map(({id, title}) => ({value: id, label: text(title, title)}))}
        />
      )}
    </AskDialog>
  );
}
