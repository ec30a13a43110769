import {formatDate} from '../../domain/dates.ts';
import {counted} from '../../domain/plural.ts';
import {text, type Text} from '../../domain/text.ts';

const recipients = {
  kk: 'қызмет алушы',
  ru: {one: 'получатель', few: 'получателя', many: 'получателей'},
};
const sheets = {kk: 'парақ', ru: {one: 'лист', few: 'листа', many: 'листов'}};

export const bindingText = {
  title: text('Жыл қорытындысы бойынша тігу', 'Сшив по итогам года'),
  what: text(
    'Мониторинг журналы мен жеке жоспар жыл қорытындысы бойынша әр қызмет алушыға бөлек папкада бірге тігіледі.',
    'Журнал мониторинга и индивидуальный план по итогам года сшиваются вместе, в отдельной папке на каждого получателя услуг.',
  ),
  ground: text('Қағидалардың 35-тармағының 5) тармақшасы', 'Подпункт 5) пункта 35 Правил'),
  year: text('Жыл', 'Год'),
  which: text('Кімдер көрсетіледі', 'Кого показывать'),
  shown: {
    all: text('Барлығы', 'Все'),
    unbound: text('Тігілмегендер', 'Не сшитые'),
    lacking: text('Бекітілмеген құжаты барлар', 'С неутвержденными'),
  },
  nobodyTitle: text('Тігетін құжат жоқ', 'Сшивать нечего'),
  nobodyWhat: text(
    'Осы жылы ешкімнің жеке жоспары да, мониторингі де болмаған. Басқа жылды таңдап көріңіз.',
    'В этом году ни у кого не было ни индивидуального плана, ни мониторинга. Выберите другой год.',
  ),
  nobodyShown: text('Бұл тізімде ешкім жоқ.', 'В этом списке никого нет.'),
  more: (count: number): Text => text(`Тағы ${count} көрсету`, `Показать еще ${count}`),
  selectAll: text('Барлығын таңдау', 'Выбрать всех'),
  select: (name: string): Text => text(`Таңдау: ${name}`, `Выбрать: ${name}`),
  name: text('Қызмет алушы', 'Получатель услуг'),
  file: (number: string): Text => text(`жеке іс № ${number}`, `личное дело № ${number}`),
  papers: text('Бекітілген құжаттар', 'Утвержденные документы'),
  papersOf: (plans: number, revisions: number, rounds: number): Text =>
    text(
      `жоспар ${plans}, түзету ${revisions}, мониторинг ${rounds}`,
      `планов ${plans}, корректировок ${revisions}, мониторингов ${rounds}`,
    ),
  noPapers: text('бекітілген құжат жоқ', 'утвержденных документов нет'),
  lacks: text('Не жетпейді', 'Чего не хватает'),
  lackNames: {
    'plan-not-approved': (number: number): Text =>
      number === 0
        ? text('жоспар бекітілмеген', 'план не утвержден')
        : text(`${number}-түзету бекітілмеген`, `корректировка ${number} не утверждена`),
    'round-open': (number: number): Text =>
      text(`${number}-мониторинг аяқталмаған`, `мониторинг ${number} не завершен`),
    'no-paper': (): Text => text('құжат табылмады', 'документ не найден'),
  },
  state: text('Тігілуі', 'Сшив'),
  bound: (boundOn: string, count: number): Text => {
    const {kk, ru} = counted(count, sheets);
    return text(`${formatDate(boundOn)} тігілген, ${kk}`, `сшито ${formatDate(boundOn)}, ${ru}`);
  },
  notBound: text('тігілмеген', 'не сшито'),
  look: text('Қарау', 'Посмотреть'),
  lookAt: (name: string): Text => text(`Қарау: ${name}`, `Посмотреть: ${name}`),
  takeBack: text('Белгіні алу', 'Снять отметку'),
  takeBackQuestion: (name: string): Text =>
    text(
      `${name}: «тігілген» белгісі алынады. Тарихта сақталады.`,
      `${name}: отметка «сшито» будет снята. В истории она останется.`,
    ),
  pile: text('Бір файл', 'Одной пачкой'),
  each: text('Әркімге бөлек файл', 'Каждому свой файл'),
  mark: text('Тігілді деп белгілеу', 'Отметить сшитыми'),
  chosen: (count: number): Text => {
    const {kk, ru} = counted(count, recipients);
    return text(`Таңдалғаны: ${kk}`, `Выбрано: ${ru}`);
  },
  making: text('Құжаттар жиналуда', 'Документы собираются'),
  made: (count: number, all: number): Text => {
    const [who, what] = [counted(count, recipients), counted(all, sheets)];
    return text(
      `Дайын: ${who.kk}, ${what.kk}. Енді файлды сақтаңыз.`,
      `Готово: ${who.ru}, ${what.ru}. Теперь сохраните файл.`,
    );
  },
  leftOut: (names: string): Text =>
    text(`Бекітілген құжаты жоқ, файлға кірмеді: ${names}.`, `Нет утвержденных документов, в файл не вошли: ${names}.`),
  failed: (names: string): Text =>
    text(
      `Бұл құжаттарды жинау мүмкін болмады: ${names}. Оларды «Қарау» арқылы ашып көріңіз.`,
      `Эти документы собрать не удалось: ${names}. Попробуйте открыть их кнопкой «Посмотреть».`,
    ),
  oneSide: text(
    'Парақтар нөмірленген: бір бет — бір парақ. Қағаздың бір жағына ғана басып шығарыңыз.',
    'Листы пронумерованы: одна страница — один лист. Печатайте на одной стороне бумаги.',
  ),
  save: text('Файлды сақтау', 'Сохранить файл'),
  saved: text('Файл сақталды және басылымдар тізіліміне жазылды.', 'Файл сохранен и записан в реестр печати.'),
  markTitle: text('Тігілді деп белгілеу', 'Отметить сшитыми'),
  markWhat: (count: number, all: number): Text => {
    const [who, what] = [counted(count, recipients), counted(all, sheets)];
    return text(
      `${who.kk}, барлығы ${what.kk}. Папкалар тігіліп, қол қойылып, мөр басылған соң белгілеңіз.`,
      `${who.ru}, всего ${what.ru}. Отмечайте, когда папки сшиты, подписаны и заверены печатью.`,
    );
  },
  markOne: (name: string): Text =>
    text(
      `${name}. Папка тігіліп, қол қойылып, мөр басылған соң белгілеңіз.`,
      `${name}. Отмечайте, когда папка сшита, подписана и заверена печатью.`,
    ),
  markUnknown: text(
    'Кейбіреулерінің парақ саны белгісіз: алдымен файлды жинаңыз немесе бір-бірлеп белгілеңіз.',
    'У некоторых неизвестно число листов: сначала соберите файл или отмечайте по одному.',
  ),
  boundOn: text('Тігілген күні', 'Дата сшива'),
  sheets: text('Парақ саны', 'Количество листов'),
  marked: (count: number): Text => {
    const {kk, ru} = counted(count, recipients);
    return text(`Тігілді деп белгіленді: ${kk}.`, `Отмечено как сшитое: ${ru}.`);
  },
};
