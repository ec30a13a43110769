/** Two entries of one person made into one: which facts of the person are chosen between. */

/**
 * The facts, in the order in which they are compared, with the fields of a person that each is made of. What is of one
 * piece is chosen as one: a name, a number with the reason why it was kept, a term.
 */
export const mergeFacts = {
  name: ['surname', 'firstName', 'patronymic'],
  bornOn: ['bornOn'],
  sex: ['sex'],
  iin: ['iin', 'iinOverrideReason'],
  category: ['category'],
  disabilityGroup: ['disabilityGroup'],
  address: ['address'],
  phone: ['phone'],
  programme: ['programmeFrom', 'programmeTo'],
  diagnosis: ['diagnosis'],
  ethnicity: ['ethnicity'],
  socialStatus: ['socialStatus'],
} as const;
export type MergeFact = keyof typeof mergeFacts;

export const mergeFactKeys = Object.keys(mergeFacts) as readonly MergeFact[] as readonly [MergeFact, ...MergeFact[]];

type Fields = Readonly<Record<(typeof mergeFacts)[MergeFact][number], string | null>>;

/** `same` or nothing to take over; `fill`: only the other entry knows it; `choose`: the two differ. */
export type FactDifference = 'same' | 'fill' | 'choose';

export function factDifference(fact: MergeFact, kept: Fields, merged: Fields): FactDifference {
  const fields = mergeFacts[fact];
  if (fields.every(field => kept[field] === merged[field])) return 'same';
  if (fields.every(field => merged[field] === null)) return 'same';
  return fields.every(field => kept[field] === null) ? 'fill' : 'choose';
}
