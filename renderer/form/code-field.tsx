import {Combobox, Text as Words, Textarea, useCombobox} from '@mantine/core';
import {useDebouncedValue} from '@mantine/hooks';
import {useState, type ChangeEvent} from 'react';
import {cleanMultiline, cleanText} from '../../domain/person.ts';
import type {Language} from '../../domain/text.ts';
import type {CodeList, SuggestedCode} from '../../electron/contract/reference.ts';
import {useText} from '../lib/language.tsx';
import {useCall} from '../lib/use-call.ts';
import {referenceText} from '../text/reference.ts';
import {asText, remarkUnder, useField, type FieldProps} from './fields.tsx';
import {partAt} from './typed-part.ts';

/** Fewer letters than these say nothing of a word. */
const fewestLetters = 2;
/** Milliseconds without a key until the list is asked for. */
const pause = 150;

interface CodeFieldProps extends FieldProps {
  list: CodeList;
}

/** One line, typed as before; beneath it what of the registry's list begins so. Whoever takes nothing goes on typing. */
export function CodeField({
  list,
  language,
  onChosen,
  maxRows = 4,
  ...props
}: CodeFieldProps & {
  /** Of the words that are written; by default the screen's. */
  language?: Language;
  /** In place of writing the words here. */
  onChosen?: (entry: SuggestedCode) => void;
  maxRows?: number;
}) {
  const {field, common} = useField(props);
  const {language: shown} = useText();
  const value = asText(field.value);
  const suggested = useSuggested(list, value);
  return (
    <Suggestions
      suggested={suggested}
      language={language ?? shown}
      onTaken={entry => (onChosen ? onChosen(entry) : field.onChange(entry[language ?? shown]))}
    >
      <Textarea
        {...common}
        inputContainer={remarkUnder(common.error ? '' : cleanText(value))}
        autosize
        minRows={1}
        maxRows={maxRows}
        data-one-line
        value={value}
        onChange={event => {
          field.onChange(event.currentTarget.value.replaceAll(/\s*\n\s*/g, ' '));
          suggested.open();
        }}
        onBlur={() => {
          suggested.close();
          field.onBlur();
        }}
      />
    </Suggestions>
  );
}

/** Several lines; what is typed in one of them is looked for, and taken with its code: `F20.0, шизофрения`. */
export function CodeProseField({list, minRows, ...props}: CodeFieldProps & {minRows: number}) {
  const {field, common} = useField(props);
  const {language} = useText();
  const value = asText(field.value);
  const [caret, setCaret] = useState(0);
  const part = partAt(value, caret);
  const suggested = useSuggested(list, part.words);
  const write = ({code, ...words}: SuggestedCode): void => {
    const taken = [code, words[language]].filter(each => each !== '').join(', ');
    field.onChange(value.slice(0, part.from) + taken + value.slice(part.to));
  };
  return (
    <Suggestions suggested={suggested} language={language} onTaken={write}>
      <Textarea
        {...common}
        inputContainer={remarkUnder(common.error ? '' : cleanMultiline(value))}
        autosize
        minRows={minRows}
        maxRows={14}
        value={value}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => {
          setCaret(event.currentTarget.selectionStart);
          field.onChange(event);
          suggested.open();
        }}
        onBlur={() => {
          suggested.close();
          field.onBlur();
        }}
      />
    </Suggestions>
  );
}

type Suggested = ReturnType<typeof useSuggested>;

function useSuggested(list: CodeList, words: string) {
  const store = useCombobox({onDropdownClose: () => store.resetSelectedOption()});
  const typed = words.trim().slice(0, 200);
  const [asked] = useDebouncedValue(typed, pause);
  const isEnough = typed.length >= fewestLetters;
  const {data} = useCall(
    'reference',
    'codes',
    {list, typed: asked},
    {enabled: store.dropdownOpened && asked.length >= fewestLetters, keepPrevious: true},
  );
  return {
    store,
    found: isEnough && store.dropdownOpened ? (data?.found ?? []) : [],
    open: () => {
      store.openDropdown();
      store.resetSelectedOption();
    },
    close: () => store.closeDropdown(),
  };
}

function Suggestions({
  suggested: {store, found},
  language,
  onTaken,
  children,
}: {
  suggested: Suggested;
  language: Language;
  onTaken: (entry: SuggestedCode) => void;
  children: React.ReactElement;
}) {
  const {t} = useText();
  return (
    <Combobox
      store={store}
      shadow="md"
      onOptionSubmit={place => {
        const entry = found[Number(place)];
        if (entry !== undefined) onTaken(entry);
        store.closeDropdown();
      }}
    >
      {/* Arrows go through the lines of a text while nothing is suggested. */}
      <Combobox.Target withKeyboardNavigation={found.length > 0}>{children}</Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options aria-label={t(referenceText.fromCodeList)} mah={260} style={{overflowY: 'auto'}}>
          {found.map((entry, place) => (
            <Combobox.Option key={`${entry.code}\n${entry.kk}`} value={String(place)}>
              <Words size="sm">
                {entry.code !== '' && (
                  <Words span size="sm" c="dimmed" mr="xs">
                    {entry.code}
                  </Words>
                )}
                {entry[language]}
              </Words>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
