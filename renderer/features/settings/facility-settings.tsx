import {Stack} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import type {z} from 'zod';
import type {FacilityView} from '../../../electron/contract/facility.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {FacilityNameFields, OrganisationTypeField} from '../../form/facility-fields.tsx';
import {facilityWithPlacesRaw, facilityWithPlacesSchema} from '../../form/facility-values.ts';
import {NumberField} from '../../form/fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {settingsText} from '../../text/settings.ts';
import {unitText} from '../../text/unit.ts';
import {Waiting} from '../../ui/waiting.tsx';
import {UnitsSettings} from './units-settings.tsx';

export function FacilitySettings() {
  const {data: facility} = useCall('facility', 'get', {});
  if (!facility) return <Waiting />;
  return (
    <Stack gap="md">
      <FacilityForm facility={facility} />
      <UnitsSettings />
    </Stack>
  );
}

function FacilityForm({facility}: {facility: FacilityView}) {
  const {t} = useText();
  const {run, running} = useCommand('facility', 'save');
  const value = useDraftForm({
    key: 'settings:facility',
    schema: facilityWithPlacesSchema,
    defaultValues: facilityWithPlacesRaw(facility),
    base: facility.stamp,
  });
  const save = async (values: z.output<typeof facilityWithPlacesSchema>) => {
    await run({seen: value.draft.base, ...values, headStaffId: facility.headStaffId});
    notifications.show({message: t(settingsText.saved)});
  };
  return (
    <DraftForm value={value} onSubmit={save} autoFocus={false} label={t(settingsText.sections.facility)}>
      <FacilityNameFields />
      <OrganisationTypeField />
      <NumberField name="places" label={unitText.facilityPlaces} hint={unitText.facilityPlacesHint} />
      <SaveBar draft={value.draft} saving={running} />
    </DraftForm>
  );
}
