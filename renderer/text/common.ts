import {text} from '../../domain/text.ts';

/** Words that every screen uses. */
export const commonText = {
  productName: text('Тірек', 'Тірек'),
  /** A language is called by its own name, whatever the language of the screen. */
  kazakh: text('Қазақша', 'Қазақша'),
  russian: text('Русский', 'Русский'),
  language: text('Экран тілі', 'Язык экрана'),
  loading: text('Ашылуда…', 'Открывается…'),
  nothingHere: text('Әзірге ештеңе жоқ', 'Пока ничего нет'),
  problemTitle: text('Орындалмады', 'Не получилось'),
  required: text('Осы жолды толтырыңыз.', 'Заполните это поле.'),
  tryAgain: text('Қайталау', 'Повторить'),
  back: text('Артқа', 'Назад'),
  next: text('Әрі қарай', 'Далее'),
  skip: text('Кейінге қалдыру', 'Пропустить'),
  yes: text('Иә', 'Да'),
  no: text('Жоқ', 'Нет'),
  areYouSure: text('Растаңыз', 'Подтвердите'),
  print: text('Басып шығару', 'Печать'),
  open: text('Ашу', 'Открыть'),
  edit: text('Өзгерту', 'Изменить'),
  total: (count: number) => text(`Барлығы: ${count}`, `Всего: ${count}`),
};
