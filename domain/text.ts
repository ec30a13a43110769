/** The two languages of the product. English exists only in the documentation. */
export const languages = ['kk', 'ru'] as const;
export type Language = (typeof languages)[number];

/** A print may be in one language or in both, whatever the language of the screen. */
export const printLanguages = ['kk', 'ru', 'both'] as const;
export type PrintLanguage = (typeof printLanguages)[number];

/** A text a person reads. One that lacks a language does not compile. */
export interface Text {
  readonly kk: string;
  readonly ru: string;
}

export function text(kk: string, ru: string): Text {
  return {kk, ru};
}
