import type {KeyboardEvent} from 'react';
import {focusNext} from './focus.ts';

/** Ctrl+Enter and Ctrl+S save, on any layout of the keyboard; Enter goes on to the next field. */
export function onFormKey(event: KeyboardEvent, form: HTMLFormElement | null, save: () => void): void {
  const saves = (event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.code === 'KeyS');
  if (saves) {
    event.preventDefault();
    event.stopPropagation();
    save();
  } else if (event.key === 'Enter' && !event.defaultPrevented && focusNext(form, event.target)) {
    event.preventDefault();
  }
}
