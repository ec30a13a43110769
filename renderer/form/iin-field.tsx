import {Stack} from '@mantine/core';
import {useFormContext, useWatch} from 'react-hook-form';
import {formText} from '../text/form.ts';
import {TextField} from './fields.tsx';

/**
 * The IIN: a wrong control digit is refused, unless the person says why it stands so in the document; then the field for
 * the reason appears. The check is the schema's and the main side's.
 */
export function IinField({name, reasonName}: {name: string; reasonName: string}) {
  const {formState, getFieldState} = useFormContext();
  const reason: unknown = useWatch({name: reasonName});
  const refused = getFieldState(name, formState).error !== undefined;
  return (
    <Stack gap="xs">
      <TextField name={name} label={formText.iin} hint={formText.iinHint} />
      {(refused || (typeof reason === 'string' && reason !== '')) && (
        <TextField name={reasonName} label={formText.iinReason} hint={formText.iinReasonHint} />
      )}
    </Stack>
  );
}
