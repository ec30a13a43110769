import {Center} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {useCallback, useEffect, useRef, useState} from 'react';
import {useLocation} from 'wouter';
import {firstMatters} from '../../domain/matters.ts';
import type {Language} from '../../domain/text.ts';
import type {SessionState} from '../../electron/contract/session.ts';
import {InstallationProblemPage} from '../features/sign-in/installation-problem-page.tsx';
import {RecoveryPage} from '../features/sign-in/recovery-page.tsx';
import {RotatingPage} from '../features/sign-in/rotating-page.tsx';
import {SignInPage} from '../features/sign-in/sign-in-page.tsx';
import {CorrectedLabels} from '../lib/corrected-labels.tsx';
import {LanguageProvider} from '../lib/language.tsx';
import {helpOfScreen} from '../lib/help-places.ts';
import {forgetAccount, forgetSession} from '../lib/kept.ts';
import {paths} from '../lib/paths.ts';
import {dropTopics} from '../lib/drop-topics.ts';
import {askAhead, useCall, useCommand} from '../lib/use-call.ts';
import {part} from '../ui/part.tsx';
import {ProblemNote} from '../ui/problem-note.tsx';
import {Waiting} from '../ui/waiting.tsx';
import {Frame} from './frame.tsx';
import {HelpBeside} from './help-beside.tsx';

const SetupPage = part(async () => (await import('../features/setup/setup-page.tsx')).SetupPage);

/** Kazakh until somebody has chosen: the state language. */
const first: Language = 'kk';

/** Shows the part of the application that the session's phase allows; keeps the language of the screen. */
export function SessionGate({forgotten}: {forgotten: boolean}) {
  const {data: session, error, refetch} = useCall('session', 'state', {});
  const {run} = useCommand('session', 'setLanguage');
  const [chosen, setChosen] = useState<Language | null>(null);
  const setLanguage = useCallback(
    (language: Language) => {
      setChosen(language);
      // The screen has changed already; a choice that cannot be kept is asked again at the next start.
      run({language}).catch(() => undefined);
    },
    [run],
  );
  useForgetting(session);
  const [location] = useLocation();
  return (
    <LanguageProvider language={chosen ?? session?.language ?? first} setLanguage={setLanguage}>
      <HelpBeside screen={helpOfScreen(session, location)} />
      {session ? (
        <Phase session={session} forgotten={forgotten} />
      ) : (
        <Center mih="100vh" p="xl">
          {error ? <ProblemNote error={error} retry={() => void refetch()} /> : <Waiting />}
        </Center>
      )}
    </LanguageProvider>
  );
}

function Phase({session, forgotten}: {session: SessionState; forgotten: boolean}) {
  if (session.phase === 'problem') return <InstallationProblemPage session={session} />;
  if (session.phase === 'rotating') return <RotatingPage />;
  if (session.phase === 'locked') return <LockedDoor session={session} wasForgotten={forgotten} />;
  if (session.phase === 'fresh' || session.setupStep !== 'done') return <SetupPage session={session} />;
  return (
    <CorrectedLabels>
      <Frame session={session} />
    </CorrectedLabels>
  );
}

/** Today is asked for as soon as the host lets the person in: its answer and the frame around it are made side by side. */
function LockedDoor({session, wasForgotten}: {session: SessionState; wasForgotten: boolean}) {
  const queries = useQueryClient();
  const [forgotten, setForgotten] = useState(wasForgotten);
  const open = () => {
    void dropTopics(queries, ['session']);
    askAhead(queries, 'today', 'get', {limit: firstMatters});
  };
  return forgotten ? (
    <RecoveryPage session={session} onOpen={open} onBack={() => setForgotten(false)} />
  ) : (
    <SignInPage session={session} onOpen={open} onForgotten={() => setForgotten(true)} />
  );
}

/**
 * When nobody is signed in any more, nothing that was shown or chosen stays in memory; and who comes next begins at Today, unless
 * it is the same person.
 */
function useForgetting(session: SessionState | undefined): void {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const last = useRef<string | null>(null);
  const isKnown = session !== undefined;
  const open = session?.phase === 'open';
  const accountId = session?.account?.id ?? null;
  useEffect(() => {
    // Until the state is known, what was asked ahead stays.
    if (!isKnown) return;
    if (!open) {
      queries.removeQueries({predicate: ({queryKey: [area]}) => area !== 'session'});
      forgetSession();
    } else if (accountId !== null) {
      if (last.current !== null && last.current !== accountId) {
        forgetAccount();
        navigate(paths.today());
      }
      last.current = accountId;
    }
  }, [isKnown, open, accountId, queries, navigate]);
}
