import {text} from '../../domain/text.ts';

/** Around a history; its fields are called as domain/record-words.ts has them. */
export const historyText = {
  empty: text('Әзірге өзгеріс жоқ.', 'Изменений пока нет.'),
  earlier: text('Бұрынғыларын көрсету', 'Показать более ранние'),
  program: text('бағдарлама', 'программа'),
  insert: text('қосылды', 'добавлено'),
  update: text('өзгертілді', 'изменено'),
  delete: text('алып тасталды', 'убрано'),
  was: text('болған', 'было'),
  nothing: text('бос', 'пусто'),
};
