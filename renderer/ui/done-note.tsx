import {Button, Group, Text as Words} from '@mantine/core';

/** What was done, said in passing, with the way back. In words of the language that is on: a message stands outside the page. */
export function DoneNote({words, back, onUndo}: {words: string; back: string; onUndo: () => void}) {
  return (
    <Group justify="space-between" gap="xs">
      <Words size="sm">{words}</Words>
      <Button size="compact-xs" variant="light" onClick={onUndo}>
        {back}
      </Button>
    </Group>
  );
}
