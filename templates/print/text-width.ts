/**
 * Widths of the letters of the forms' font (Times metrics) in thousandths of the font size, rounded up by class. Enough
 * to choose between two arrangements and to see that a word will not fit; the exact breaking is the renderer's.
 */
const classes: readonly (readonly [width: number, characters: string])[] = [
  [250, ' .,\u00a0'],
  [280, "іІiIjltf:;/\\'|![]"],
  [340, '-()r"„“”'],
  [460, 'агезстcesagzкqvxyьъэяғё'],
  [640, 'фмыmwжБГЕЗЅТҒSFEPLZ'],
  [780, 'шщюАӘВДИЙКЛНОПРСУФХЦЧҚҢӨҰҮҺЭЯABCDGHKNOQRUVXYЬЪ'],
  [1000, 'ЖМШЩЮЫWM—…№'],
];

const usual = 540;

const widths = new Map(
  classes.flatMap(([width, characters]) => Array.from(characters, character => [character, width] as const)),
);

/** Points, a little more than the real width. */
export function estimatedWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += widths.get(character) ?? usual;
  return (thousandths * fontSize) / 1000;
}
