import {SimpleGrid, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useEffect, useMemo} from 'react';
import {asksContract} from '../../../domain/transfer.ts';
import type {SuggestedFacility} from '../../../electron/contract/reference.ts';
import type {TransferView} from '../../../electron/contract/transfer.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {FacilityNameField} from '../../form/facility-name-field.tsx';
import {CheckField, DateField, TextField} from '../../form/fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {formText} from '../../text/form.ts';
import {transferText} from '../../text/transfer.ts';
import {Section} from '../../ui/section.tsx';
import {InventoryFields} from './inventory-fields.tsx';
import {ReceiverField} from './receiver-field.tsx';
import {isEmptyLine, rawTransfer, transferSchema, type TransferValues} from './transfer-values.ts';

/** What stands on the act and in the inventory, until it is handed over. */
export function TransferEdit({
  transfer,
  onTyped,
}: {
  transfer: TransferView;
  /** Whether what stands in the fields is what is saved. */
  onTyped: (isSaved: boolean) => void;
}) {
  const {t} = useText();
  const values = useMemo(() => rawTransfer(transfer), [transfer]);
  const value = useDraftForm({
    key: `transfer:${transfer.id}`,
    defaultValues: values,
    base: transfer.stamp,
    schema: transferSchema,
  });
  const {draft, form} = value;
  const otherFacilityId = form.watch('otherFacilityId');
  const saving = useCommand('transfer', 'save');
  const isSaved = draft.state === 'clean';
  useEffect(() => onTyped(isSaved), [isSaved, onTyped]);

  const nameFrom = ({nameKk: kk, nameRu: ru}: SuggestedFacility) =>
    form.setValue('other', {kk, ru}, {shouldDirty: true});

  async function save(typed: TransferValues): Promise<void> {
    const inventory = typed.inventory.filter(line => !isEmptyLine(line));
    await saving.run({...typed, inventory, id: transfer.id, seen: draft.base ?? transfer.stamp});
    notifications.show({message: t(formText.saved)});
  }

  return (
    <DraftForm value={value} label={t(transferText.form)} onSubmit={save}>
      <Section title={t(transferText.form)}>
        <SimpleGrid cols={{base: 1, sm: 2}} spacing="sm" verticalSpacing="xs">
          <FacilityNameField name="other.kk" label={transferText.otherKk} required onChosen={nameFrom} />
          <FacilityNameField name="other.ru" label={transferText.otherRu} required onChosen={nameFrom} />
        </SimpleGrid>
        <ReceiverField
          chosen={transfer.otherFacilityId}
          onChosen={name => {
            form.setValue('other', name, {shouldDirty: true});
            form.setValue('outside', false, {shouldDirty: true});
          }}
        />
        {otherFacilityId === '' && <CheckField name="outside" label={transferText.outside} />}
        <Words size="sm" fw={600}>
          {t(transferText.discharge)}
        </Words>
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <TextField name="dischargeOrder" label={transferText.dischargeOrder} required />
          <DateField name="dischargeOn" label={transferText.dischargeOn} required />
        </SimpleGrid>
        <Words size="sm" fw={600}>
          {t(transferText.act)}
        </Words>
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <TextField name="actNumber" label={transferText.actNumber} />
          <DateField name="actOn" label={transferText.actOn} />
          <TextField name="handedBy" label={transferText.handedBy} />
          <TextField name="receivedBy" label={transferText.receivedBy} />
        </SimpleGrid>
        {asksContract(transfer.type) && (
          <>
            <Words size="sm" fw={600}>
              {t(transferText.contract)}
            </Words>
            <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
              <TextField name="contractNumber" label={transferText.contractNumber} />
              <DateField name="contractOn" label={transferText.contractOn} />
            </SimpleGrid>
          </>
        )}
      </Section>
      <InventoryFields />
      <SaveBar draft={draft} saving={saving.running} />
    </DraftForm>
  );
}
