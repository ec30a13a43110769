import {counted} from '../../domain/plural.ts';
import {text, type Text} from '../../domain/text.ts';

const changes = {kk: 'өзгеріс', ru: {one: 'изменение', few: 'изменения', many: 'изменений'}};
const records = {kk: 'жазба', ru: {one: 'запись', few: 'записи', many: 'записей'}};
/** After «не меньше». */
const atLeast = {kk: 'жазба', ru: {one: 'записи', few: 'записей', many: 'записей'}};
const conflicts = {kk: 'қайшылық', ru: {one: 'расхождение', few: 'расхождения', many: 'расхождений'}};

/** Where edits of two PCs have met, and a person chooses. */
export const conflictText = {
  title: text('Түзетулер қайшылығы', 'Расхождения правок'),
  what: text(
    'Бір мәнді екі компьютерде әртүрлі түзеткен. Қазір соңғысы тұр, екіншісі де сақталған. Қайсысы дұрыс екенін таңдаңыз.',
    'Одно и то же исправили на двух компьютерах по-разному. Сейчас стоит последнее, второе тоже сохранено. Выберите верное.',
  ),
  count: (count: number): Text => {
    const {kk, ru} = counted(count, conflicts);
    return text(`Түзетулерде ${kk}`, `В правках ${ru}`);
  },
  emptyTitle: text('Қайшылық жоқ', 'Расхождений нет'),
  emptyWhat: text(
    'Екі компьютерде бір мән әртүрлі түзетілсе, осы жерде таңдайсыз.',
    'Если одно и то же исправят на двух компьютерах по-разному, выбрать можно будет здесь.',
  ),
  all: text('Барлық қайшылықтар', 'Все расхождения'),
  standing: text('Қазір тұр', 'Стоит сейчас'),
  losing: text('Екінші мән', 'Другое значение'),
  nothing: text('бос', 'пусто'),
  deleted: text('жойылған', 'удалено'),
  whole: text('Жазбаның өзі', 'Сама запись'),
  record: text('Жазба', 'Запись'),
  value: text('Мәні', 'Значение'),
  someone: text('белгісіз', 'неизвестно кто'),
  keep: text('Мынаны қалдыру', 'Оставить это'),
  take: text('Мынаны алу', 'Взять это'),
  /** For those who hear the button alone. */
  chooses: (action: Text, value: Text, field: Text): Text =>
    text(`${action.kk}: ${value.kk} (${field.kk})`, `${action.ru}: ${value.ru} (${field.ru})`),
  chosen: text('Таңдалды', 'Выбрано'),
  see: text('Қайшылықтарды қарау', 'Посмотреть расхождения'),
};

/** What came and waits. */
export const heldText = {
  title: text('Карантин', 'Карантин'),
  see: text('Карантинді қарау', 'Посмотреть карантин'),
  what: text(
    'Мұндағы өзгерістер келді, бірақ қабылданбады. Қалғандары қабылданды. Ештеңе жоғалған жоқ.',
    'Эти изменения пришли, но не приняты. Остальные приняты. Ничего не потеряно.',
  ),
  count: (count: number): Text => {
    const {kk, ru} = counted(count, changes);
    return text(`Карантинде ${kk}`, `В карантине ${ru}`);
  },
  emptyTitle: text('Карантин бос', 'Карантин пуст'),
  emptyWhat: text('Келгеннің бәрі қабылданды.', 'Все, что пришло, принято.'),
  change: text('Өзгеріс', 'Изменение'),
  from: text('Кімнен', 'От кого'),
  received: text('Келген күні', 'Когда пришло'),
  why: text('Неге тұр және не істеу керек', 'Почему ждет и что делать'),
  ops: {
    insert: text('жаңа жазба', 'новая запись'),
    update: text('түзету', 'правка'),
    delete: text('жою', 'удаление'),
  },
  more: text('Тізімде алғашқылары ғана көрсетілген.', 'Показаны только первые.'),
  again: text('Қайта көру', 'Попробовать снова'),
  tried: text('Қайта көрілді', 'Проверено заново'),
  approve: text('Жоюға рұқсат беру', 'Пропустить удаление'),
  approveQuestion: (count: number, more: boolean): Text => {
    const {kk, ru} = counted(count, atLeast);
    return more
      ? text(
          `Осы компьютерде кемінде ${kk} жойылады. Жіберген әріптесіңіз мұны растады ма?`,
          `На этом компьютере будет удалено не меньше ${ru}. Коллега, от которого они пришли, это подтвердил?`,
        )
      : text(
          `Осы компьютерде ${kk} жойылады. Жіберген әріптесіңіз мұны растады ма?`,
          `На этом компьютере будет удалено ${counted(count, records).ru}. Коллега, от которого они пришли, это подтвердил?`,
        );
  },
  approveYes: (count: number): Text => text(`Иә, жойылсын: ${count}`, `Да, удалить: ${count}`),
};
