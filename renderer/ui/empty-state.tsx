import {Stack, Text as Words, Title} from '@mantine/core';
import type {ReactNode} from 'react';

/** Where there is nothing yet: says so, what to do first, and offers it. */
export function EmptyState({title, what, children}: {title: string; what: string; children?: ReactNode}) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md">
      <Title order={2} size="h4" ta="center">
        {title}
      </Title>
      <Words ta="center" maw={560} c="dimmed">
        {what}
      </Words>
      {children}
    </Stack>
  );
}
