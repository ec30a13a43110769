/** As a `ref`: puts the keyboard here once the element stands, after a dialog that closes has given it back. */
export function focusSoon(element: HTMLElement | null): void {
  if (element) setTimeout(() => element.focus(), 50);
}
