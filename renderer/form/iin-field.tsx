import {Stack, Text as Words} from '@mantine/core';
import {useFormContext, useWatch} from 'react-hook-form';
import {formatDate, isIsoDate} from '../../domain/dates.ts';
import {checkIin, iinHints, type IinHint} from '../../domain/iin.ts';
import {sexes, sexNames} from '../../domain/vocabulary.ts';
import {useText} from '../lib/language.tsx';
import {formText} from '../text/form.ts';
import {wordsForProblem} from '../text/problems.ts';
import {TextField} from './fields.tsx';

/**
 * The IIN. A wrong control digit is said as soon as the number is whole, and is kept only with a reason: the field for
 * it appears then. Where the number does not agree with the date of birth or the sex, that is only remarked.
 */
export function IinField({
  name,
  reasonName,
  bornName,
  sexName,
}: {
  name: string;
  reasonName: string;
  bornName?: string;
  sexName?: string;
}) {
  const {t} = useText();
  const {formState, getFieldState} = useFormContext();
  const [typed, reason, born, sex] = useWatch({name: [name, reasonName, bornName ?? name, sexName ?? name]}).map(
    asText,
  );
  const wrongDigit = typed !== undefined && checkIin(typed).kind === 'control-digit';
  const {error} = getFieldState(name, formState);
  const refused = error !== undefined;
  const taken = error?.message === 'iin-taken';
  const hints = iinHints(
    typed ?? '',
    born !== undefined && isIsoDate(born) ? born : null,
    sexes.find(each => each === sex) ?? null,
  );
  return (
    <Stack gap="xs">
      <TextField name={name} label={formText.iin} hint={formText.iinHint} />
      {wrongDigit && !refused && (
        <Words size="sm" c="var(--tone-late)" role="status">
          {t(wordsForProblem('iin-control-digit'))}
        </Words>
      )}
      {hints.map(hint => (
        <Words key={hint.field} size="sm" c="var(--tone-wait)" role="status">
          {t(hintText(hint))}
        </Words>
      ))}
      {(wrongDigit || taken || (reason !== undefined && reason !== '')) && (
        <TextField name={reasonName} label={formText.iinReason} hint={formText.iinReasonHint} />
      )}
    </Stack>
  );
}

function hintText(hint: IinHint) {
  return hint.field === 'born'
    ? formText.iinSaysBorn(formatDate(hint.iinSays))
    : formText.iinSaysSex(sexNames[hint.iinSays]);
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
