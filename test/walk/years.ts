import {languages, type Language} from '../../domain/text.ts';
import {organisationTypes, type OrganisationType} from '../../domain/vocabulary.ts';
import type {Opened} from '../support/opened.ts';

interface Year {
  readonly type: OrganisationType;
  readonly language: Language;
}

/**
 * The years that are walked on a host: each type on one of them, most in the window, for the tests of the browser take longest.
 * `WALKS=all` walks every type in both languages on both.
 */
export function yearsOn(host: Opened['host'], wanted = process.env['WALKS']): readonly Year[] {
  const first = host === 'loopback' ? 0 : 1;
  const isHere = (type: OrganisationType): boolean => (type === 'stationary') === (host === 'loopback');
  const all = organisationTypes.flatMap((type, at) =>
    languages.map((language, side) => ({type, language, isDefault: (at + first) % languages.length === side})),
  );
  return all.filter(({type, isDefault}) => wanted === 'all' || (isDefault && isHere(type)));
}
