import {Combobox, Text as Words, Textarea, useCombobox} from '@mantine/core';
import {useFormContext} from 'react-hook-form';
import {cleanText} from '../../domain/person.ts';
import type {SuggestedFacility} from '../../electron/contract/reference.ts';
import {useText} from '../lib/language.tsx';
import {useCall} from '../lib/use-call.ts';
import {referenceText} from '../text/reference.ts';
import {asText, remarkUnder, useField, type FieldProps} from './fields.tsx';

/** Fewer letters than these say nothing of a name. */
const fewestLetters = 2;

/**
 * The name of another organisation, typed as before; beneath it those of the registry's list that fit what is typed. Whoever
 * does not take one goes on typing.
 */
export function FacilityNameField({
  onChosen,
  ...props
}: FieldProps & {onChosen: (facility: SuggestedFacility) => void}) {
  const {field, common, t} = useField(props);
  const list = useCombobox({onDropdownClose: () => list.resetSelectedOption()});
  const typed = asText(field.value);
  const {data} = useCall(
    'reference',
    'facilities',
    {typed: typed.slice(0, 200)},
    {enabled: list.dropdownOpened && typed.trim().length >= fewestLetters, keepPrevious: true},
  );
  const found = typed.trim().length >= fewestLetters ? (data?.found ?? []) : [];
  return (
    <Combobox
      store={list}
      shadow="md"
      onOptionSubmit={place => {
        const chosen = found[Number(place)];
        if (chosen !== undefined) onChosen(chosen);
        list.closeDropdown();
      }}
    >
      <Combobox.Target>
        <Textarea
          {...common}
          inputContainer={remarkUnder(common.error ? '' : cleanText(typed))}
          autosize
          minRows={1}
          maxRows={4}
          data-one-line
          value={typed}
          onChange={event => {
            field.onChange(event.currentTarget.value.replaceAll(/\s*\n\s*/g, ' '));
            list.openDropdown();
            list.resetSelectedOption();
          }}
          onBlur={() => {
            list.closeDropdown();
            field.onBlur();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options aria-label={t(referenceText.fromList)}>
          {found.map(({nameKk, nameRu, placeKk, placeRu}, place) => (
            <Combobox.Option key={`${nameKk}\n${placeKk ?? ''}`} value={String(place)}>
              <Words size="sm">{t({kk: nameKk, ru: nameRu})}</Words>
              <Words size="xs" c="dimmed">
                {t({kk: placeKk ?? '', ru: placeRu ?? ''})}
              </Words>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Where somebody came from or went to: often another organisation, named in the language of the screen. */
export function WhereField(props: FieldProps) {
  const {language} = useText();
  const {setValue} = useFormContext();
  return (
    <FacilityNameField
      {...props}
      onChosen={({nameKk, nameRu}) => setValue(props.name, language === 'kk' ? nameKk : nameRu, {shouldDirty: true})}
    />
  );
}
