import {useEffect, useState} from 'react';
import type {SessionState} from '../../../electron/contract/session.ts';
import {writeAllDrafts} from '../../form/draft-store.ts';
import {closeHelp} from '../../lib/help-state.ts';
import {useText} from '../../lib/language.tsx';
import {beginTour} from '../../lib/tour.ts';
import {ask} from '../../lib/wire.ts';
import {tourText} from '../../text/tour.ts';
import classes from './help.module.css';

/** The way from the contents into the tour, where there is one to be had. */
export function HelpTour() {
  const {t} = useText();
  const [session, setSession] = useState<SessionState | null>(null);
  const [state, setState] = useState<'idle' | 'running' | 'failed'>('idle');
  useEffect(() => {
    ask({area: 'session', call: 'state', input: {}}).then(
      answer => setSession(answer as SessionState),
      () => setSession(null),
    );
  }, []);
  if (session?.tour !== 'offered') return null;
  const begin = async () => {
    setState('running');
    try {
      await writeAllDrafts();
      await beginTour(session.phase === 'open');
      closeHelp();
    } catch {
      setState('failed');
    }
  };
  return (
    <section>
      <h4>{t(tourText.begin)}</h4>
      <p>{t(tourText.what)}</p>
      {state === 'failed' && <p role="alert">{t(tourText.failed)}</p>}
      <button type="button" className={classes.tour} disabled={state === 'running'} onClick={() => void begin()}>
        {t(state === 'running' ? tourText.beginning : tourText.begin)}
      </button>
    </section>
  );
}
