import {Button, SimpleGrid, Stack, Text as Words, Title} from '@mantine/core';
import {IconBuildingCommunity, IconUsb} from '@tabler/icons-react';
import {useState} from 'react';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {connectText} from '../../text/connect.ts';
import {exchangeText} from '../../text/exchange.ts';
import {Section} from '../../ui/section.tsx';
import {ConnectDialog, type Way} from './connect-dialog.tsx';

/** Nobody to exchange with yet: the ways to find somebody, each in a sentence, and what stays here in any case. */
export function FirstWays() {
  const {t} = useText();
  const isHead = useRight('connection');
  const [way, setWay] = useState<Way | null>(null);
  return (
    <Stack gap="md">
      <div>
        <Title order={2} size="h4">
          {t(connectText.beginTitle)}
        </Title>
        <Words size="sm">{t(connectText.beginWhat)}</Words>
        {!isHead && <Words size="sm">{t(exchangeText.onlyHead)}</Words>}
      </div>
      <SimpleGrid type="container" cols={{'base': 1, '780px': 3}} spacing="md">
        <Section title={t(connectText.registryTitle)}>
          <Words size="sm">{t(connectText.registryWhat)}</Words>
          {isHead && (
            <Button leftSection={<IconBuildingCommunity size={16} aria-hidden />} onClick={() => setWay('registry')}>
              {t(exchangeText.addRegistry)}
            </Button>
          )}
        </Section>
        <Section title={t(connectText.pcTitle)}>
          <Words size="sm">{t(connectText.pcWhat)}</Words>
          {isHead && (
            <Button variant="default" leftSection={<IconUsb size={16} aria-hidden />} onClick={() => setWay('pc')}>
              {t(exchangeText.addPc)}
            </Button>
          )}
        </Section>
        <Section title={t(connectText.stayTitle)}>
          <Words size="sm">{t(connectText.stayWhat)}</Words>
        </Section>
      </SimpleGrid>
      {way !== null && <ConnectDialog way={way} onClose={() => setWay(null)} />}
    </Stack>
  );
}
