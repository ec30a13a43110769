const fields =
  'input:not([type=hidden]):not([disabled]), textarea:not([disabled]), select:not([disabled]), button[type=submit]:not([disabled])';

/** Puts the keyboard into the first field; into a wrong one first, where there is one. */
export function focusFirst(within: HTMLElement | null): void {
  const wrong = within?.querySelector<HTMLElement>('[aria-invalid=true]');
  const first =
    wrong ?? within?.querySelector<HTMLElement>('input:not([type=hidden]):not([disabled]), textarea:not([disabled])');
  // The trap of a dialog may only now be about to put the keyboard somewhere: then here too.
  first?.setAttribute('data-autofocus', '');
  first?.focus();
}

/**
 * Enter goes on to the next field. False where Enter has its own meaning (a new line, an open list, a button) or no
 * field follows: then the browser does what it does.
 */
export function focusNext(within: HTMLElement | null, from: EventTarget): boolean {
  if (!within || !(from instanceof HTMLInputElement || isOneLine(from))) return false;
  if (from.getAttribute('aria-expanded') === 'true') return false;
  const all = [...within.querySelectorAll<HTMLElement>(fields)].filter(
    field => field.offsetParent !== null && field.tabIndex >= 0,
  );
  const next = all[all.indexOf(from) + 1];
  if (!next || next instanceof HTMLButtonElement) return false;
  next.focus();
  if (next instanceof HTMLInputElement && next.type === 'text') next.select();
  return true;
}

/** A `LineField`: it grows, but Enter means no new line in it. */
function isOneLine(element: EventTarget): element is HTMLTextAreaElement {
  return element instanceof HTMLTextAreaElement && element.dataset['oneLine'] !== undefined;
}
