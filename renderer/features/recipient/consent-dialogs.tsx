import {useWatch} from 'react-hook-form';
import {z} from 'zod';
import {consentGiverNames, consentGivers} from '../../../domain/consent.ts';
import {formatDate} from '../../../domain/dates.ts';
import type {ConsentView} from '../../../electron/contract/consent.ts';
import {AskDialog} from '../../form/ask-dialog.tsx';
import {DateField, ProseField, SelectField, TextField} from '../../form/fields.tsx';
import {raw, typed} from '../../form/typed.ts';
import {today} from '../../lib/clock.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {consentText} from '../../text/consent.ts';
import {formText} from '../../text/form.ts';

const schema = z
  .object({
    givenOn: typed.requiredDate(),
    givenBy: typed.requiredChoice(consentGivers),
    representative: typed.line(300),
    document: typed.line(500),
    attachmentId: typed.id(),
    withdrawnOn: typed.date(),
    note: typed.prose(2_000),
  })
  .refine(({givenBy, representative}) => givenBy !== 'representative' || representative !== null, {
    error: 'required',
    path: ['representative'],
  })
  .refine(({givenOn, withdrawnOn}) => withdrawnOn === null || withdrawnOn >= givenOn, {
    error: 'period-reversed',
    path: ['withdrawnOn'],
  })
  .refine(({givenOn}) => givenOn <= today(), {error: 'date-in-future', path: ['givenOn']});

interface ConsentDialogProps {
  readonly recipientId: string;
  /** Null: a new one. */
  readonly consent: ConsentView | null;
  readonly onClose: () => void;
}

/** Who consented when, by what paper. */
export function ConsentDialog({recipientId, consent, onClose}: ConsentDialogProps) {
  const {run: record} = useCommand('consent', 'record');
  const {run: save} = useCommand('consent', 'save');
  return (
    <AskDialog
      title={consentText.title}
      schema={schema}
      initial={{
        givenOn: consent?.givenOn ?? today(),
        givenBy: consent?.givenBy ?? 'person',
        representative: raw.text(consent?.representative),
        document: raw.text(consent?.document),
        attachmentId: raw.text(consent?.attachmentId),
        withdrawnOn: raw.text(consent?.withdrawnOn),
        note: raw.text(consent?.note),
      }}
      confirm={formText.save}
      onConfirm={values =>
        consent === null ? record({recipientId, ...values}) : save({id: consent.id, seen: consent.stamp, ...values})
      }
      onClose={onClose}
    >
      <DateField name="givenOn" label={consentText.givenOn} required />
      <SelectField
        name="givenBy"
        label={consentText.givenBy}
        required
        choices={consentGivers.map(each => ({value: each, label: consentGiverNames[each]}))}
      />
      <Representative />
      <TextField name="document" label={consentText.document} hint={consentText.documentHint} maxLength={500} />
      <ScanField recipientId={recipientId} />
      {consent !== null && <DateField name="withdrawnOn" label={consentText.withdrawnOn} />}
      <ProseField name="note" label={consentText.note} minRows={2} />
    </AskDialog>
  );
}

function Representative() {
  const givenBy = useWatch<z.input<typeof schema>, 'givenBy'>({name: 'givenBy'});
  if (givenBy !== 'representative') return null;
  return <TextField name="representative" label={consentText.representative} required maxLength={300} />;
}

/** For those who see scans: the others leave what stands there as it is. */
function ScanField({recipientId}: {recipientId: string}) {
  const seesScans = useRight('diagnosis');
  const {data} = useCall('attachment', 'list', {recipientId}, {enabled: seesScans});
  if (!data || data.attachments.length === 0) return null;
  return (
    <SelectField
      name="attachmentId"
      label={consentText.scan}
      hint={consentText.scanHint}
      choices={data.attachments.map(({id, title, addedOn}) => {
        const label = `${title}, ${formatDate(addedOn)}`;
        return {value: id, label: {kk: label, ru: label}};
      })}
    />
  );
}

const withdrawSchema = z.object({on: typed.requiredDate()});

export function WithdrawDialog({consent, onClose}: {consent: ConsentView; onClose: () => void}) {
  const {run} = useCommand('consent', 'save');
  const {id, stamp: seen, ...values} = consent;
  return (
    <AskDialog
      title={consentText.withdraw}
      what={consentText.withdrawWhat}
      schema={withdrawSchema.refine(({on}) => on >= consent.givenOn, {error: 'period-reversed', path: ['on']})}
      initial={{on: today()}}
      confirm={consentText.withdrawYes}
      onConfirm={({on}) => run({id, seen, ...values, withdrawnOn: on})}
      onClose={onClose}
    >
      <DateField name="on" label={consentText.withdrawnOn} required />
    </AskDialog>
  );
}
