import {useCallback, useEffect, useState, type ComponentType} from 'react';
import {ConnectionLost} from '../lib/wire.ts';
import {ProblemNote} from './problem-note.tsx';
import {Waiting} from './waiting.tsx';

/** A part of the application whose code is a file of its own. */
export type Part<Props> = ComponentType<Props> & {
  /** Fetches the code before it is shown; a failure is told where it is shown. */
  readonly ahead: () => void;
};

/**
 * Fetches the code of a component when it is first shown, or ahead of that. Unlike `lazy`, what is there already is drawn
 * at once, and what was fetched is never held back: React keeps the fallback of a Suspense for 300 ms.
 */
export function part<Props extends object>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;

  async function fetch(): Promise<void> {
    try {
      loaded = await load();
    } catch (error) {
      loading = null;
      throw new ConnectionLost(error);
    }
  }

  function once(): Promise<void> {
    loading ??= fetch();
    return loading;
  }

  function Shown(props: Props) {
    const [Component, setComponent] = useState(() => loaded);
    const [error, setError] = useState<unknown>(null);
    const show = useCallback(() => {
      setError(null);
      once().then(() => setComponent(() => loaded), setError);
    }, []);
    useEffect(() => {
      if (!Component) show();
    }, [Component, show]);
    if (Component) return <Component {...props} />;
    return error === null ? <Waiting /> : <ProblemNote error={error} retry={show} />;
  }

  return Object.assign(Shown, {ahead: () => void once().catch(() => undefined)});
}
