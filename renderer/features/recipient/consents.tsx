import {Anchor, Button, Group, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {consentGiverNames} from '../../../domain/consent.ts';
import type {ConsentView} from '../../../electron/contract/consent.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {consentText} from '../../text/consent.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {Section} from '../../ui/section.tsx';
import {ConsentDialog, WithdrawDialog} from './consent-dialogs.tsx';

type Asked = 'new' | {readonly what: 'correct' | 'withdraw'; readonly consent: ConsentView};

/** Consents to the processing of the person's data; nothing waits for one. */
export function Consents({recipientId}: {recipientId: string}) {
  const {t} = useText();
  const write = useRight('person');
  const {data} = useCall('consent', 'list', {recipientId});
  const [asked, setAsked] = useState<Asked | null>(null);
  if (!data) return null;
  const close = () => setAsked(null);
  return (
    <Section title={t(consentText.title)}>
      {data.consents.length === 0 ? (
        <Words size="sm">{t(consentText.none)}</Words>
      ) : (
        <Stack gap="sm" component="ul" m={0} p={0} style={{listStyle: 'none'}}>
          {data.consents.map(consent => (
            <li key={consent.id}>
              <Facts consent={consent} />
              {write && <Actions consent={consent} onAsk={what => setAsked({what, consent})} />}
            </li>
          ))}
        </Stack>
      )}
      {write && (
        <Button size="xs" variant="light" onClick={() => setAsked('new')}>
          {t(consentText.record)}
        </Button>
      )}
      {asked === 'new' && <ConsentDialog recipientId={recipientId} consent={null} onClose={close} />}
      {asked !== null && asked !== 'new' && asked.what === 'correct' && (
        <ConsentDialog recipientId={recipientId} consent={asked.consent} onClose={close} />
      )}
      {asked !== null && asked !== 'new' && asked.what === 'withdraw' && (
        <WithdrawDialog consent={asked.consent} onClose={close} />
      )}
    </Section>
  );
}

function Facts({consent}: {consent: ConsentView}) {
  const {t} = useText();
  const seesScans = useRight('diagnosis');
  const {givenOn, givenBy, representative, document, attachmentId, withdrawnOn, note} = consent;
  return (
    <Stack gap={0} style={{overflowWrap: 'anywhere'}}>
      <Words size="sm">{t(consentText.given(givenOn, consentGiverNames[givenBy]))}</Words>
      {representative !== null && <Words size="sm">{representative}</Words>}
      {document !== null && <Words size="sm">{document}</Words>}
      {attachmentId !== null &&
        (seesScans ? (
          <Anchor component={Link} href={paths.scan(attachmentId)} size="sm">
            {t(consentText.scan)}
          </Anchor>
        ) : (
          <Words size="sm">{t(consentText.hasScan)}</Words>
        ))}
      {withdrawnOn !== null && (
        <Words size="sm" fw={600}>
          {t(consentText.withdrawn(withdrawnOn))}
        </Words>
      )}
      {note !== null && (
        <Words size="sm" c="dimmed" style={{whiteSpace: 'pre-line'}}>
          {note}
        </Words>
      )}
    </Stack>
  );
}

function Actions({consent, onAsk}: {consent: ConsentView; onAsk: (what: 'correct' | 'withdraw') => void}) {
  const {t} = useText();
  const {run: remove} = useCommand('consent', 'remove');
  const {id, stamp, givenOn, withdrawnOn} = consent;
  return (
    <Group gap={4} mt={4}>
      {withdrawnOn === null && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t(consentText.of(consentText.withdraw, givenOn))}
          onClick={() => onAsk('withdraw')}
        >
          {t(consentText.withdraw)}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t(consentText.of(consentText.correct, givenOn))}
        onClick={() => onAsk('correct')}
      >
        {t(consentText.correct)}
      </Button>
      <ConfirmButton
        size="compact-xs"
        aria-label={t(consentText.of(consentText.remove, givenOn))}
        label={t(consentText.remove)}
        question={t(consentText.removeQuestion)}
        confirm={t(consentText.removeYes)}
        onConfirm={() => remove({id, seen: stamp})}
      />
    </Group>
  );
}
