import {Group, Stack, Text as Words, UnstyledButton} from '@mantine/core';
import type {KeyboardEvent} from 'react';
import {useFormContext, useWatch} from 'react-hook-form';
import {formatDate, isIsoDate} from '../../domain/dates.ts';
import {checkIin, iinHints, iinOffers, type IinHint} from '../../domain/iin.ts';
import {sexes, sexNames} from '../../domain/vocabulary.ts';
import {useText} from '../lib/language.tsx';
import {formText} from '../text/form.ts';
import {wordsForProblem} from '../text/problems.ts';
import {TextField} from './fields.tsx';

/**
 * The IIN. A wrong control digit is said as soon as the number is whole, and is kept only with a reason: the field for
 * it appears then. Where the number does not agree with the date of birth or the sex, that is only remarked; where nothing is entered,
 * what it says is offered: Alt+Enter, or the button, puts it there.
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
  const {formState, getFieldState, setValue} = useFormContext();
  const [typed, reason, born, sex] = useWatch({name: [name, reasonName, bornName ?? name, sexName ?? name]}).map(
    asText,
  );
  const wrongDigit = typed !== undefined && checkIin(typed).kind === 'control-digit';
  const {error} = getFieldState(name, formState);
  const refused = error !== undefined;
  const taken = error?.message === 'iin-taken';
  const known = [
    born !== undefined && isIsoDate(born) ? born : null,
    sexes.find(each => each === sex) ?? null,
  ] as const;
  const hints = iinHints(typed ?? '', ...known);
  // A date that is half typed is not empty: nothing is written over it.
  const offers = iinOffers(typed ?? '', ...known).filter(({field}) =>
    field === 'born' ? bornName !== undefined && born === '' : sexName !== undefined && sex === '',
  );

  function take(): void {
    for (const {field, iinSays} of offers) {
      const into = field === 'born' ? bornName : sexName;
      if (into !== undefined) setValue(into, iinSays, {shouldDirty: true, shouldTouch: true, shouldValidate: true});
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !event.altKey || offers.length === 0) return;
    event.preventDefault();
    take();
  }

  return (
    <Stack gap="xs" onKeyDown={onKeyDown}>
      <TextField name={name} label={formText.iin} hint={formText.iinHint} />
      {wrongDigit && !refused && (
        <Words size="sm" c="var(--tone-late)" role="status">
          {t(wordsForProblem('iin-control-digit'))}
        </Words>
      )}
      {offers.length > 0 && (
        <Group gap={6}>
          <Words size="sm" role="status">
            {t(formText.iinOffers(offers.map(offerText)))}
          </Words>
          <UnstyledButton
            fz="sm"
            td="underline"
            mih={24}
            c="var(--mantine-primary-color-light-color)"
            title={t(formText.iinTakeKey)}
            onClick={take}
          >
            {t(formText.iinTake)}
          </UnstyledButton>
        </Group>
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

function offerText(offer: IinHint) {
  return offer.field === 'born'
    ? formText.iinBorn(formatDate(offer.iinSays))
    : formText.iinSex(sexNames[offer.iinSays]);
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
