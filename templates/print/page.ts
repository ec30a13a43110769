import {text} from '../../domain/text.ts';

const millimetre = 72 / 25.4;
const a4 = {short: 210 * millimetre, long: 297 * millimetre};

/** The binding takes the left edge of an upright page and the upper edge of a lying one. Millimetres. */
const margins = {
  portrait: [30, 20, 10, 18],
  landscape: [15, 20, 12, 15],
} as const;

export interface PageFrame {
  /** Left, top, right, bottom; points, as all here. */
  readonly margins: readonly [number, number, number, number];
  /** Between the margins. */
  readonly width: number;
  readonly height: number;
}

export function pageFrame(orientation: 'portrait' | 'landscape'): PageFrame {
  const [left, top, right, bottom] = margins[orientation].map(side => side * millimetre) as [
    number,
    number,
    number,
    number,
  ];
  const [width, height] = orientation === 'portrait' ? [a4.short, a4.long] : [a4.long, a4.short];
  return {margins: [left, top, right, bottom], width: width - left - right, height: height - top - bottom};
}

export const lostForceNote = text('нысан 01.07.2023 бастап күшін жойған', 'форма утратила силу с 01.07.2023');
