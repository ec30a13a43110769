import {fold, wrongLayout} from '../search-key.ts';
import {text, type Language, type Text} from '../text.ts';
import type {ServiceType} from '../vocabulary.ts';

/** Where in the forms a phrase belongs: a measure of the plan (Appendix 4), the columns of the monitoring (Appendix 5). */
export const phrasePlaces = ['measure', 'positive', 'reason', 'recommendation'] as const;
export type PhrasePlace = (typeof phrasePlaces)[number];

export const phrasePlaceNames: Record<PhrasePlace, Text> = {
  measure: text('Жоспардың іс-шарасы', 'Мероприятие плана'),
  positive: text('Мониторинг: оң өзгеріс', 'Мониторинг: положительное изменение'),
  reason: text('Мониторинг: өзгеріс болмау немесе нашарлау себебі', 'Мониторинг: почему без изменений или хуже'),
  recommendation: text('Мониторинг: ұсыным', 'Мониторинг: рекомендация'),
};

/** Of a service type, by keys that never change their meaning. */
export type StarterPhrases = Readonly<Record<ServiceType, Readonly<Record<string, Text>>>>;

/** Somebody who knows one language only writes one: the other is empty. */
export interface PhraseWords {
  readonly serviceType: ServiceType;
  readonly place: PhrasePlace;
  readonly text: Text;
}

export interface OfferedPhrase extends PhraseWords {
  readonly id: string;
  readonly hidden: boolean;
  /** How often it was taken here. */
  readonly uses: number;
}

/** What is put into a field: the phrase, and the words of it in one language. */
export interface FoundPhrase {
  readonly phrase: OfferedPhrase;
  readonly words: string;
}

const mostFound = 12;

/**
 * Phrases of a place with every typed word in them, any part of it, in either language and spelling; nothing typed: all. Most used
 * first. The words are the screen's language's, unless what was typed stands in the other one alone.
 */
export function findPhrases(
  phrases: readonly OfferedPhrase[],
  {
    serviceType,
    place,
    typed,
    language,
  }: {serviceType: ServiceType; place: PhrasePlace; typed: string; language: Language},
): FoundPhrase[] {
  const here = phrases
    .filter(phrase => phrase.serviceType === serviceType && phrase.place === place && !phrase.hidden)
    .sort((a, b) => b.uses - a.uses);
  for (const meant of [typed, ...wrongLayout(typed)]) {
    const found = here.flatMap(phrase => {
      const words = matching(phrase.text, meant, language);
      return words === null ? [] : [{phrase, words}];
    });
    if (found.length > 0) return found.slice(0, mostFound);
  }
  return [];
}

function matching(phrase: Text, typed: string, language: Language): string | null {
  const words = fold(typed)
    .split(' ')
    .filter(word => word !== '');
  const other = language === 'kk' ? 'ru' : 'kk';
  const written = [phrase[language], phrase[other]].filter(each => each !== '');
  return written.find(each => words.every(word => fold(each).includes(word))) ?? null;
}

/** Two phrases are one when they say the same in a language. */
export function saysTheSame(one: PhraseWords, other: PhraseWords): boolean {
  if (one.serviceType !== other.serviceType || one.place !== other.place) return false;
  return (['kk', 'ru'] as const).some(
    language => one.text[language] !== '' && fold(one.text[language]) === fold(other.text[language]),
  );
}

/** A number of twelve digits is somebody's: a phrase is read by everybody, and is of nobody. */
export function namesSomebody(words: string): boolean {
  return /(?<!\d)\d{12}(?!\d)/u.test(words.replace(/(?<=\d)[\s\u2010-\u2015-](?=\d)/gu, ''));
}

/** Which language somebody wrote in: Kazakh letters say it; a longer text without one is Russian. */
export function languageOf(words: string, shown: Language): Language {
  if (/[әғқңөұүһі]/iu.test(words)) return 'kk';
  return words.length > 20 ? 'ru' : shown;
}
