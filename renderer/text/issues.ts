import {text, type Text} from '../../domain/text.ts';

/** What stands between a saved record and its paper. */
export const issuesText = {
  warnings: text('Назар аударыңыз', 'Обратите внимание'),
  afterSave: text('Тізім соңғы сақталғаны бойынша.', 'Список по последнему сохранению.'),
  /** `35 4)`: paragraph 35, subparagraph 4). */
  paragraph: (number: string): Text => {
    const [paragraph, sub] = number.split(' ');
    return sub === undefined
      ? text(`Қағидалардың ${paragraph}-тармағы`, `пункт ${paragraph} Правил`)
      : text(`Қағидалардың ${paragraph}-тармағының ${sub} тармақшасы`, `подпункт ${sub} пункта ${paragraph} Правил`);
  },
};
