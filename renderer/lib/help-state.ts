import {useSyncExternalStore} from 'react';
import type {HelpTarget} from './help-contents.ts';

/** What of the help is open. It stands outside of every screen: opening it draws nothing of the work anew. */
export interface HelpAsked {
  /** Null: the page of the screen, or the answer to the message that stands there. */
  readonly target: HelpTarget | null;
  /** Words of the messages on the screen when it was asked, the nearest first. */
  readonly messages: readonly string[];
  /** Goes up with every question. */
  readonly count: number;
}

let asked: HelpAsked | null = null;
let count = 0;
/** What had the keyboard before. */
let from: HTMLElement | null = null;
const listeners = new Set<() => void>();

export function openHelp(target: HelpTarget | null = null): void {
  const {activeElement} = document;
  if (asked === null && activeElement instanceof HTMLElement) from = activeElement;
  count += 1;
  asked = {target, messages: target === null ? shownMessages() : [], count};
  tell();
}

/** The keyboard goes back to where it was. */
export function closeHelp(): void {
  asked = null;
  tell();
  if (from?.isConnected) from.focus({preventScroll: true});
  else document.getElementById('main')?.focus();
  from = null;
}

export function useHelpAsked(): HelpAsked | null {
  return useSyncExternalStore(subscribe, () => asked);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** What is said of the field with the keyboard, then what has been reported, the last first. */
function shownMessages(): string[] {
  const field = document.activeElement;
  const described = field?.getAttribute('aria-invalid') === 'true' ? field.getAttribute('aria-describedby') : null;
  const ofField = (described?.split(' ') ?? []).map(id => document.getElementById(id));
  const alerts = [...document.querySelectorAll('[role=alert]')].toReversed();
  return [...ofField, ...alerts].map(element => element?.textContent ?? '').filter(words => words !== '');
}
