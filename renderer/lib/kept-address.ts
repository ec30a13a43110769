import {useEffect} from 'react';
import {useLocation} from 'wouter';
import {paths} from './paths.ts';

/** An old address of a person who was merged into another goes on to the one who is kept, and leaves no step behind. */
export function useKeptAddress(askedId: string, foundId: string | undefined): void {
  const [location, navigate] = useLocation();
  useEffect(() => {
    if (foundId === undefined || foundId === askedId) return;
    const rest = location.slice(paths.recipient(askedId).length);
    navigate(paths.recipient(foundId) + rest, {replace: true});
  }, [askedId, foundId, location, navigate]);
}
