import {ActionIcon, Textarea} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconTextPlus} from '@tabler/icons-react';
import {useRef, useState, type KeyboardEvent} from 'react';
import {cleanMultiline} from '../../domain/person.ts';
import {findPhrases, languageOf, type FoundPhrase, type PhrasePlace} from '../../domain/phrases/phrase.ts';
import type {ServiceType} from '../../domain/vocabulary.ts';
import {failureText} from '../lib/failures.ts';
import {useText} from '../lib/language.tsx';
import {useCall, useCommand} from '../lib/use-call.ts';
import {phraseText} from '../text/phrase.ts';
import {asText, remarkUnder, useField, type FieldProps} from './fields.tsx';
import {Offers, useOffers, type Offer} from './offers.tsx';
import {partAt, type TypedPart} from './typed-part.ts';
import {tellFailure} from '../lib/tell-failure.tsx';

/** Fewer letters than these say nothing of a phrase, and less is no phrase to keep. */
const fewest = {typed: 3, kept: 5};
/** Under somebody who types on: no more than one takes in at a glance. */
const mostWhileTyping = 5;

/**
 * Several lines, as `ProseField`, into which the organisation's phrases can be put: what fits is offered while one types, and
 * Ctrl+Space shows all. What is typed stays what it is until a phrase is taken.
 */
export function PhraseField({
  serviceType,
  place,
  minRows = 1,
  ...props
}: FieldProps & {serviceType: ServiceType; place: PhrasePlace; minRows?: number}) {
  const {field, common, t} = useField(props);
  const {language} = useText();
  const element = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  /** Asked for by key or button, and not by the way. */
  const [isAsked, setIsAsked] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const {data: phrases} = useCall('phrase', 'list', {}, {enabled: wasOpened});
  const using = useCommand('phrase', 'used');
  const keeping = useCommand('phrase', 'save');
  const value = asText(field.value);
  const part = partAt(value, caret);
  const offers = useOffers(offered());

  function offered(): Offer[] {
    if (phrases === undefined) return [];
    const typed = part.words.trim();
    const find = (words: string) => findPhrases(phrases, {serviceType, place, typed: words, language});
    const fitting = find(typed);
    if (!isAsked) {
      if (typed.length < fewest.typed || fitting.some(({words}) => words === typed)) return [];
      return fitting.slice(0, mostWhileTyping).map(found => asOffer(found, part));
    }
    const after = {from: value.length, to: value.length, words: ''};
    const lines =
      fitting.length > 0 ? fitting.map(found => asOffer(found, part)) : find('').map(found => asOffer(found, after));
    const isKnown = find('').some(({phrase}) => phrase.text.kk === typed || phrase.text.ru === typed);
    return typed.length < fewest.kept || isKnown ? lines : [...lines, keepingOffer(typed)];
  }

  function asOffer(found: FoundPhrase, instead: TypedPart): Offer {
    return {key: found.phrase.id, words: found.words, onTake: () => take(found, instead)};
  }

  function keepingOffer(words: string): Offer {
    return {key: 'keep', words: t(phraseText.keep(words)), isAct: true, onTake: () => void keep(words)};
  }

  function take({phrase, words}: FoundPhrase, {from, to}: TypedPart): void {
    const before = value.slice(0, from);
    const start = from === value.length && before.trim() !== '' && !/[\n;]\s*$/u.test(before) ? `${before}\n` : before;
    field.onChange(start + words + value.slice(to));
    const end = start.length + words.length;
    setCaret(end);
    requestAnimationFrame(() => element.current?.setSelectionRange(end, end));
    // How often it is used only puts it higher in the list.
    using.run({id: phrase.id}).catch(() => undefined);
  }

  async function keep(words: string): Promise<void> {
    const written = languageOf(words, language);
    const text = {kk: '', ru: '', [written]: words};
    try {
      await keeping.run({id: null, seen: null, serviceType, place, text});
      notifications.show({message: t(phraseText.kept)});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }

  function open(asked: boolean): void {
    setIsAsked(asked);
    setWasOpened(true);
    setCaret(element.current?.selectionStart ?? 0);
    offers.open(asked);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.code !== 'Space' || !event.ctrlKey) return offers.onKeyDown(event);
    event.preventDefault();
    open(true);
  }

  return (
    <Offers of={offers} label={phraseText.offered}>
      <Textarea
        {...common}
        {...offers.aria}
        ref={mounted => {
          element.current = mounted;
          field.ref(mounted);
        }}
        className="phrase-field"
        inputContainer={remarkUnder(common.error ? '' : cleanMultiline(value))}
        autosize
        minRows={minRows}
        maxRows={14}
        value={value}
        onKeyDown={onKeyDown}
        onChange={event => {
          field.onChange(event);
          open(false);
        }}
        onBlur={() => {
          offers.close();
          field.onBlur();
        }}
        rightSectionProps={{className: 'phrase-button', style: {alignItems: 'flex-start', paddingTop: 4}}}
        rightSection={
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            // The keyboard has Ctrl+Space for it.
            tabIndex={-1}
            aria-label={t(phraseText.show)}
            title={t(phraseText.showHint)}
            onMouseDown={event => event.preventDefault()}
            onClick={() => {
              element.current?.focus();
              open(true);
            }}
          >
            <IconTextPlus size={15} aria-hidden />
          </ActionIcon>
        }
      />
    </Offers>
  );
}
