import {SegmentedControl, Text as Words, TextInput, VisuallyHidden} from '@mantine/core';
import {useId} from 'react';
import {useController, useFormContext} from 'react-hook-form';
import type {Text} from '../../../domain/text.ts';
import {useText} from '../../lib/language.tsx';
import {normsText} from '../../text/norms.ts';
import {wordsForProblem} from '../../text/problems.ts';

/** As in the table, where a figure waits for it. */
const noAnswerMark = '?';

/** Yes, no, or not answered: what is not answered is never taken for «no». */
export function FlagAnswer({name, label}: {name: string; label: Text}) {
  const {t} = useText();
  const {field} = useController({name});
  const id = useId();
  return (
    <div className="norms-answer">
      <Words size="sm" id={id}>
        {t(label)}
      </Words>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        value={typeof field.value === 'string' ? field.value : ''}
        onChange={field.onChange}
        onBlur={field.onBlur}
        data={[
          {value: 'yes', label: t(normsText.yes)},
          {value: 'no', label: t(normsText.no)},
          {
            value: '',
            label: (
              <>
                <span aria-hidden="true">{noAnswerMark}</span>
                <VisuallyHidden>{t(normsText.notAnswered)}</VisuallyHidden>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}

/** A number beside its question; what is none is said as soon as the field is left. */
export function NumberAnswer({name, label, hint}: {name: string; label: Text; hint?: Text | undefined}) {
  const {t} = useText();
  const {trigger} = useFormContext();
  const {
    field: {ref, value, onChange, onBlur},
    fieldState,
  } = useController({name});
  const message = fieldState.error?.message;
  return (
    <TextInput
      ref={ref}
      name={name}
      className="norms-answer"
      size="sm"
      label={t(label)}
      description={hint ? t(hint) : undefined}
      inputMode="decimal"
      autoComplete="off"
      value={typeof value === 'string' ? value : ''}
      error={message ? t(wordsForProblem(message)) : undefined}
      onChange={onChange}
      onBlur={() => {
        onBlur();
        void trigger(name);
      }}
    />
  );
}
