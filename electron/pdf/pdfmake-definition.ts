import type {PrintDefinition} from '../../templates/print/definition.ts';
import {sayingAgain, watchRows} from './repeated-cells.ts';

/** The thin black lines of the forms. */
const lineWidth = 0.5;

/** The table layouts that a print definition names. */
export const tableLayouts = {
  grid: {
    hLineWidth: () => lineWidth,
    vLineWidth: () => lineWidth,
    paddingLeft: () => 3,
    paddingRight: () => 3,
    paddingTop: () => 2,
    paddingBottom: () => 2,
  },
  rules: {
    hLineWidth: () => lineWidth,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 1,
    paddingBottom: () => 0,
    defaultBorder: false,
  },
};

/** What pdfmake tells of a node that it has placed. */
interface PlacedNode {
  readonly headlineLevel?: number;
  readonly style?: string;
  readonly startPosition: {
    readonly pageNumber: number;
    readonly verticalRatio: number;
    readonly pageInnerHeight: number;
  };
}

/** A lead does not stay behind when its table goes over to the next page. */
function lacksRoom({headlineLevel, startPosition}: PlacedNode): boolean {
  if (headlineLevel === undefined) return false;
  const {verticalRatio, pageInnerHeight} = startPosition;
  return (1 - verticalRatio) * pageInnerHeight < headlineLevel;
}

/**
 * A print definition in pdfmake's own terms: what crossed to the worker as data becomes functions and dates. `said`:
 * the rows that say again what they belong to.
 */
export function pdfmakeDefinition(definition: PrintDefinition, said: ReadonlySet<string>): object {
  const {info, pageMargins, footnote, watermark} = definition;
  const madeAt = new Date(info.madeAt);
  const watch = watchRows(definition.content, said);
  return {
    pageSize: definition.pageSize,
    pageOrientation: definition.pageOrientation,
    pageMargins,
    // A copy: pdfmake writes into what it is given.
    content: structuredClone(sayingAgain(definition.content, said)),
    defaultStyle: {font: 'Tinos', fontSize: definition.fontSize},
    language: definition.language,
    displayTitle: true,
    pageBreakBefore: (node: PlacedNode) => {
      watch(node);
      return lacksRoom(node);
    },
    footer: (page: number, pages: number) => ({
      columns: [
        {text: footnote ?? '', width: '*'},
        {text: `${page} / ${pages}`, width: 60, alignment: 'right'},
      ],
      fontSize: 8.5,
      margin: [pageMargins[0], 12, pageMargins[2], 0],
    }),
    ...(watermark === null
      ? {}
      : {watermark: {text: watermark, bold: true, color: 'black', opacity: 0.07, angle: -45}}),
    info: {
      title: info.title,
      subject: info.form,
      creator: 'Tirek',
      form: info.form,
      ...(info.record === null ? {} : {record: info.record}),
      // Pinned: with them the whole file, its /ID too, depends on nothing but the paper.
      creationDate: madeAt,
      modDate: madeAt,
    },
  };
}
