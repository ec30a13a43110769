import {text, type Text} from '../../domain/text.ts';

/** Around a history; its own words are in domain/change-words.ts. */
export const historyText = {
  title: text('Өзгерістер', 'Изменения'),
  empty: text('Әзірге өзгеріс жоқ.', 'Изменений пока нет.'),
  earlier: text('Бұрынғыларын көрсету', 'Показать более ранние'),
  undo: text('Қайтару', 'Вернуть'),
  undoField: (label: Text): Text => text(`Бұрынғы мәнін қайтару: ${label.kk}`, `Вернуть прежнее: ${label.ru}`),
  undoRow: (what: Text): Text => text(`Алып тасталғанды қайтару: ${what.kk}`, `Вернуть убранное: ${what.ru}`),
  undoAll: text('Бұл жазбадағының бәрін қайтару', 'Вернуть все в этой записи'),
  undone: text('Бұрынғысы қайтарылды. Бұл да өзгерістерде тұр.', 'Прежнее возвращено. Это тоже стоит в изменениях.'),
};
