import {fold, wrongLayout} from '../../domain/search-key.ts';
import type {HelpTarget} from './help-contents.ts';
import {sectionWords, type HelpPage, type HelpSection} from './help-page.ts';

export interface HelpHit {
  readonly page: string;
  readonly anchor: string;
  /** In the language of the screen. */
  readonly title: string;
  readonly pageTitle: string;
}

export function targetOf({page, anchor}: HelpHit): HelpTarget {
  return (anchor === '' ? page : `${page}#${anchor}`) as HelpTarget;
}

interface Line extends HelpHit {
  readonly heading: string;
  readonly words: string;
}

/**
 * What answers the typed words: every one begins a word of the section, in the language of the screen or in the other one,
 * also when typed on another layout of the keyboard. Headings come before what only mentions it.
 */
export function searchHelp(
  shown: readonly HelpPage[],
  other: readonly HelpPage[],
  typed: string,
  limit: number,
): HelpHit[] {
  const readings = [typed, ...wrongLayout(typed)].map(reading => fold(reading).split(' ').filter(Boolean));
  const wanted = readings.filter(reading => reading.length > 0);
  if (wanted.length === 0) return [];
  const fits = (words: string): boolean =>
    wanted.some(reading => reading.every(part => ` ${words}`.includes(` ${part}`)));
  const lines = linesOf(shown, other);
  const inHeading = lines.filter(({heading}) => fits(heading));
  const inWords = lines.filter(line => !fits(line.heading) && fits(line.words));
  return [...inHeading, ...inWords]
    .slice(0, limit)
    .map(({page, anchor, title, pageTitle}) => ({page, anchor, title, pageTitle}));
}

const kept = new WeakMap<readonly HelpPage[], {other: readonly HelpPage[]; lines: Line[]}>();

/** Folding all pages takes some milliseconds: once, not at each letter. */
function linesOf(shown: readonly HelpPage[], other: readonly HelpPage[]): Line[] {
  const known = kept.get(shown);
  if (known?.other === other) return known.lines;
  const lines = shown.flatMap(page => {
    const twin = other.find(({id}) => id === page.id);
    return page.sections.map(section => lineOf(page, section, twin));
  });
  kept.set(shown, {other, lines});
  return lines;
}

function lineOf(page: HelpPage, section: HelpSection, twinPage: HelpPage | undefined): Line {
  const twin = twinPage?.sections.find(({anchor}) => anchor === section.anchor);
  const titleOf = (each: HelpSection, of: HelpPage): string => (each.anchor === '' ? of.title : each.title);
  const heading = `${titleOf(section, page)} ${twin && twinPage ? titleOf(twin, twinPage) : ''}`;
  return {
    page: page.id,
    anchor: section.anchor,
    title: titleOf(section, page),
    pageTitle: page.title,
    heading: fold(heading),
    words: fold(`${heading} ${sectionWords(section)} ${twin ? sectionWords(twin) : ''}`),
  };
}
