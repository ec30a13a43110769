import './offers.css';
import {Combobox, useCombobox} from '@mantine/core';
import {useId, useState, type KeyboardEvent, type ReactElement} from 'react';
import type {Text} from '../../domain/text.ts';
import {useText} from '../lib/language.tsx';

/** One line that is offered under a field. */
export interface Offer {
  readonly key: string;
  readonly words: string;
  /** Not of the others: set apart, at the end. */
  readonly isAct?: boolean;
  readonly onTake: () => void;
}

/**
 * Lines offered under a text field that stays a text field: arrows choose, Enter or Tab takes what is chosen, Escape closes. While
 * nothing is chosen Enter and Tab do what they always do, so whoever takes nothing goes on typing. (A textarea is a text box
 * and nothing else for those who hear it; the list is tied to it by aria-controls and aria-activedescendant.)
 */
export function useOffers(offers: readonly Offer[]) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const shown = isOpen ? offers : [];
  const at = Math.min(chosen, shown.length - 1);

  function close(): void {
    setIsOpen(false);
    setChosen(-1);
  }

  function take(place: number): void {
    shown[place]?.onTake();
    close();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (shown.length === 0 || event.nativeEvent.isComposing) return;
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const takes = at >= 0 && (event.key === 'Enter' || event.key === 'Tab');
    if (step !== undefined)
      setChosen(at < 0 && step < 0 ? shown.length - 1 : (at + step + shown.length) % shown.length);
    else if (event.key === 'Escape') close();
    else if (takes && !event.altKey && !event.ctrlKey && !event.shiftKey) take(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    id,
    shown,
    at,
    isOpen,
    /** `withFirst`: the first line is chosen at once, because the list was asked for. */
    open(withFirst: boolean): void {
      setIsOpen(true);
      setChosen(withFirst ? 0 : -1);
    },
    close,
    take,
    onKeyDown,
    /** For the field. */
    aria: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': shown.length > 0 ? id : undefined,
      'aria-activedescendant': at >= 0 ? optionId(id, at) : undefined,
      // A dialog around the field stays open when Escape closes the list.
      'data-mantine-stop-propagation': shown.length > 0 || undefined,
    } as const,
  };
}

function optionId(id: string, at: number): string {
  return `${id}-${at}`;
}

export function Offers({
  of: {id, shown, at, take},
  label,
  children,
}: {
  of: ReturnType<typeof useOffers>;
  label: Text;
  children: ReactElement;
}) {
  const {t} = useText();
  const store = useCombobox({opened: shown.length > 0});
  return (
    <Combobox store={store} shadow="md" onOptionSubmit={place => take(Number(place))}>
      <Combobox.Target withKeyboardNavigation={false} withAriaAttributes={false}>
        {children}
      </Combobox.Target>
      <Combobox.Dropdown hidden={shown.length === 0}>
        <Combobox.Options id={id} aria-label={t(label)} mah={280} style={{overflowY: 'auto'}}>
          {shown.map(({key, words, isAct}, place) => (
            <Combobox.Option
              key={key}
              id={optionId(id, place)}
              value={String(place)}
              selected={place === at}
              className={isAct ? 'offer-act' : undefined}
              ref={element => {
                if (place === at) element?.scrollIntoView({block: 'nearest'});
              }}
            >
              {words}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
