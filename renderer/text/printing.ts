import {formatDate} from '../../domain/dates.ts';
import type {PileFilter, PileLackKind, PileVersion} from '../../domain/pile.ts';
import {counted} from '../../domain/plural.ts';
import {text, type Text} from '../../domain/text.ts';

const recipients = {
  kk: 'қызмет алушы',
  ru: {one: 'получатель', few: 'получателя', many: 'получателей'},
};
const documents = {kk: 'құжат', ru: {one: 'документ', few: 'документа', many: 'документов'}};
const pagesNoun = {kk: 'бет', ru: {one: 'страница', few: 'страницы', many: 'страниц'}};

export const printingText = {
  title: text('Басып шығару', 'Печать'),
  forms: text('Қандай құжаттар', 'Какие документы'),
  formNames: {
    'appendix-2': text('Журнал', 'Журнал'),
    'appendix-3': text('Жеке істің мұқабасы', 'Обложка дела'),
    'appendix-4': text('Жеке жоспар', 'План'),
    'appendix-5': text('Мониторинг', 'Мониторинг'),
  },
  version: text('Бекітілгені не жобасы', 'Утвержденные или проекты'),
  versions: {
    frozen: text('Бекітілген', 'Утвержденные'),
    draft: text('Жоба', 'Проекты'),
  } satisfies Record<PileVersion, Text>,
  filter: text('Қайсысы', 'Какие из них'),
  filters: {
    all: text('Барлығы', 'Все'),
    unprinted: text('Басылмағандар', 'Не напечатанные'),
    unsigned: text('Қол қойылмағандар', 'Ждут подписи'),
  } satisfies Record<PileFilter, Text>,
  who: text('Кімдердің құжаттары', 'Чьи документы'),
  statuses: {
    present: text('Қызмет алып жүргендер', 'Получающие услуги'),
    queued: text('Кезектегілер', 'Стоящие в очереди'),
    left: text('Шыққандар мен ауысқандар', 'Выбывшие и переведенные'),
    all: text('Барлығы', 'Все'),
  },
  unit: text('Бөлімше', 'Отделение'),
  everyUnit: text('Бүкіл ұйым', 'Вся организация'),
  specialist: text('Маман', 'Специалист'),
  everySpecialist: text('Барлық маман', 'Все специалисты'),
  find: text('Аты-жөні немесе іс нөмірі', 'Имя или номер дела'),
  table: text('Топтама', 'Пачка'),
  selectAll: text('Барлығын таңдау', 'Выбрать всех'),
  select: (name: string): Text => text(`Таңдау: ${name}`, `Выбрать: ${name}`),
  name: text('Қызмет алушы', 'Получатель услуг'),
  journalOf: text('Электрондық журнал', 'Электронный журнал'),
  file: (number: string): Text => text(`жеке іс № ${number}`, `личное дело № ${number}`),
  papers: text('Не басылады', 'Что будет напечатано'),
  lacks: text('Не жетпейді', 'Чего не хватает'),
  number: {
    'appendix-2': (): Text => text('', ''),
    'appendix-3': (): Text => text('', ''),
    'appendix-4': (number: number): Text => text(`${number}-түзету`, `корректировка ${number}`),
    'appendix-5': (number: number): Text => text(`№ ${number}`, `№ ${number}`),
  },
  draft: text('жоба', 'проект'),
  pagesOf: (count: number): Text => counted(count, pagesNoun),
  printedOn: (day: string): Text => text(`басылған ${formatDate(day)}`, `напечатано ${formatDate(day)}`),
  notPrinted: text('басылмаған', 'не напечатано'),
  unsigned: text('қол қойылмаған', 'ждет подписи'),
  lackNames: {
    'not-admitted': text('әлі қабылданбаған', 'еще не поступил'),
    'no-file': text('жеке іс ашылмаған', 'личное дело не заведено'),
    'cover-not-issued': text('мұқаба рәсімделмеген', 'обложка не оформлена'),
    'no-plan': text('жоспар жоқ', 'плана нет'),
    'plan-not-approved': text('жоспар бекітілмеген', 'план не утвержден'),
    'plan-approved': text('жоспардың жобасы жоқ, ол бекітілген', 'проекта плана нет, он утвержден'),
    'no-round': text('мониторинг жүргізілмеген', 'мониторинг не проводился'),
    'round-open': text('мониторинг аяқталмаған', 'мониторинг не завершен'),
    'round-closed': text('ашық мониторинг жоқ, ол аяқталған', 'открытого мониторинга нет, он завершен'),
    'no-paper': text('құжат табылмады', 'документ не найден'),
    'journal-not-issued': text('журнал рәсімделмеген', 'журнал не оформлен'),
  } satisfies Record<PileLackKind, Text>,
  chosen: (people: number, papers: number): Text => {
    const [who, what] = [counted(people, recipients), counted(papers, documents)];
    return text(`Таңдалғаны: ${who.kk}, ${what.kk}`, `Выбрано: ${who.ru}, ${what.ru}`);
  },
  nothingChosen: text(
    'Тізімнен кімдердің құжаттары керек екенін белгілеңіз.',
    'Отметьте в списке, чьи документы нужны.',
  ),
  pagesKnown: (pages: number, papers: number, all: number): Text => {
    const {kk, ru} = counted(pages, pagesNoun);
    return papers === all
      ? text(kk, ru)
      : text(`${kk} (${all} құжаттың ${papers} саналған)`, `${ru} (посчитано ${papers} из ${all})`);
  },
  cut: (shown: number, total: number): Text =>
    text(
      `Көрсетілгені: алғашқы ${shown}, барлығы ${total}. Іріктеуді тарылтыңыз.`,
      `Показаны первые ${shown} из ${total}. Сузьте отбор.`,
    ),
  print: text('Қарау және басып шығару', 'Просмотреть и напечатать'),
  pile: text('Бір PDF', 'Одним PDF'),
  each: text('Бөлек файлдар (ZIP)', 'Отдельными файлами (ZIP)'),
  more: (count: number): Text => text(`Тағы ${count} көрсету`, `Показать еще ${count}`),
  noForms: text('Кемінде бір құжатты белгілеңіз.', 'Отметьте хотя бы один вид документов.'),
  nobodyTitle: text('Мұндай құжат жоқ', 'Таких документов нет'),
  nobodyWhat: {
    all: text(
      'Таңдалған шарттарға сай адам жоқ. Адам қабылданған соң, оның құжаттары осында шығады.',
      'По выбранным условиям никого нет. Когда человек поступит, его документы появятся здесь.',
    ),
    unprinted: text(
      'Таңдалғандардың бәрі басылған немесе сақталған.',
      'Все выбранные документы уже напечатаны или сохранены.',
    ),
    unsigned: text('Қол қоюды күтіп тұрған құжат жоқ.', 'Документов, которые ждут подписи, нет.'),
  } satisfies Record<PileFilter, Text>,
  noRight: text(
    'Құжаттарды басып шығару сіздің құқықтарыңызға кірмейді. Басылымдар тізілімін көре аласыз.',
    'Печать документов не входит в ваши права. Реестр печати вы посмотреть можете.',
  ),

  making: text('Құжаттар жасалуда', 'Документы готовятся'),
  made: (papers: number, pages: number): Text => {
    const [what, count] = [counted(papers, documents), counted(pages, pagesNoun)];
    return text(`Дайын: ${what.kk}, ${count.kk}.`, `Готово: ${what.ru}, ${count.ru}.`);
  },
  stopped: (held: number, all: number): Text =>
    text(
      `Топтама аяқталмаған: ${all} құжаттың ${held} дайын. Жалғастырсаңыз, олар қайта жасалмайды.`,
      `Пачка не закончена: готово ${held} из ${all}. При продолжении готовое заново не делается.`,
    ),
  goOn: text('Жалғастыру', 'Продолжить'),
  look: text('Қарау және басып шығару', 'Просмотреть и напечатать'),
  save: text('Файлды сақтау', 'Сохранить файл'),
  saved: text('Файл сақталды және басылымдар тізіліміне жазылды.', 'Файл сохранен и записан в реестр печати.'),
  failed: (names: string): Text =>
    text(
      `Бұл құжаттар жасалмады: ${names}. Оларды тізімнен ашып көріңіз.`,
      `Эти документы сделать не удалось: ${names}. Попробуйте открыть их из списка.`,
    ),

  register: text('Басылымдар тізілімі', 'Реестр печати'),
  registerOf: (name: string): Text => text(`Басылымдар тізілімі: ${name}`, `Реестр печати: ${name}`),
  blankForms: text('Бос нысандар', 'Пустые формы'),
  toPile: text('Құжаттар топтамасы', 'Пачка документов'),
  allPrints: text('Барлық басылымдар', 'Все записи'),
  from: text('Бірінші күні', 'Первый день'),
  to: text('Соңғы күні', 'Последний день'),
  printer: text('Кім басты', 'Кто печатал'),
  everybody: text('Бәрі', 'Все'),
  form: text('Нысан', 'Форма'),
  allForms: text('Барлық нысан', 'Все формы'),
  openPaper: (form: Text, day: string): Text => text(`${form.kk}, ${day}: ашу`, `${form.ru}, ${day}: открыть`),
  total: (count: number): Text => text(`Жазба саны: ${count}`, `Записей: ${count}`),
  registerEmptyTitle: text('Мұндай жазба жоқ', 'Таких записей нет'),
  registerEmptyWhat: text(
    'Құжат басып шығарылса не файлға сақталса, кім, қашан, қай тілде басқаны осында жазылады.',
    'Когда документ печатают или сохраняют в файл, здесь появляется запись: кто, когда, на каком языке.',
  ),
  earlier: text('Бұрынғылары', 'Показать более ранние'),
  excel: text('Excel файлын сақтау', 'Сохранить в Excel'),
  fileSaved: text('Файл сақталды', 'Файл сохранен'),
};
