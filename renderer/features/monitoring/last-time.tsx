import {Group, Text as Words, UnstyledButton} from '@mantine/core';
import type {KeyboardEvent, ReactNode} from 'react';
import {useFormContext} from 'react-hook-form';
import {useText} from '../../lib/language.tsx';
import {monitoringText} from '../../text/monitoring.ts';

/** A field with the words of the round before beneath it; Alt+Enter, or the button, takes them over. */
export function WithLastTime({name, last, children}: {name: string; last: string | null; children: ReactNode}) {
  const {t} = useText();
  const {setValue, setFocus} = useFormContext();

  function take(words: string): void {
    setValue(name, words, {shouldDirty: true, shouldTouch: true});
    setFocus(name);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !event.altKey) return;
    event.preventDefault();
    if (last !== null) take(last);
  }

  return (
    <div onKeyDown={onKeyDown}>
      {children}
      {last !== null && (
        <Group gap={6} mt={2} wrap="nowrap" align="baseline">
          <Words size="xs" c="dimmed" className="round-last">
            {t(monitoringText.lastTime)} {last}
          </Words>
          <UnstyledButton
            className="round-last-button"
            title={t(monitoringText.sameAsLastKey)}
            onClick={() => take(last)}
          >
            {t(monitoringText.sameAsLast)}
          </UnstyledButton>
        </Group>
      )}
    </div>
  );
}
