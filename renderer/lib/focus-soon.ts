/**
 * As a `ref`: puts the keyboard here once the element stands; after a dialog that is about to close has given it back. Where the
 * person has opened another dialog meanwhile, as the palette with Ctrl+K, the keyboard stays there.
 */
export function focusSoon(element: HTMLElement | null): void {
  if (!element) return;
  const before = dialogWithKeyboard();
  if (before === null) {
    element.focus();
    return;
  }
  setTimeout(() => {
    const now = dialogWithKeyboard();
    if (now === null || now === before) element.focus();
  }, 50);
}

function dialogWithKeyboard(): Element | null {
  return document.activeElement?.closest('[role=dialog]') ?? null;
}
