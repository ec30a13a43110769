import {text, type Text} from '../../domain/text.ts';

/** What stands between a saved record and its paper. */
export const issuesText = {
  warnings: text('Назар аударыңыз', 'Обратите внимание'),
  afterSave: text('Тізім соңғы сақталғаны бойынша.', 'Список по последнему сохранению.'),
  paragraph: (number: string): Text => text(`Қағидалардың ${number} тармағы`, `п. ${number} Правил`),
};
