import {z} from 'zod';
import {fullName} from '../../../domain/person.ts';
import type {Arrival} from '../../../electron/contract/transfer.ts';
import {AskDialog} from '../../form/ask-dialog.tsx';
import {DateField, SelectField, TextField} from '../../form/fields.tsx';
import {typed} from '../../form/typed.ts';
import {today} from '../../lib/clock.ts';
import {transferText} from '../../text/transfer.ts';

const schema = z.object({
  /** A recipient's id, or `new`. */
  who: typed.requiredId(),
  status: z.enum(['admitted', 'queued']),
  happenedOn: typed.requiredDate(),
  orderNumber: typed.line(50),
});
export type AcceptValues = z.output<typeof schema>;

/** How one who was handed over comes into our journal; where the person may be known here, it is asked who it is. */
export function AcceptDialog({
  known,
  onAccept,
  onClose,
}: {
  known: Arrival['known'];
  onAccept: (values: AcceptValues) => Promise<void>;
  onClose: () => void;
}) {
  return (
    <AskDialog
      title={transferText.acceptTitle}
      what={transferText.acceptWhat}
      schema={schema}
      initial={{who: known.length === 0 ? 'new' : '', status: 'admitted', happenedOn: today(), orderNumber: ''}}
      confirm={transferText.accept}
      onConfirm={onAccept}
      onClose={onClose}
    >
      {known.length > 0 && (
        <SelectField
          name="who"
          label={transferText.who}
          required
          choices={[
            ...known.map(({recipientId, name}) => ({
              value: recipientId,
              label: transferText.samePerson(fullName(name)),
            })),
            {value: 'new', label: transferText.newPerson},
          ]}
        />
      )}
      <SelectField
        name="status"
        label={transferText.into}
        required
        choices={[
          {value: 'admitted', label: transferText.admitted},
          {value: 'queued', label: transferText.queued},
        ]}
      />
      <DateField name="happenedOn" label={transferText.happenedOn} required />
      <TextField name="orderNumber" label={transferText.orderNumber} />
    </AskDialog>
  );
}
