import {Center} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {useCallback, useEffect, useRef, useState} from 'react';
import {useLocation} from 'wouter';
import type {Language} from '../../domain/text.ts';
import type {SessionState} from '../../electron/contract/session.ts';
import {InstallationProblemPage} from '../features/sign-in/installation-problem-page.tsx';
import {SignInPage} from '../features/sign-in/sign-in-page.tsx';
import {LanguageProvider} from '../lib/language.tsx';
import {paths} from '../lib/paths.ts';
import {askAhead, useCall, useCommand} from '../lib/use-call.ts';
import {part} from '../ui/part.tsx';
import {ProblemNote} from '../ui/problem-note.tsx';
import {Waiting} from '../ui/waiting.tsx';

// The door needs little: what stands behind it is fetched while the password is being typed.
const Frame = part(async () => (await import('./frame.tsx')).Frame);
const SetupPage = part(async () => (await import('../features/setup/setup-page.tsx')).SetupPage);

/** Kazakh until somebody has chosen: the state language. */
const first: Language = 'kk';

/** Shows the part of the application that the session's phase allows; keeps the language of the screen. */
export function SessionGate() {
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
  return (
    <LanguageProvider language={chosen ?? session?.language ?? first} setLanguage={setLanguage}>
      {session ? (
        <Phase session={session} />
      ) : (
        <Center mih="100vh" p="xl">
          {error ? <ProblemNote error={error} retry={() => void refetch()} /> : <Waiting />}
        </Center>
      )}
    </LanguageProvider>
  );
}

function Phase({session}: {session: SessionState}) {
  if (session.phase === 'problem') return <InstallationProblemPage session={session} />;
  if (session.phase === 'locked') return <LockedDoor session={session} />;
  if (session.phase === 'fresh' || session.setupStep !== 'done') return <SetupPage session={session} />;
  return <Frame session={session} />;
}

/** Today is asked for as soon as the host lets the person in: its answer and the frame around it are made side by side. */
function LockedDoor({session}: {session: SessionState}) {
  const queries = useQueryClient();
  useEffect(() => Frame.ahead(), []);
  return <SignInPage session={session} onOpen={() => askAhead(queries, 'today', 'get', {})} />;
}

/**
 * When nobody is signed in any more, nothing that was shown stays in memory; and who comes next begins at Today, unless
 * it is the same person.
 */
function useForgetting(session: SessionState | undefined): void {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const last = useRef<string | null>(null);
  const open = session?.phase === 'open';
  const accountId = session?.account?.id ?? null;
  useEffect(() => {
    if (!open) {
      queries.removeQueries({predicate: ({queryKey: [area]}) => area !== 'session'});
    } else if (accountId !== null) {
      if (last.current !== null && last.current !== accountId) navigate(paths.today());
      last.current = accountId;
    }
  }, [open, accountId, queries, navigate]);
}
