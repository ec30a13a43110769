import {Text as Words} from '@mantine/core';
import type {z} from 'zod';
import type {numbering} from '../../../electron/contract/facility.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {NumberingFields, numberingRaw, numberingSchema} from '../../form/numbering-fields.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {setupText} from '../../text/setup.ts';
import {Waiting} from '../../ui/waiting.tsx';

export function NumberingStep({next}: {next: () => Promise<void>}) {
  const {data: numbers} = useCall('facility', 'numbering', {});
  return numbers ? <NumberingForm numbers={numbers} next={next} /> : <Waiting />;
}

function NumberingForm({numbers, next}: {numbers: z.output<typeof numbering>; next: () => Promise<void>}) {
  const {t} = useText();
  const {run, running} = useCommand('facility', 'saveNumbering');
  const value = useDraftForm({
    key: 'setup:numbering',
    schema: numberingSchema,
    defaultValues: numberingRaw(numbers),
    base: null,
  });
  const save = async (values: z.output<typeof numberingSchema>) => {
    await run(values);
    await next();
  };
  return (
    <DraftForm value={value} onSubmit={save} label={t(setupText.stepNames.numbering)}>
      <Words size="sm">{t(setupText.numberingWhat)}</Words>
      <NumberingFields />
      <SaveBar draft={value.draft} saving={running} label={t(setupText.finish)} />
    </DraftForm>
  );
}
