import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app.css';
import './contrast.css';
import {MantineProvider} from '@mantine/core';
import {Notifications} from '@mantine/notifications';
import {QueryClient, QueryClientProvider, useQueryClient} from '@tanstack/react-query';
import {useEffect, useState} from 'react';
import {Router} from 'wouter';
import {useHashLocation} from 'wouter/use-hash-location';
import {firstMatters} from '../../domain/matters.ts';
import {dropTopics} from '../lib/drop-topics.ts';
import {askAhead} from '../lib/use-call.ts';
import {onChanged} from '../lib/wire.ts';
import {SessionGate} from './session-gate.tsx';
import {theme} from './theme.ts';

// The main side is on this computer: an answer is asked again when a command has changed it, never by the clock. What was
// asked for a second ago, for a screen that was being made, is not asked for again.
const queries = new QueryClient({
  defaultOptions: {
    queries: {networkMode: 'always', retry: false, staleTime: 1_000, refetchOnWindowFocus: false},
    mutations: {networkMode: 'always'},
  },
});

/** How somebody came here: let in at the door, or sent on because the password is forgotten; null: no door stood there. */
export type Entered = 'open' | 'forgotten' | null;

export function App({entered}: {entered: Entered}) {
  // The first questions of all need not wait until there is something on the screen.
  useState(() => {
    askAhead(queries, 'session', 'state', {});
    if (entered === 'open') askAhead(queries, 'today', 'get', {limit: firstMatters});
    return true;
  });
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Notifications position="bottom-right" autoClose={5_000} />
      <QueryClientProvider client={queries}>
        <Changes />
        <Router hook={useHashLocation}>
          <SessionGate forgotten={entered === 'forgotten'} />
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** What another window has changed is asked again here. */
function Changes() {
  const queryClient = useQueryClient();
  useEffect(() => onChanged(changed => void dropTopics(queryClient, changed)), [queryClient]);
  return null;
}
