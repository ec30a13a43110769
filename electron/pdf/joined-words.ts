import rendererModule, {type Inline, type Line} from 'pdfmake/js/Renderer.js';

/** Points by which two sums of the same widths may differ. */
const nothing = 1e-6;

/**
 * pdfmake writes every word by itself: its place, its font, its colour. Words of one look that follow one another are
 * written as one here, as its own source notes that it could: a quarter of a paper's time, and a smaller file in which a
 * reader finds sentences. Nothing moves: a font places the letters of each word by themselves, so that a line has the
 * widths of its words.
 */
export function joinWords(): void {
  const {prototype} = rendererModule.default;
  const {renderLine} = prototype;
  prototype.renderLine = function renderJoined(line, x, y) {
    renderLine.call(this, withJoinedWords(line), x, y);
  };
}

function withJoinedWords(line: Line): Line {
  const joined: Inline[] = [];
  for (const inline of line.inlines) {
    const before = joined.at(-1);
    if (before !== undefined && goOnWith(before, inline)) {
      joined[joined.length - 1] = {...before, text: before.text + inline.text, width: before.width + inline.width};
    } else joined.push(inline);
  }
  return joined.length === line.inlines.length
    ? line
    : (Object.create(line, {inlines: {value: joined, enumerable: true}}) as Line);
}

/** Whether the second stands where the first ends (justified words do not) and looks the same. */
function goOnWith(before: Inline, inline: Inline): boolean {
  return (
    Math.abs(before.x + before.width - inline.x) < nothing &&
    before.font === inline.font &&
    looks.every(look => before[look] === inline[look]) &&
    ownMarks.every(mark => isAbsent(before[mark]) && isAbsent(inline[mark]))
  );
}

const looks = ['fontSize', 'height', 'color', 'opacity', 'characterSpacing'] as const;

/** What pdfmake draws or links by the words' own widths. */
const ownMarks = [
  'decoration',
  'background',
  'link',
  'linkToPage',
  'linkToDestination',
  'fontFeatures',
  'sup',
  'sub',
  '_pageNodeRef',
] as const;

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === false;
}
