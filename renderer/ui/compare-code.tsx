import {Group, Text as Words} from '@mantine/core';
import type {Text} from '../../domain/text.ts';
import {useText} from '../lib/language.tsx';
import './exchange.css';

/** Letters that two people compare by telephone: large, and never translated. */
export function CompareCode({label, code}: {label: Text; code: string}) {
  const {t} = useText();
  return (
    <Group gap="xs" role="status">
      <Words size="sm">{t(label)}</Words>
      <span className="compare-code" translate="no" data-code>
        {code}
      </span>
    </Group>
  );
}
