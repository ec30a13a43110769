import {SimpleGrid} from '@mantine/core';
import {z} from 'zod';
import type {StaffView} from '../../../electron/contract/facility.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {CheckField, DateField} from '../../form/fields.tsx';
import {NormPostFields} from '../../form/norm-post-fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {StaffFields} from '../../form/staff-fields.tsx';
import {normPostRaw, normPostSchema, staffRaw, staffSchema} from '../../form/staff-values.ts';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {staffText} from '../../text/staff.ts';
import {Dialog} from '../../ui/dialog.tsx';

const schema = z.object({...staffSchema.shape, ...normPostSchema.shape, isHead: z.boolean()});

export function StaffDialog({person, onClose}: {person: StaffView | null; onClose: () => void}) {
  const {t} = useText();
  const isStationary = useCall('facility', 'get', {}).data?.type === 'stationary';
  const {run, running} = useCommand('facility', 'saveStaff');
  const value = useDraftForm({
    key: person ? `settings:staff:${person.id}` : 'settings:staff:new',
    schema,
    defaultValues: {...staffRaw(person), ...normPostRaw(person), isHead: person?.isHead ?? false},
    base: person?.stamp ?? null,
  });
  const save = async ({normPost, rateHundredths, ...values}: z.output<typeof schema>) => {
    const norms = isStationary ? {normPost, rateHundredths} : {};
    await run({id: person?.id ?? null, seen: value.draft.base, ...values, ...norms});
    value.draft.settle();
    onClose();
  };
  const title = t(person ? staffText.editTitle : staffText.add);
  return (
    <Dialog onClose={onClose} size="xl" title={title}>
      <DraftForm value={value} onSubmit={save} label={title}>
        <StaffFields />
        <SimpleGrid cols={{base: 1, xs: 2}} spacing="sm">
          <DateField name="startedOn" label={staffText.startedOn} />
          <DateField name="leftOn" label={staffText.leftOn} />
        </SimpleGrid>
        {isStationary && <NormPostFields />}
        <CheckField name="isHead" label={staffText.isHead} />
        <SaveBar draft={value.draft} saving={running} />
      </DraftForm>
    </Dialog>
  );
}
