import {languages, type Language} from '../../domain/text.ts';

/**
 * The language of a walk through the screens: half of the walks are in Kazakh and half in Russian, for the screens are the same and
 * their words are compared by tests without a browser. `WALKS=all` walks in both.
 */
export function walkedIn(language: Language, wanted = process.env['WALKS']): readonly Language[] {
  return wanted === 'all' ? languages : [language];
}
