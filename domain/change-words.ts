import {text, type Text} from './text.ts';

/** Words of a change of a record, on the screen and on paper; its fields are called as domain/record-words.ts has them. */

export const changeOperationNames: Readonly<Record<'insert' | 'update' | 'delete', Text>> = {
  insert: text('қосылды', 'добавлено'),
  update: text('өзгертілді', 'изменено'),
  delete: text('алып тасталды', 'убрано'),
};

/** What stands where a value was taken away. */
export const noValue = text('бос', 'пусто');

/** Who has changed something where no account has. */
export const changedByProgram = text('бағдарлама', 'программа');
