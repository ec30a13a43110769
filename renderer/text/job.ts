import {text, type Text} from '../../domain/text.ts';

/** Long work: how far it is, and what became of it. */
export const jobText = {
  progress: (done: number, total: number): Text =>
    text(`${total} бөліктен ${done} дайын`, `Готово ${done} из ${total}`),
  cancel: text('Тоқтату', 'Остановить'),
  cancelled: text('Тоқтатылды. Жиналғаны сақталған жоқ.', 'Остановлено. Собранное не сохранено.'),
  failed: text('Жинау мүмкін болмады. Қайталап көріңіз.', 'Собрать не удалось. Попробуйте еще раз.'),
  gone: text('Жиналған файл енді жоқ: оны қайта жинаңыз.', 'Собранного файла уже нет: соберите его заново.'),
};
