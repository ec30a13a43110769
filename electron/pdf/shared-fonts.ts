import pdfDocumentModule, {type EmbeddedFont, type FontkitFont} from 'pdfmake/js/PDFDocument.js';

/** What one font file has once it is open: the same for every document of the worker. */
interface OpenFont {
  readonly font: FontkitFont;
  /** The class of pdfkit, which it does not export. */
  readonly EmbeddedFont: EmbeddedFont['constructor'];
  /** Words with the places of their letters: a form's own words are in each of its papers. */
  words: EmbeddedFont['layoutCache'];
}

/** Words that a font remembers; a journal of many people has more of its own than it has in common with the next. */
const mostWords = 20_000;

/**
 * pdfmake opens its fonts and places the letters of every word anew for each document: half of a paper's time. This
 * keeps both from one document to the next. What a document gathers for itself (which letters it has used, under which
 * numbers) stays its own, so its bytes do not depend on what was printed before it.
 */
export function shareFonts(): void {
  const documents = pdfDocumentModule.default.prototype;
  const open = new Map<string, OpenFont>();
  const openOne = documents.provideFont;
  documents.provideFont = function provideFont(family, bold, italics) {
    const manner = this.getFontType(bold, italics);
    const own = this.fontCache[family]?.[manner];
    if (own !== undefined) return own;
    const key = `${family} ${manner}`;
    const kept = open.get(key);
    if (kept === undefined) {
      const first = openOne.call(this, family, bold, italics);
      nameLetters(first.font);
      rememberOutlines(first.font);
      open.set(key, {font: first.font, EmbeddedFont: first.constructor, words: first.layoutCache});
      return first;
    }
    if (Object.keys(kept.words).length > mostWords) kept.words = Object.create(null) as OpenFont['words'];
    this['_fontCount'] += 1;
    const embedded = new kept.EmbeddedFont(this, kept.font, `F${this['_fontCount']}`);
    embedded.layoutCache = kept.words;
    this['_fontFamilies'][embedded.name] = embedded;
    this.fontCache[family] = {...this.fontCache[family], [manner]: embedded};
    return embedded;
  };
}

/**
 * A letter is told as the first character that asked for it (a blank that does not break has the blank's own shape).
 * Asked for in one order at the start, it never depends on the papers.
 */
function nameLetters(font: FontkitFont): void {
  for (const point of font.characterSet.toSorted((one, other) => one - other)) font.glyphForCodePoint(point);
}

/** Each paper embeds the letters that it uses, and takes each outline apart for that: once is enough. */
function rememberOutlines(font: FontkitFont): void {
  const outlines = Object.getPrototypeOf(font.getGlyph(1)) as Outlines;
  const {_decode: decode} = outlines;
  if (decodesOnce.has(decode)) return;
  const decoded = new WeakMap<object, unknown>();
  const once = function once(this: object): unknown {
    if (!decoded.has(this)) decoded.set(this, decode.call(this));
    return decoded.get(this);
  };
  decodesOnce.add(once);
  outlines['_decode'] = once;
}

interface Outlines {
  _decode: (this: object) => unknown;
}

const decodesOnce = new WeakSet<object>();
