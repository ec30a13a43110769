import {z} from 'zod';
import {fullName} from '../../../domain/person.ts';
import type {FolderLine} from '../../../electron/contract/binding.ts';
import {AskDialog} from '../../form/ask-dialog.tsx';
import {DateField, NumberField} from '../../form/fields.tsx';
import {raw, typed} from '../../form/typed.ts';
import {today} from '../../lib/clock.ts';
import {useCommand} from '../../lib/use-call.ts';
import {bindingText} from '../../text/binding.ts';

interface MarkDialogProps {
  readonly year: number;
  /** At least one. */
  readonly folders: readonly FolderLine[];
  /** How many sheets the folders have that were made or bound before; of one alone it may be typed. */
  readonly sheets: ReadonlyMap<string, number>;
  readonly onMarked: (count: number) => void;
  readonly onClose: () => void;
}

const date = {boundOn: typed.requiredDate()};
const manySchema = z.object(date);
const oneSchema = z.object({...date, sheets: typed.requiredInteger(1, 99_999)});

/** That folders were bound, signed and sealed: on which day, with how many sheets. */
export function MarkDialog({year, folders, sheets, onMarked, onClose}: MarkDialogProps) {
  const {run} = useCommand('binding', 'markBound');
  const [only] = folders;

  async function mark(boundOn: string, counted: ReadonlyMap<string, number>): Promise<void> {
    const marked = folders.flatMap(({recipientId}) => {
      const count = counted.get(recipientId);
      return count === undefined ? [] : [{recipientId, sheets: count}];
    });
    await run({year, boundOn, folders: marked});
    onMarked(marked.length);
  }

  if (folders.length === 1 && only !== undefined) {
    return (
      <AskDialog
        title={bindingText.markTitle}
        what={bindingText.markOne(fullName(only.name))}
        schema={oneSchema}
        initial={{boundOn: today(), sheets: raw.number(sheets.get(only.recipientId))}}
        confirm={bindingText.mark}
        onConfirm={values => mark(values.boundOn, new Map([[only.recipientId, values.sheets]]))}
        onClose={onClose}
      >
        <DateField name="boundOn" label={bindingText.boundOn} required />
        <NumberField name="sheets" label={bindingText.sheets} required />
      </AskDialog>
    );
  }
  const all = folders.reduce((sum, {recipientId}) => sum + (sheets.get(recipientId) ?? 0), 0);
  return (
    <AskDialog
      title={bindingText.markTitle}
      what={bindingText.markWhat(folders.length, all)}
      schema={manySchema}
      initial={{boundOn: today()}}
      confirm={bindingText.mark}
      onConfirm={values => mark(values.boundOn, sheets)}
      onClose={onClose}
    >
      <DateField name="boundOn" label={bindingText.boundOn} required />
    </AskDialog>
  );
}
