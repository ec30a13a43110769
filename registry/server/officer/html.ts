/** HTML that is safe to send: made by `html` alone. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | null | undefined | readonly Part[];

/** A template whose parts are escaped, but for those that are markup already. Nothing is shown of null and undefined. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(pieces.reduce((made, piece, place) => made + asText(parts[place - 1]) + piece));
}

function asText(part: Part): string {
  if (part === null || part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(asText).join('');
  return String(part).replaceAll(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`);
}
