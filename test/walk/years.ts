import {languages, type Language} from '../../domain/text.ts';
import {organisationTypes, type OrganisationType} from '../../domain/vocabulary.ts';
import type {Opened} from '../support/opened.ts';

interface Year {
  readonly type: OrganisationType;
  readonly language: Language;
}

/**
 * The years that are walked on a host: in the window every type, half of them in each language; in the browser, whose tests
 * take longest, two types in the other language. `WALKS=all` walks every type in both languages on both.
 */
export function yearsOn(host: Opened['host'], wanted = process.env['WALKS']): readonly Year[] {
  const first = host === 'loopback' ? 0 : 1;
  const inBrowser: ReadonlySet<OrganisationType> = new Set(['stationary', 'temporary-stay']);
  const all = organisationTypes.flatMap((type, at) =>
    languages.map((language, side) => ({type, language, isDefault: (at + first) % languages.length === side})),
  );
  return all.filter(
    ({type, isDefault}) => wanted === 'all' || (isDefault && (host === 'desktop' || inBrowser.has(type))),
  );
}
