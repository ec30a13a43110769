import {useEffect, useRef} from 'react';

/** Ctrl+P on a screen that has a paper opens its preview. By the place of the key: layouts differ. */
export function usePrintKey(open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  }, [open]);
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.code !== 'KeyP' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      latest.current();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
