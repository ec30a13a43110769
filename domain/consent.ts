import {text, type Text} from './text.ts';

/** Who consents to the processing of a person's data: the person, or whoever represents the person by law. */
export const consentGivers = ['person', 'representative'] as const;
export type ConsentGiver = (typeof consentGivers)[number];

export const consentGiverNames: Record<ConsentGiver, Text> = {
  person: text('қызмет алушының өзі', 'сам получатель услуг'),
  representative: text('заңды өкілі', 'законный представитель'),
};

export const consentFieldNames = {
  givenOn: text('Берілген күні', 'Дата согласия'),
  givenBy: text('Кім берді', 'Кто дал'),
  representative: text('Заңды өкілдің тегі, аты, әкесінің аты', 'Фамилия, имя, отчество законного представителя'),
  document: text('Құжат', 'Документ'),
  withdrawnOn: text('Қайтарып алынған күні', 'Дата отзыва'),
  note: text('Ескертпе', 'Примечание'),
};

/** What a card remarks, quietly: there is no consent, or all that were given are withdrawn. */
export type ConsentLack = 'none' | 'withdrawn';

/** Null: a consent stands. One that is withdrawn from a later day stands until then. */
export function consentLack(consents: readonly {withdrawnOn: string | null}[], today: string): ConsentLack | null {
  if (consents.length === 0) return 'none';
  return consents.every(({withdrawnOn}) => withdrawnOn !== null && withdrawnOn <= today) ? 'withdrawn' : null;
}
