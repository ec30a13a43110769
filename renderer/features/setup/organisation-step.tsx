import {Text as Words} from '@mantine/core';
import {z} from 'zod';
import {organisationTypes} from '../../../domain/vocabulary.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {OrganisationTypeField} from '../../form/facility-fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {typed} from '../../form/typed.ts';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {commonText} from '../../text/common.ts';
import {setupText} from '../../text/setup.ts';
import {Waiting} from '../../ui/waiting.tsx';
import type {FacilityView} from '../../../electron/contract/facility.ts';

const schema = z.object({type: typed.requiredChoice(organisationTypes)});

export function OrganisationStep({next}: {next: () => Promise<void>}) {
  const {data: facility} = useCall('facility', 'get', {});
  return facility === undefined ? <Waiting /> : <OrganisationForm facility={facility} next={next} />;
}

function OrganisationForm({facility, next}: {facility: FacilityView | null; next: () => Promise<void>}) {
  const {t} = useText();
  const {run, running} = useCommand('facility', 'save');
  const value = useDraftForm({
    key: 'setup:organisation',
    schema,
    defaultValues: {type: facility?.type ?? ''},
    base: facility?.stamp ?? null,
  });
  const save = async ({type}: z.output<typeof schema>) => {
    const empty = {kk: '', ru: ''};
    await run({
      seen: value.draft.base,
      type,
      name: facility?.name ?? empty,
      place: facility?.place ?? empty,
      headStaffId: facility?.headStaffId ?? null,
    });
    await next();
  };
  return (
    <DraftForm value={value} onSubmit={save} label={t(setupText.stepNames.organisation)}>
      <Words size="sm">{t(setupText.organisationWhat)}</Words>
      <OrganisationTypeField />
      <SaveBar draft={value.draft} saving={running} label={t(commonText.next)} />
    </DraftForm>
  );
}
