import {Text as Words} from '@mantine/core';
import {IconAlertTriangle, IconCircleCheck, IconCloudUpload, IconRefresh, type IconProps} from '@tabler/icons-react';
import type {ComponentType} from 'react';
import {Link} from 'wouter';
import {useExchange} from '../lib/exchange.ts';
import {exchangeLineOf, type ExchangeLine} from '../lib/exchange-words.ts';
import {useText} from '../lib/language.tsx';
import {paths} from '../lib/paths.ts';
import {exchangeLine} from '../text/exchange.ts';
import classes from './frame.module.css';

const icons: Record<ExchangeLine['tone'], ComponentType<IconProps>> = {
  calm: IconRefresh,
  good: IconCircleCheck,
  wait: IconCloudUpload,
  late: IconAlertTriangle,
};

/** Where the exchange stands, in the head of every screen; nothing while this PC has nobody to exchange with. */
export function ExchangeMark() {
  const {t} = useText();
  const state = useExchange();
  const line = state === undefined ? null : exchangeLineOf(state);
  if (line === null) return null;
  const Icon = icons[line.tone];
  const words = t(line.words);
  return (
    <Link
      href={paths.settings('exchange')}
      className={classes.exchange ?? ''}
      style={{color: `var(--tone-${line.tone})`}}
      title={`${t(exchangeLine.title)}: ${words}`}
    >
      <Icon size={16} aria-hidden style={{flexShrink: 0}} />
      <Words size="sm" span className={classes.exchangeWords ?? ''}>
        {words}
      </Words>
    </Link>
  );
}
