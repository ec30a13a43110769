import {Text as Words} from '@mantine/core';
import type {z} from 'zod';
import type {FacilityView} from '../../../electron/contract/facility.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {FacilityNameFields} from '../../form/facility-fields.tsx';
import {facilityRaw, facilitySchema} from '../../form/facility-values.ts';
import {SaveBar} from '../../form/save-bar.tsx';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {commonText} from '../../text/common.ts';
import {setupText} from '../../text/setup.ts';
import {Waiting} from '../../ui/waiting.tsx';

export function NamesStep({next}: {next: () => Promise<void>}) {
  const {data: facility} = useCall('facility', 'get', {});
  return facility ? <NamesForm facility={facility} next={next} /> : <Waiting />;
}

function NamesForm({facility, next}: {facility: FacilityView; next: () => Promise<void>}) {
  const {t} = useText();
  const {run, running} = useCommand('facility', 'save');
  const value = useDraftForm({
    key: 'setup:names',
    schema: facilitySchema,
    defaultValues: facilityRaw(facility),
    base: facility.stamp,
  });
  const save = async (values: z.output<typeof facilitySchema>) => {
    await run({seen: value.draft.base, ...values, headStaffId: facility.headStaffId});
    await next();
  };
  return (
    <DraftForm value={value} onSubmit={save} label={t(setupText.stepNames.names)}>
      <Words size="sm">{t(setupText.namesWhat)}</Words>
      <FacilityNameFields />
      <SaveBar draft={value.draft} saving={running} label={t(commonText.next)} />
    </DraftForm>
  );
}
