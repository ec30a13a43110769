import {TextInput} from '@mantine/core';
import {useState} from 'react';
import {formatDate, parseDate} from '../../domain/dates.ts';
import type {Text} from '../../domain/text.ts';
import {useText} from '../lib/language.tsx';
import {problemText} from '../text/problems.ts';

/** A day as it is typed; it counts once it is one. */
export function TypedDay({
  label,
  day,
  problem = null,
  size = 'sm',
  onDay,
}: {
  label: Text;
  day: string | null;
  problem?: Text | null;
  size?: 'xs' | 'sm';
  onDay: (day: string | null) => void;
}) {
  const {t} = useText();
  const [typed, setTyped] = useState(day === null ? '' : formatDate(day));
  const [isLeft, setIsLeft] = useState(false);
  const read = parseDate(typed);
  const isWrong = isLeft && typed.trim() !== '' && read === null;
  const take = (): void => {
    setIsLeft(true);
    if (typed.trim() === '') onDay(null);
    else if (read !== null) onDay(read);
  };
  const shown = isWrong ? problemText['not-a-date'] : problem;
  return (
    <TextInput
      label={t(label)}
      size={size}
      w={140}
      inputMode="numeric"
      value={typed}
      error={shown && t(shown)}
      onChange={event => {
        setIsLeft(false);
        setTyped(event.currentTarget.value);
      }}
      onBlur={take}
      onKeyDown={event => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
