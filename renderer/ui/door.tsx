import {Box, Button, Center, Group, Paper, Stack, Text as Words, Title} from '@mantine/core';
import {useEffect, type ReactNode} from 'react';
import {openHelp} from '../lib/help-state.ts';
import {useText} from '../lib/language.tsx';
import {commonText} from '../text/common.ts';
import {helpText} from '../text/help.ts';
import {LanguageSwitch} from './language-switch.tsx';

/** What is shown before the application is open: one thing in the middle, the language at hand. */
export function Door({
  title,
  children,
  footer,
  width = 480,
}: {
  title: string;
  children: ReactNode;
  footer?: ReactNode;
  width?: number;
}) {
  const {t} = useText();
  useEffect(() => {
    document.title = `${title} — ${t(commonText.productName)}`;
  }, [title, t]);
  return (
    <Box component="main" mih="100dvh" p="md" style={{display: 'flex', flexDirection: 'column'}}>
      <Group justify="space-between">
        <Words fw={700} size="lg">
          {t(commonText.productName)}
        </Words>
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => openHelp()}>
            {t(helpText.open)}
          </Button>
          <LanguageSwitch />
        </Group>
      </Group>
      <Center flex={1} py="lg">
        <Paper withBorder p="xl" w={width} maw="100%">
          <Stack gap="md">
            <Title order={1} size="h3">
              {title}
            </Title>
            {children}
          </Stack>
        </Paper>
      </Center>
      {footer && (
        <Words size="xs" c="dimmed" ta="center" style={{overflowWrap: 'anywhere'}}>
          {footer}
        </Words>
      )}
    </Box>
  );
}
