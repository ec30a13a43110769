import {Paper, Stack, Text as Words, Title, UnstyledButton} from '@mantine/core';
import {IconChevronRight} from '@tabler/icons-react';
import {useId, useState, type ReactNode} from 'react';
import './fold.css';

/** A part of a page that asks nothing now: one line that says what is in it, until it is opened. */
export function Fold({
  title,
  summary,
  startsOpen = false,
  children,
}: {
  title: string;
  summary?: string;
  startsOpen?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const [open, setOpen] = useState(startsOpen);
  return (
    <Paper component="section" withBorder px="md" py="xs" aria-labelledby={id}>
      <Title order={2} size="h5">
        <UnstyledButton id={id} className="fold-head" aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconChevronRight size={16} aria-hidden className="fold-mark" />
          <span>{title}</span>
          {summary !== undefined && (
            <Words component="span" size="sm" c="dimmed" fw={400}>
              {summary}
            </Words>
          )}
        </UnstyledButton>
      </Title>
      {open && (
        <Stack gap="sm" pt="xs" pb={4}>
          {children}
        </Stack>
      )}
    </Paper>
  );
}
