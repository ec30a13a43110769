import {Code, Stack, Text as Words} from '@mantine/core';
import {useText} from '../../lib/language.tsx';
import {useSessionState} from '../../lib/session.ts';
import {settingsText} from '../../text/settings.ts';
import {LanguageSwitch} from '../../ui/language-switch.tsx';
import {commonText} from '../../text/common.ts';
import {Section} from '../../ui/section.tsx';

export function ThisComputer() {
  const {t} = useText();
  const session = useSessionState();
  if (!session) return null;
  return (
    <Stack gap="md">
      <Section title={t(commonText.language)}>
        <div>
          <LanguageSwitch />
        </div>
      </Section>
      <Section title={t(settingsText.folder)}>
        <Code block>{session.folder}</Code>
        <Words size="sm">{t(settingsText.folderWhat)}</Words>
      </Section>
      <Section title={t(settingsText.version)}>
        <Words size="sm">
          {t(commonText.productName)} {session.version}
          {', '}
          {t(settingsText.hosts[session.host])}
        </Words>
      </Section>
    </Stack>
  );
}
