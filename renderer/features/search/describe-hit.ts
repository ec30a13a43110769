import {formatDate} from '../../../domain/dates.ts';
import type {Text} from '../../../domain/text.ts';
import {placementStatusNames} from '../../../domain/vocabulary.ts';
import type {RecipientHit} from '../../../electron/contract/recipient.ts';
import {searchText} from '../../text/search.ts';

/** What tells one person from another of the same name. */
export function describeHit({bornOn, status, fileNumber}: RecipientHit): Text[] {
  const born = bornOn === null ? null : formatDate(bornOn);
  return [
    ...(born === null ? [] : [{kk: born, ru: born}]),
    ...(status === null ? [] : [placementStatusNames[status]]),
    ...(fileNumber === null ? [] : [searchText.file(fileNumber)]),
  ];
}
