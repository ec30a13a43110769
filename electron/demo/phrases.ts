import type {OrganisationType, ServiceType} from '../../domain/vocabulary.ts';
import {cultural} from './phrases/cultural.ts';
import {economic} from './phrases/economic.ts';
import {everyday} from './phrases/everyday.ts';
import {labour} from './phrases/labour.ts';
import {legal} from './phrases/legal.ts';
import {medical} from './phrases/medical.ts';
import {pedagogical} from './phrases/pedagogical.ts';
import type {Fit, ServicePhrases} from './phrases/phrase.ts';
import {psychological} from './phrases/psychological.ts';

/** What workers write in plans and monitoring journals, by kind of service, in both languages. */
export const phrases: Readonly<Record<ServiceType, ServicePhrases>> = {
  everyday,
  medical,
  psychological,
  pedagogical,
  labour,
  cultural,
  economic,
  legal,
};

/** Those of a list that suit this person in this organisation. */
export function fitting<P extends Fit>(list: readonly P[], who: 'child' | 'adult', where: OrganisationType): P[] {
  return list.filter(
    phrase =>
      (phrase.who === undefined || phrase.who === who) && (phrase.where === undefined || phrase.where.includes(where)),
  );
}
