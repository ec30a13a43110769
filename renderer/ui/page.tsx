import {Box, Group, Stack, Title} from '@mantine/core';
import {useEffect, type ReactNode} from 'react';
import {commonText} from '../text/common.ts';
import {useText} from '../lib/language.tsx';

/** One screen: what it is, in the language of the screen already, or of whom it is, or both. */
export function Page({
  title,
  person,
  actions,
  aside,
  children,
  wide = false,
  scrolls = false,
}: {
  title?: string;
  /** Stands before the title on the screen alone: browsers write the title of a window into their history. */
  person?: string;
  actions?: ReactNode;
  /** Beside the content, at the right. */
  aside?: ReactNode;
  children: ReactNode;
  /** The whole width, for tables; else as wide as one reads, and a little more where something stands beside. */
  wide?: boolean;
  /** Scrolls as a whole where it is higher than the window; else a wide one fills it, and a list in it scrolls. */
  scrolls?: boolean;
}) {
  const {t} = useText();
  useEffect(() => {
    const productName = t(commonText.productName);
    document.title = title === undefined ? productName : `${title} — ${productName}`;
  }, [title, t]);
  return (
    <Stack gap="md" maw={wide ? undefined : aside ? 1280 : 1100} h={wide && !scrolls ? '100%' : undefined}>
      {/* Where there is no room beside the title, as with large letters, the actions stand below it. */}
      <Group justify="space-between" align="center" gap="md">
        <Title order={1} size="h3" style={{flex: '1 1 18rem', minWidth: 0, overflowWrap: 'anywhere'}}>
          {[person, title].filter(Boolean).join('. ')}
        </Title>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {aside ? (
        <Group align="flex-start" gap="lg" wrap="wrap-reverse">
          <Box style={{flex: '1 1 32rem', minWidth: 0}}>{children}</Box>
          <Box component="aside" w={300} style={{flexGrow: 0, flexShrink: 0}}>
            {aside}
          </Box>
        </Group>
      ) : (
        children
      )}
    </Stack>
  );
}
