import {useCallback, useEffect, useState, type ComponentType} from 'react';
import {firstMatters} from '../../domain/matters.ts';
import type {Language} from '../../domain/text.ts';
import type {SessionState} from '../../electron/contract/session.ts';
import {SignInPage} from '../features/sign-in/sign-in-page.tsx';
import {LanguageProvider, useText} from '../lib/language.tsx';
import {trouble} from '../lib/trouble.ts';
import {ask, ConnectionLost, forgetEarly, newCommandId, onChanged, sendEarly} from '../lib/wire.ts';
import {commonText} from '../text/common.ts';
import type {Entered} from './app.tsx';
import classes from './entrance.module.css';
import {HelpBeside} from './help-beside.tsx';

type Application = ComponentType<{entered: Entered}>;

/** Kazakh until somebody has chosen: the state language. */
const first: Language = 'kk';

/**
 * What is shown first: the locked door, of which little is needed, or the application right away. The application is
 * fetched while the password is being typed, and takes over for good when the host has let the person in.
 */
export function Entrance() {
  const [session, setSession] = useState<SessionState | null>(null);
  const [chosen, setChosen] = useState<Language | null>(null);
  const [entered, setEntered] = useState<Entered>(null);
  const [application, setApplication] = useState<{readonly Shown: Application} | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const setLanguage = useCallback((language: Language) => {
    setChosen(language);
    // The screen has changed already; a choice that cannot be kept is asked again at the next start.
    ask({area: 'session', call: 'setLanguage', input: {language}, commandId: newCommandId()}).catch(() => undefined);
  }, []);

  const look = useCallback(() => {
    ask({area: 'session', call: 'state', input: {}}).then(state => setSession(state as SessionState), setFailure);
  }, []);
  const fetchApplication = useCallback(() => {
    import('./app.tsx').then(
      ({App}) => setApplication({Shown: App}),
      (error: unknown) => setFailure(new ConnectionLost(error)),
    );
  }, []);

  const isKnown = session !== null;
  const isInside = application !== null && (entered !== null || (session !== null && session.phase !== 'locked'));
  useEffect(() => {
    if (isInside) return undefined;
    const stop = onChanged(changed => {
      if (changed.some(topic => topic !== 'session')) forgetEarly();
      // Somebody may come in by another window; who came in by this one has asked already.
      if (changed.includes('session') && entered === null) look();
    });
    if (entered === null) look();
    return stop;
  }, [isInside, entered, look]);
  useEffect(() => {
    if (isKnown) afterDrawing(fetchApplication);
  }, [isKnown, fetchApplication]);

  if (isInside) return <application.Shown entered={entered} />;
  const retry = () => {
    setFailure(null);
    look();
    fetchApplication();
  };
  return (
    <LanguageProvider language={chosen ?? session?.language ?? first} setLanguage={setLanguage}>
      <HelpBeside screen="password" />
      {failure !== null && <Trouble failure={failure} retry={retry} />}
      {session?.phase === 'locked' && (
        <SignInPage
          session={session}
          onOpen={() => {
            askAhead();
            setEntered('open');
          }}
          onForgotten={() => setEntered('forgotten')}
        />
      )}
    </LanguageProvider>
  );
}

/** What the application asks first of all is on its way while it is being made. */
function askAhead(): void {
  sendEarly({area: 'session', call: 'state', input: {}});
  sendEarly({area: 'today', call: 'get', input: {limit: firstMatters}});
}

/** The door is on the screen before the work behind it begins. */
function afterDrawing(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}

function Trouble({failure, retry}: {failure: unknown; retry: () => void}) {
  const {t} = useText();
  return (
    <div role="alert" className={classes.trouble}>
      <p>{t(trouble(failure))}</p>
      <button type="button" onClick={retry}>
        {t(commonText.tryAgain)}
      </button>
    </div>
  );
}
