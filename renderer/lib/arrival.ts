import {useEffect, useRef} from 'react';

/** The field that the link to this page named, by its name in the form; `gap`: the first that lacks. Null: none. */
export function arrivalField(): string | null {
  const state: unknown = window.history.state;
  const asked = typeof state === 'object' && state !== null && 'field' in state ? state.field : null;
  return typeof asked === 'string' ? asked : null;
}

/** Goes to that field once, when the form stands there; coming back to the page later begins where every page begins. */
export function useArrival(isReady: boolean, go: (field: string) => void): void {
  const asked = useRef(arrivalField());
  useEffect(() => {
    const field = asked.current;
    if (!isReady || field === null) return;
    asked.current = null;
    window.history.replaceState({...window.history.state, field: null}, '');
    go(field);
  });
}
