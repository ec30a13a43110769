import {Alert, Button, Select, Text as Words} from '@mantine/core';
import {IconArrowLeft} from '@tabler/icons-react';
import {useLocation} from 'wouter';
import {useText} from '../../lib/language.tsx';
import {paperText} from '../../text/paper.ts';
import type {Zoom} from './pdf-pages.tsx';

/** What the bar over a paper and the one over a scan have in common. */

const percents = [50, 75, 100, 150, 200] as const;

/** Back to where one came from; to another place where the window was opened here. */
export function BackButton({otherwise}: {otherwise: string}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const goBack = (): void => (window.history.length > 1 ? window.history.back() : navigate(otherwise));
  return (
    <Button variant="subtle" size="xs" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={goBack}>
      {t(paperText.back)}
    </Button>
  );
}

export function ZoomSelect({zoom, onZoom}: {zoom: Zoom; onZoom: (zoom: Zoom) => void}) {
  const {t} = useText();
  return (
    <Select
      aria-label={t(paperText.size)}
      size="xs"
      w={170}
      allowDeselect={false}
      value={String(zoom)}
      onChange={value => onZoom(value === 'page' || value === 'width' ? value : Number(value ?? 100))}
      data={[
        {value: 'width', label: t(paperText.fitWidth)},
        {value: 'page', label: t(paperText.wholePage)},
        ...percents.map(value => ({value: String(value), label: t(paperText.percent(value))})),
      ]}
    />
  );
}

/** A line under the bar. */
export function BarNotice({color, words}: {color: string; words: string}) {
  return (
    <Alert color={color} px="sm" py={4} radius={0} role="status">
      <Words size="sm">{words}</Words>
    </Alert>
  );
}
