import {MantineProvider} from '@mantine/core';
import {Notifications} from '@mantine/notifications';
import {QueryClient, QueryClientProvider, useQueryClient} from '@tanstack/react-query';
import {useEffect} from 'react';
import {Router} from 'wouter';
import {useHashLocation} from 'wouter/use-hash-location';
import {onChanged} from '../lib/bridge.ts';
import {askAhead, dropTopics} from '../lib/use-call.ts';
import {SessionGate} from './session-gate.tsx';
import {theme} from './theme.ts';

// The main side is on this computer: an answer is asked again when a command has changed it, never by the clock.
const queries = new QueryClient({
  defaultOptions: {
    queries: {networkMode: 'always', retry: false, staleTime: 0, refetchOnWindowFocus: false},
    mutations: {networkMode: 'always'},
  },
});

// The first question of all need not wait until there is something on the screen.
askAhead(queries, 'session', 'state', {});

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Notifications position="bottom-right" autoClose={5_000} />
      <QueryClientProvider client={queries}>
        <Changes />
        <Router hook={useHashLocation}>
          <SessionGate />
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
