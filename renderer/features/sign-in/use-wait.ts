import {useEffect, useState} from 'react';

/** Seconds until an instant (UTC ISO), counted down; 0 when it has passed or there is none. */
export function useWait(until: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  const left = until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
  useEffect(() => {
    if (until === null) return undefined;
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}
