import {languages, type Language} from '../../domain/text.ts';
import {organisationTypes, type OrganisationType} from '../../domain/vocabulary.ts';
import type {Opened} from '../support/opened.ts';

interface Year {
  readonly type: OrganisationType;
  readonly language: Language;
}

/** What is walked without asking: the type with the longest forms in the browser, the one with the most journeys in the window. */
const usual: Record<Opened['host'], Year> = {
  loopback: {type: 'stationary', language: 'ru'},
  desktop: {type: 'home-care', language: 'kk'},
};

/** The years that are walked on a host. `WALKS=all`: every type in both languages; `handlers/year.test.ts` lives each without a screen. */
export function yearsOn(host: Opened['host'], wanted = process.env['WALKS']): readonly Year[] {
  if (wanted !== 'all') return [usual[host]];
  return organisationTypes.flatMap(type => languages.map(language => ({type, language})));
}
