import {useLayoutEffect, useState} from 'react';

/**
 * In what stands only while a dialog is open: the keyboard goes back to where it was, at once, so that not one key that
 * follows is lost. Where that place is gone with what the dialog did, it goes to the page; whoever has taken it keeps it.
 */
export function useKeyboardBack(): void {
  // Asked before anything of the dialog stands: it takes the keyboard as soon as it does.
  const [from] = useState(opener);
  useLayoutEffect(
    () => () =>
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return;
        const back = from?.isConnected ? from : document.getElementById('main');
        back?.focus({preventScroll: true});
      }),
    [from],
  );
}

/** What has the keyboard; for a line of a menu, which goes as it is taken, the button that opened the menu. */
function opener(): HTMLElement | null {
  const {activeElement} = document;
  const button = activeElement?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  return button ? document.getElementById(button) : activeElement instanceof HTMLElement ? activeElement : null;
}
