import {Textarea} from '@mantine/core';
import {useDebouncedValue} from '@mantine/hooks';
import {cleanText} from '../../domain/person.ts';
import type {RepeatedField as Repeated} from '../../electron/contract/typed-before.ts';
import {useCall} from '../lib/use-call.ts';
import {formText} from '../text/form.ts';
import {asText, remarkUnder, useField, type FieldProps} from './fields.tsx';
import {Offers, useOffers} from './offers.tsx';

/** Fewer letters than these say nothing. */
const fewestLetters = 2;
/** Milliseconds without a key until the list is asked for. */
const pause = 150;

/** One line, as `LineField`, in which the same is written for many; what was written before is offered while one types. */
export function RepeatedField({of, ...props}: FieldProps & {of: Repeated}) {
  const {field, common} = useField(props);
  const value = asText(field.value);
  const typed = value.trim().slice(0, 200);
  const [asked] = useDebouncedValue(typed, pause);
  const isEnough = asked.length >= fewestLetters && asked === typed;
  const {data} = useCall('typedBefore', 'find', {field: of, typed: asked}, {enabled: isEnough});
  const found = isEnough ? (data ?? []) : [];
  const offers = useOffers(found.map(words => ({key: words, words, onTake: () => field.onChange(words)})));
  return (
    <Offers of={offers} label={formText.writtenBefore}>
      <Textarea
        {...common}
        {...offers.aria}
        autosize
        minRows={1}
        maxRows={4}
        data-one-line
        inputContainer={remarkUnder(common.error ? '' : cleanText(value))}
        value={value}
        onKeyDown={offers.onKeyDown}
        onChange={event => {
          field.onChange(event.currentTarget.value.replaceAll(/\s*\n\s*/g, ' '));
          offers.open(false);
        }}
        onBlur={() => {
          offers.close();
          field.onBlur();
        }}
      />
    </Offers>
  );
}
