import {Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import type {z} from 'zod';
import type {numbering} from '../../../electron/contract/facility.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {NumberingFields, numberingRaw, numberingSchema} from '../../form/numbering-fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {settingsText} from '../../text/settings.ts';
import {Waiting} from '../../ui/waiting.tsx';

export function NumberingSettings() {
  const {data: numbers} = useCall('facility', 'numbering', {});
  return numbers ? <NumberingForm numbers={numbers} /> : <Waiting />;
}

function NumberingForm({numbers}: {numbers: z.output<typeof numbering>}) {
  const {t} = useText();
  const {run, running} = useCommand('facility', 'saveNumbering');
  const value = useDraftForm({
    key: 'settings:numbering',
    schema: numberingSchema,
    defaultValues: numberingRaw(numbers),
    base: null,
  });
  const save = async (values: z.output<typeof numberingSchema>) => {
    await run(values);
    notifications.show({message: t(settingsText.saved)});
  };
  return (
    <DraftForm value={value} onSubmit={save} autoFocus={false} label={t(settingsText.sections.numbering)}>
      <Words size="sm">{t(settingsText.numberingWhat)}</Words>
      <NumberingFields />
      <SaveBar draft={value.draft} saving={running} />
    </DraftForm>
  );
}
