import {Group, Paper, Stack, Title} from '@mantine/core';
import {useId, type ReactNode} from 'react';

/** A part of a page under its own heading. */
export function Section({title, actions, children}: {title: string; actions?: ReactNode; children: ReactNode}) {
  const id = useId();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          {actions}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
