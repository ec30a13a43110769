import type {Language} from '../../domain/text.ts';
import type {Content, PrintDefinition} from './definition.ts';
import {pageFrame} from './page.ts';
import {fragments} from './printable-text.ts';

/** Records as they are read: each under its heading, what belongs to it indented below it. No form of the order. */
export interface Listing {
  readonly title: string;
  /** What it is and from when, above the records. */
  readonly about: readonly string[];
  readonly entries: readonly ListingEntry[];
  readonly language: Language;
  /** UTC, ISO with Z. */
  readonly madeAt: string;
}

export interface ListingEntry {
  /** 0: belongs to nothing else. */
  readonly level: number;
  readonly title: string;
  readonly lines: readonly {readonly label: string; readonly value: string}[];
}

const indent = 16;
const fontSize = 10.5;
/** Deeper ones stand below each other, or a narrow column would be left. */
const deepest = 5;

export function listing({title, about, entries, language, madeAt}: Listing): PrintDefinition {
  const {margins, width} = pageFrame('portrait');
  return {
    pageSize: 'A4',
    pageOrientation: 'portrait',
    pageMargins: margins,
    content: [
      {text: fragments(title, 15, width, {bold: true}), fontSize: 15, margin: [0, 0, 0, 8]},
      ...about.map((line): Content => ({text: fragments(line, fontSize, width), margin: [0, 0, 0, 4]})),
      ...entries.flatMap(entry => entryContent(entry, width)),
    ],
    fontSize,
    footnote: title,
    watermark: null,
    language: language === 'kk' ? 'kk-KZ' : 'ru-KZ',
    info: {title, form: 'listing', record: null, madeAt},
  };
}

function entryContent({level, title, lines}: ListingEntry, width: number): Content[] {
  const left = Math.min(level, deepest) * indent;
  const room = width - left;
  return [
    // A heading alone at the foot of a page goes over with its first line.
    {
      text: fragments(title, fontSize, room, {bold: true}),
      margin: [left, level === 0 ? 10 : 6, 0, 1],
      headlineLevel: 40,
    },
    ...lines.map(({label, value}): Content => ({
      text: [...fragments(`${label}: `, fontSize, room - 8), ...fragments(value, fontSize, room - 8)],
      margin: [left + 8, 0, 0, 1],
    })),
  ];
}
