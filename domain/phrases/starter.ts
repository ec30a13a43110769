import {serviceTypes} from '../vocabulary.ts';
import type {PhrasePlace, PhraseWords, StarterPhrases} from './phrase.ts';
import {starterMeasures} from './starter-measures.ts';
import {starterPositive, starterReasons, starterRecommendations} from './starter-monitoring.ts';

export interface StarterPhrase extends PhraseWords {
  /** Of the row that holds what an organisation has made of it: `medical.measure.massage`. */
  readonly id: string;
}

const byPlace: Readonly<Record<PhrasePlace, StarterPhrases>> = {
  measure: starterMeasures,
  positive: starterPositive,
  reason: starterReasons,
  recommendation: starterRecommendations,
};

/** The phrases that the program brings along, in the order of the form. */
export const starterPhrases: readonly StarterPhrase[] = serviceTypes.flatMap(serviceType =>
  (Object.keys(byPlace) as PhrasePlace[]).flatMap(place =>
    Object.entries(byPlace[place][serviceType]).map(([key, words]) => ({
      id: `${serviceType}.${place}.${key}`,
      serviceType,
      place,
      text: words,
    })),
  ),
);
