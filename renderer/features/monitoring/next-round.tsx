import {Button, Group, Paper, Stack, Text as Words} from '@mantine/core';
import {IconArrowRight} from '@tabler/icons-react';
import {useEffect, useRef} from 'react';
import {Link} from 'wouter';
import {fullName} from '../../../domain/person.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useBeginRound} from '../../lib/use-begin-round.ts';
import {monitoringText} from '../../text/monitoring.ts';
import {Shortcut} from '../../ui/shortcut.tsx';
import {nextRound} from './due-rounds.ts';
import type {DueRounds} from './use-due-rounds.ts';

interface NextRoundProps {
  readonly due: DueRounds;
  /** Whose rounds were due before this one was closed. */
  readonly order: readonly string[];
  readonly recipientId: string;
  /** The keyboard goes here. */
  readonly hasFocus: boolean;
}

/** After a round: whose is next, and how many are left. Whoever has twenty people does not go back to Today for each. */
export function NextRound({due, order, recipientId, hasFocus}: NextRoundProps) {
  const {t} = useText();
  const {begin, running} = useBeginRound();
  const {next, left} = nextRound(due.rounds, order, recipientId);
  useNextKey(() => {
    if (next !== undefined) void begin(next);
  });
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Words size="sm" role="status">
          {t(left === 0 ? monitoringText.noneLeft : monitoringText.left(left, due.isCut))}
        </Words>
        {next === undefined ? (
          <Button component={Link} href={paths.today()} ref={hasFocus ? focusSoon : undefined}>
            {t(monitoringText.toToday)}
          </Button>
        ) : (
          <Button
            h="auto"
            mih={36}
            py={6}
            styles={{label: {whiteSpace: 'normal'}}}
            ref={hasFocus ? focusSoon : undefined}
            loading={running}
            rightSection={<IconArrowRight size={16} aria-hidden />}
            aria-keyshortcuts="Alt+N"
            onClick={() => void begin(next)}
          >
            {t(monitoringText.next(fullName(next.name)))}
          </Button>
        )}
        {next !== undefined && (
          <Group gap={6}>
            <Shortcut keys={['Alt', 'N']} />
            <Words size="xs" c="dimmed">
              {t(monitoringText.nextHint)}
            </Words>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

/** Alt+N, by the place of the key: layouts differ. Not held down: each person is looked at. */
function useNextKey(go: () => void): void {
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const isNext = event.code === 'KeyN' && event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!isNext) return;
      event.preventDefault();
      if (!event.repeat) latest.current();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
