import type {RecipientCard} from '../../db/queries/recipient.ts';
import type {RecipientHit} from '../contract/recipient.ts';

/** A person as a list shows one. */
export function hitOf({
  recipientId,
  surname,
  firstName,
  patronymic,
  bornOn,
  status,
  fileNumber,
}: RecipientCard): RecipientHit {
  return {recipientId, name: {surname, firstName, patronymic}, bornOn, status, fileNumber};
}
