import {useWatch, type UseFormReturn} from 'react-hook-form';
import {isIsoDate} from '../../../domain/dates.ts';
import {disabilityGroups, recipientCategories, type OrganisationType} from '../../../domain/vocabulary.ts';
import type {KnownOfPerson} from '../../form/admission-values.ts';
import {today} from '../../lib/clock.ts';
import {useCall} from '../../lib/use-call.ts';
import type {EntryRaw, EntryValues} from './entry-values.ts';

/** What the conditions of admission follow from: the fields of a new person, or the card of one who is known. */
export function useKnownOfPerson(
  type: OrganisationType | null,
  {control}: UseFormReturn<EntryRaw, unknown, EntryValues>,
): KnownOfPerson | null {
  const who = useWatch({control, name: 'who'});
  const recipientId = useWatch({control, name: 'recipientId'});
  const happenedOn = useWatch({control, name: 'event.happenedOn'});
  const bornOn = useWatch({control, name: 'person.bornOn'});
  const category = useWatch({control, name: 'person.category'});
  const group = useWatch({control, name: 'person.disabilityGroup'});
  const programmeTo = useWatch({control, name: 'person.programmeTo'});
  const isKnown = who === 'known';
  const {data: card} = useCall('recipient', 'get', {id: recipientId}, {enabled: isKnown});
  if (type === null || (isKnown && card === undefined)) return null;
  const about = {organisationType: type, on: isIsoDate(happenedOn) ? happenedOn : today()};
  if (isKnown && card !== undefined) {
    const {bornOn: born, category: own, disabilityGroup, programmeTo: to} = card;
    return {...about, bornOn: born, category: own, disabilityGroup, programmeTo: to};
  }
  const day = (typed: string) => (isIsoDate(typed) ? typed : null);
  return {
    ...about,
    bornOn: day(bornOn),
    category: recipientCategories.find(each => each === category) ?? null,
    disabilityGroup: disabilityGroups.find(each => each === group) ?? null,
    programmeTo: day(programmeTo),
  };
}
