import {Badge} from '@mantine/core';

/** How a state feels, never the only sign of it: the words stand beside. */
export type Tone = 'calm' | 'good' | 'wait' | 'late' | 'off';

const colours: Record<Tone, string> = {
  calm: 'var(--tone-calm)',
  good: 'var(--tone-good)',
  wait: 'var(--tone-wait)',
  late: 'var(--tone-late)',
  off: 'var(--tone-off)',
};

/** A word for a state, in the language of the screen. */
export function StatusBadge({tone, children}: {tone: Tone; children: string}) {
  return (
    <Badge
      variant="outline"
      size="md"
      radius="sm"
      tt="none"
      fw={500}
      style={{color: colours[tone], borderColor: colours[tone], flexShrink: 0}}
      // A state that is cut is none.
      miw="max-content"
    >
      {children}
    </Badge>
  );
}
