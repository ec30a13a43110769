import type {KeyboardEvent} from 'react';

/**
 * Up and Down go from one `[data-line]` to the next inside the element that listens, Home and End to the ends.
 * Enter is the line's own: it is a link.
 */
export function moveBetweenLines(event: KeyboardEvent<HTMLElement>): void {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')];
  const at = lines.findIndex(line => line === document.activeElement);
  if (at === -1) return;
  const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1}[event.key];
  const line = to === undefined ? undefined : lines[to];
  if (!line) return;
  event.preventDefault();
  line.focus();
}
