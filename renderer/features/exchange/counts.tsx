import {Text as Words} from '@mantine/core';
import type {CSSProperties} from 'react';
import type {ExchangePartner} from '../../../electron/contract/exchange.ts';
import {useText} from '../../lib/language.tsx';
import {exchangeText, stepNames, stepWhat, type ExchangeStep} from '../../text/exchange.ts';
import {Section} from '../../ui/section.tsx';
import '../../ui/exchange.css';

const steps = ['saved', 'sent', 'confirmed', 'refused'] as const satisfies readonly ExchangeStep[];

const tones: Record<ExchangeStep, string> = {
  saved: 'var(--tone-wait)',
  sent: 'var(--tone-calm)',
  confirmed: 'var(--tone-good)',
  refused: 'var(--tone-late)',
};

/** How far what was written here has come: with the registry, or with the PC that was met last. */
export function Counts({counts}: {counts: ExchangePartner['counts']}) {
  const {t} = useText();
  return (
    <Section title={t(exchangeText.countsTitle)}>
      <dl className="exchange-counts">
        {steps.map(step => (
          // Where there is nothing, nothing calls for a look.
          <div key={step} style={{'--tone': counts[step] > 0 ? tones[step] : 'var(--tone-off)'} as CSSProperties}>
            <dt>{t(stepNames[step])}</dt>
            <dd>
              {counts[step]} <small>{t(stepWhat[step])}</small>
            </dd>
          </div>
        ))}
      </dl>
      {counts.refused > 0 && <Words size="sm">{t(exchangeText.refusedWhat)}</Words>}
    </Section>
  );
}
