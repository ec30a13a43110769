import {useEffect, useState, type ComponentType} from 'react';
import {closeHelp, openHelp, useHelpAsked} from '../lib/help-state.ts';
import type {HelpTarget} from '../lib/help-contents.ts';

type Panel = ComponentType<{screen: HelpTarget}>;

/**
 * The help beside the work, opened with F1 wherever one is. It stands outside of the screens, so that nothing typed in them
 * knows of it; its code and its pages are fetched when it is first opened, also at the door.
 */
export function HelpBeside({screen}: {screen: HelpTarget}) {
  const asked = useHelpAsked();
  const isOpen = asked !== null;
  const [loaded, setLoaded] = useState<{readonly Panel: Panel} | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isInside = document.querySelector('[data-help-panel]:focus-within') !== null;
      if (event.key !== 'F1' && !(event.key === 'Escape' && isInside)) return;
      event.preventDefault();
      // A dialog beside the panel hears the window too, and would close.
      event.stopImmediatePropagation();
      if (isInside) closeHelp();
      else openHelp();
    };
    window.addEventListener('keydown', onKey, {capture: true});
    return () => window.removeEventListener('keydown', onKey, {capture: true});
  }, []);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-help', isOpen);
    if (!isOpen || loaded) return;
    import('../features/help/help-panel.tsx').then(({HelpPanel}) => setLoaded({Panel: HelpPanel}), closeHelp);
  }, [isOpen, loaded]);
  return isOpen && loaded ? <loaded.Panel screen={screen} /> : null;
}
