import {text, type Text} from '../../domain/text.ts';

export const attachmentText = {
  title: text('Сканерленген құжаттар', 'Сканы документов'),
  none: text('Әзірге сканерленген құжат жоқ.', 'Сканов пока нет.'),
  add: text('Файл қосу', 'Добавить файл'),
  drop: text(
    'немесе файлдарды осы жерге сүйреп әкеліңіз: JPEG, PNG, PDF, 20 МБ-қа дейін',
    'или перетащите файлы сюда: JPEG, PNG, PDF, до 20 МБ',
  ),
  adding: (done: number, total: number): Text =>
    text(`Қосылуда: ${done} / ${total}`, `Добавляется: ${done} из ${total}`),
  added: (count: number): Text => text(`Қосылды: ${count}`, `Добавлено: ${count}`),
  notAdded: text('Бұл файлдар қосылмады', 'Эти файлы не добавлены'),
  damaged: text(
    'Сурет ашылмайды: файл бүлінген. Басқа көшірмесін қосыңыз.',
    'Изображение не открывается: файл поврежден. Добавьте другую копию.',
  ),

  name: text('Атауы', 'Название'),
  document: text('Тізімдеменің жолы', 'Строка описи'),
  documentHint: text('Міндетті емес', 'Необязательно'),
  addedOn: text('Қосылған күні', 'Добавлен'),
  size: text('Көлемі', 'Размер'),
  where: text('Қайда', 'Где'),
  actions: text('Әрекеттер', 'Действия'),
  here: text('осы компьютерде', 'на этом компьютере'),
  notYet: text('әлі келген жоқ', 'еще не пришел'),
  partly: (percent: number): Text =>
    text(`әлі келген жоқ (${percent} % келді)`, `еще не пришел (получено ${percent} %)`),
  notYetWhat: text(
    'Бұл файл басқа компьютерде қосылған, әлі осында келген жоқ. Деректермен алмасқанда келеді.',
    'Этот файл добавлен на другом компьютере и сюда еще не пришел. Он придет при обмене данными.',
  ),

  edit: text('Өзгерту', 'Изменить'),
  editOf: (title: string): Text => text(`Өзгерту: ${title}`, `Изменить: ${title}`),
  editTitle: text('Сканның атауы', 'Название скана'),
  remove: text('Жою', 'Удалить'),
  removeOf: (title: string): Text => text(`Жою: ${title}`, `Удалить: ${title}`),
  removeQuestion: (title: string): Text =>
    text(
      `«${title}» жойылады, қайтару мүмкін болмайды. Келесі алмасуда басқа компьютерлерден де жойылады.`,
      `«${title}» будет удален без возможности вернуть. При следующем обмене он удалится и на других компьютерах.`,
    ),
  removeYes: text('Жою', 'Удалить'),

  picture: text('Сурет', 'Изображение'),
  save: text('Файл ретінде сақтау', 'Сохранить файл'),
  saved: text('Файл сақталды.', 'Файл сохранен.'),
  unreadable: text(
    'Бұл файл мұнда ашылмайды. Оны сақтап, басқа бағдарламада ашып көріңіз.',
    'Этот файл здесь не открывается. Сохраните его и попробуйте открыть в другой программе.',
  ),
};

/** A size as people say it: no more than one digit behind the comma. */
export function sizeWords(bytes: number): Text {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  const words = kilobytes < 1024 ? `${kilobytes} КБ` : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} МБ`;
  return text(words, words);
}
