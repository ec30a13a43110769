import type {ImportKind} from '../../domain/importing/kinds.ts';
import {counted, type CountedNoun} from '../../domain/plural.ts';
import {text, type Text} from '../../domain/text.ts';
import {formatDate} from '../../domain/dates.ts';

const rowNoun: CountedNoun = {kk: 'жол', ru: {one: 'строка', few: 'строки', many: 'строк'}};

/** What was taken, to be counted. */
const takenNouns: Record<ImportKind, CountedNoun> = {
  people: {kk: 'адам', ru: {one: 'человек', few: 'человека', many: 'человек'}},
  staff: {kk: 'қызметкер', ru: {one: 'сотрудник', few: 'сотрудника', many: 'сотрудников'}},
  plans: {kk: 'жоспар жолы', ru: {one: 'строка планов', few: 'строки планов', many: 'строк планов'}},
};

const removedNouns: Record<ImportKind, CountedNoun> = {
  ...takenNouns,
  plans: {kk: 'жоспар', ru: {one: 'план', few: 'плана', many: 'планов'}},
};

export const importingText = {
  titles: {
    people: text('Қызмет алушыларды кестеден енгізу', 'Внести получателей услуг из таблицы'),
    staff: text('Қызметкерлерді кестеден енгізу', 'Внести сотрудников из таблицы'),
    plans: text('Жоспарларды кестеден енгізу', 'Внести планы из таблицы'),
  } satisfies Record<ImportKind, Text>,
  kind: text('Нені енгізу керек', 'Что внести'),
  kinds: {
    people: text('Қызмет алушылар', 'Получатели услуг'),
    staff: text('Қызметкерлер', 'Сотрудники'),
    plans: text('Жоспарлар', 'Планы'),
  } satisfies Record<ImportKind, Text>,
  denied: text(
    'Мұны енгізуге құқығыңыз жоқ. Басшыға хабарласыңыз.',
    'У вас нет права это вносить. Обратитесь к руководителю.',
  ),
  what: text(
    'Өз кестеңізді таңдаңыз: Excel (.xlsx, .xls), OpenDocument (.ods) немесе .csv. Файлдың өзі өзгермейді, енгізгенге дейін бәрі тексеріледі.',
    'Выберите свою таблицу: Excel (.xlsx, .xls), OpenDocument (.ods) или .csv. Сам файл не меняется, до внесения все проверяется.',
  ),
  choose: text('Файлды таңдау', 'Выбрать файл'),
  chooseAnother: text('Басқа файлды таңдау', 'Выбрать другой файл'),
  reading: text('Файл оқылуда', 'Файл читается'),
  readStopped: text('Файлды оқу тоқтатылды.', 'Чтение файла остановлено.'),
  readFailed: text(
    'Файлды оқу мүмкін болмады. Оны Excel-де ашып, .xlsx түрінде қайта сақтаңыз да, қайта таңдаңыз.',
    'Прочитать файл не удалось. Откройте его в Excel, сохраните заново как .xlsx и выберите снова.',
  ),
  gone: text(
    'Оқылған кесте енді жадта жоқ. Файлды қайта таңдаңыз: бағандарды таңдауыңыз есте қалды.',
    'Прочитанной таблицы уже нет в памяти. Выберите файл снова: выбор столбцов запомнен.',
  ),

  table: text('1. Кестенің орны', '1. Где таблица'),
  sheet: text('Парақ', 'Лист'),
  sheetName: (name: string, rows: number): Text => {
    const said = counted(rows, rowNoun);
    return name === '' ? said : text(`${name} (${said.kk})`, `${name} (${said.ru})`);
  },
  which: text('Кесте', 'Таблица'),
  whichName: (no: number, from: number, to: number): Text =>
    text(`${no}-кесте: ${from}–${to} жолдар`, `Таблица ${no}: строки ${from}–${to}`),
  head: text('Бағандардың атаулары тұрған жол', 'Строка с названиями столбцов'),
  depth: text('Атаулар неше жол алады', 'Сколько строк занимают названия'),
  last: text('Соңғы жол', 'Последняя строка'),
  preview: text('Кестенің басы', 'Начало таблицы'),
  rowNo: text('№', '№'),

  columns: text('2. Бағандар', '2. Столбцы'),
  columnsHint: text(
    'Әр бағаннан не алынатынын тексеріңіз. Танылмаған баған алынбайды.',
    'Проверьте, что берется из каждого столбца. Нераспознанный столбец не берется.',
  ),
  heading: text('Кестедегі атауы', 'Название в таблице'),
  sample: text('Мысалы', 'Например'),
  field: text('Не алынады', 'Что берется'),
  nothing: text('— алынбайды —', '— не берется —'),
  noHeading: (letter: string): Text => text(`${letter} бағаны`, `столбец ${letter}`),
  needName: text(
    'Аты-жөні қай бағанда екенін көрсетіңіз: онсыз енгізу мүмкін емес.',
    'Укажите, в каком столбце имя: без него внести нельзя.',
  ),
  check: text('Тексеру', 'Проверить'),
  checking: text('Жолдар тексерілуде', 'Строки проверяются'),
  checkStopped: text('Тексеру тоқтатылды. Ештеңе енгізілген жоқ.', 'Проверка остановлена. Ничего не внесено.'),
  checkFailed: text('Тексеру мүмкін болмады. Қайталап көріңіз.', 'Проверить не удалось. Попробуйте еще раз.'),

  result: text('3. Не енгізіледі', '3. Что будет внесено'),
  states: {
    good: text('Дұрыс', 'Верно'),
    remark: text('Ескертумен', 'С замечаниями'),
    refused: text('Енгізілмейді', 'Не будет внесено'),
  },
  counted: (count: number): Text => counted(count, rowNoun),
  none: text('Мұндай жолдар жоқ.', 'Таких строк нет.'),
  row: (row: number): Text => text(`${row}-жол`, `Строка ${row}`),
  rowHead: text('Жол', 'Строка'),
  nameHead: text('Кім', 'Кто'),
  findingsHead: text('Не дұрыс емес', 'Что не так'),
  choose1: text('Енгізілсін', 'Внести'),
  fine: text('дұрыс', 'верно'),
  more: (count: number): Text => text(`Тағы ${count} көрсету`, `Показать еще ${count}`),
  saveErrors: text('Не дұрыс емесін жазып, файлды сақтау', 'Сохранить файл с тем, что не так'),
  makingErrors: text('Файл дайындалуда', 'Файл готовится'),
  errorsSaved: text('Файл сақталды', 'Файл сохранен'),
  errorsHint: text(
    'Өз кестеңіз сақталады, соңғы бағанда не дұрыс емесі жазылады. Түзетіп, сол файлды қайта таңдаңыз: енгізілгендер екінші рет алынбайды.',
    'Сохранится ваша таблица, в последнем столбце будет сказано, что не так. Исправьте и выберите тот же файл снова: внесенные второй раз не возьмутся.',
  ),
  takeGood: (count: number): Text => text(`Дұрыстарын енгізу (${count})`, `Внести верные (${count})`),
  takeAll: (count: number): Text => text(`Ескертумен бірге енгізу (${count})`, `Внести и с замечаниями (${count})`),
  takeChosen: (count: number): Text => text(`Таңдалғанын енгізу (${count})`, `Внести выбранные (${count})`),
  taking: text('Енгізілуде', 'Вносится'),
  takeStopped: text(
    'Тоқтатылды. Енгізілгені сақталды, ол төмендегі тізімде тұр.',
    'Остановлено. Внесенное сохранено и стоит в списке ниже.',
  ),
  takeFailed: text(
    'Енгізу аяқталмады. Енгізілгені төмендегі тізімде тұр; қалғанын қайта тексеріп енгізіңіз.',
    'Внести до конца не удалось. Внесенное стоит в списке ниже; остальное проверьте и внесите снова.',
  ),
  taken: (kind: ImportKind, count: number): Text => {
    const said = counted(count, takenNouns[kind]);
    return text(`Енгізілді: ${said.kk}.`, `Внесено: ${said.ru}.`);
  },
  refusedSince: (count: number): Text => {
    const said = counted(count, rowNoun);
    return text(
      `Тексеруден кейін деректер өзгерді, енгізілмеді: ${said.kk}.`,
      `После проверки данные изменились, не внесено: ${said.ru}.`,
    );
  },

  imports: text('Бұрын кестеден енгізілгендер', 'Внесено из таблиц раньше'),
  noImports: text(
    'Бұл компьютерде кестеден әлі ештеңе енгізілген жоқ.',
    'На этом компьютере из таблиц еще ничего не вносили.',
  ),
  when: text('Қашан', 'Когда'),
  by: text('Кім енгізді', 'Кто внес'),
  count: text('Не енгізілді', 'Что внесено'),
  countOf: (kind: ImportKind, count: number): Text => counted(count, takenNouns[kind]),
  backOf: (kind: ImportKind, count: number): Text => {
    const said = counted(count, removedNouns[kind]);
    return text(`қайтарып алынды: ${said.kk}`, `взято обратно: ${said.ru}`);
  },
  at: (day: string, time: string): Text => text(`${formatDate(day)} ${time}`, `${formatDate(day)} ${time}`),
  takeBack: text('Қайтарып алу', 'Взять обратно'),
  takeBackQuestion: text(
    'Осы кестеден енгізілгендер жойылады. Кейін өзгертілгені немесе жаңа жазба қосылғаны қалады, олар көрсетіледі. Журналдағы нөмірлер қайта берілмейді.',
    'Внесенное из этой таблицы будет убрано. То, что потом изменили или к чему что-то добавили, останется, и оно будет показано. Номера журнала второй раз не выдаются.',
  ),
  takingBack: text('Қайтарып алынуда', 'Берется обратно'),
  backStopped: text(
    'Тоқтатылды. Қалғанын кейін қайтарып алуға болады.',
    'Остановлено. Остальное можно взять обратно позже.',
  ),
  backFailed: text(
    'Қайтарып алу аяқталмады. Қайталап көріңіз.',
    'Взять обратно до конца не удалось. Попробуйте еще раз.',
  ),
  removed: (kind: ImportKind, count: number): Text => {
    const said = counted(count, removedNouns[kind]);
    return text(`Қайтарып алынды: ${said.kk}.`, `Взято обратно: ${said.ru}.`);
  },
  staysBecause: ({kk, ru}: Text): Text => text(` — ${kk}`, ` — ${ru}`),
  stays: (count: number): Text => text(`Қалды: ${count}. Себебі:`, `Осталось: ${count}. Почему:`),
};
