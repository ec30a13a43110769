import {Group, Text as Words, UnstyledButton} from '@mantine/core';
import type {KeyboardEvent, ReactNode} from 'react';
import {useFormContext} from 'react-hook-form';
import {useText} from '../../lib/language.tsx';
import {monitoringText} from '../../text/monitoring.ts';

/** A field with the words of the round before beneath it; Alt+Enter, or the button, takes them over. */
export function WithLastTime({name, last, children}: {name: string; last: string | null; children: ReactNode}) {
  const {setValue, setFocus} = useFormContext();

  function take(): void {
    if (last === null) return;
    setValue(name, last, {shouldDirty: true, shouldTouch: true});
    setFocus(name);
  }

  return (
    <div onKeyDown={onLastTimeKey(take)}>
      {children}
      {last !== null && <LastTime words={last} onTake={take} />}
    </div>
  );
}

/** What was said last time, and the button that says it again. */
export function LastTime({words, onTake}: {words: string; onTake: () => void}) {
  const {t} = useText();
  return (
    <Group gap={6} mt={2} wrap="nowrap" align="baseline">
      <Words size="xs" c="dimmed" className="round-last">
        {t(monitoringText.lastTime)} {words}
      </Words>
      <UnstyledButton className="round-last-button" title={t(monitoringText.sameAsLastKey)} onClick={onTake}>
        {t(monitoringText.sameAsLast)}
      </UnstyledButton>
    </Group>
  );
}

/** Alt+Enter; with Shift it is for the whole sheet. */
export function onLastTimeKey(take: () => void): (event: KeyboardEvent) => void {
  return event => {
    if (event.key !== 'Enter' || !event.altKey || event.shiftKey) return;
    event.preventDefault();
    take();
  };
}
