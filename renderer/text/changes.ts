import {text} from '../../domain/text.ts';

/** Around a history; its own words are in domain/change-words.ts. */
export const historyText = {
  empty: text('Әзірге өзгеріс жоқ.', 'Изменений пока нет.'),
  earlier: text('Бұрынғыларын көрсету', 'Показать более ранние'),
};
