import {matterNames, matterStateNames} from '../../domain/matter-words.ts';
import {counted} from '../../domain/plural.ts';
import {text, type Text} from '../../domain/text.ts';

const yearNoun = {kk: 'жас', ru: {one: 'год', few: 'года', many: 'лет'}};
const dayNoun = {kk: 'күн', ru: {one: 'день', few: 'дня', many: 'дней'}};

export const todayText = {
  title: text('Бүгін', 'Сегодня'),
  titleOn: (day: Text): Text => text(`Бүгін, ${day.kk}`, `Сегодня, ${day.ru}`),
  receiving: text('Қызмет алуда', 'Получают услуги'),
  queued: text('Кезекте', 'В очереди'),
  onLeave: text('Уақытша шыққандар', 'Временно выбыли'),
  everyone: text('Барлығы', 'Все'),
  mine: text('Менікі', 'Мои'),
  whose: text('Кімнің ісі', 'Чьи дела'),
  specialist: text('Маман', 'Специалист'),
  anySpecialist: text('Барлық мамандар', 'Все специалисты'),
  unit: text('Бөлімше', 'Отделение'),
  anyUnit: text('Барлық бөлімшелер', 'Все отделения'),
  grouping: text('Қалай топтау', 'Как сгруппировать'),
  byDay: text('Мерзімі бойынша', 'По срокам'),
  byPerson: text('Адамдар бойынша', 'По людям'),
  waitsForMe: text('Сіздің қолыңызды күтеді', 'Ждет вашей подписи'),
  waitsForOthers: text('Басқалардың қолын күтеді', 'Ждет подписи других'),
  start: text('Бастау', 'Начать'),
  nextPlan: text('Жаңа жоспар', 'Новый план'),
  nextPlanHint: text('Соңғы жоспардың іс-шараларымен басталады', 'Начинается с мероприятиями последнего плана'),
  signed: text('Қол қойылды', 'Подписано'),
  signedHint: text(
    'Қағазға бүгін қол қойылды деп белгілейді. Қайтаруға болады.',
    'Отмечает, что бумага подписана сегодня. Это можно отменить.',
  ),
  signedDone: (name: string): Text => text(`Қол қойылды: ${name}`, `Подписано: ${name}`),
  takeBack: text('Болдырмау', 'Отменить'),
  postpone: text('Кейінге', 'Отложить'),
  postponeHint: text(
    'Бір аптаға, бірақ мерзімінен кешіктірмей жасырады. Тек осы компьютерде, тек сізге.',
    'Убирает на неделю, но не дольше срока. Только на этом компьютере и только у вас.',
  ),
  postponedUntil: (day: string): Text => text(`${day} дейін кейінге қалды`, `Отложено до ${day}`),
  postponed: (count: number): Text => text(`Кейінге қалған: ${count}`, `Отложено: ${count}`),
  showPostponed: text('Көрсету', 'Показать'),
  nothingOfThese: text('Бұл сүзгі бойынша іс жоқ', 'По этому отбору дел нет'),
  nothingOfTheseWhat: text(
    'Басқа адамды немесе бөлімшені таңдаңыз, не барлығын көрсетіңіз.',
    'Выберите другого специалиста или отделение либо покажите все.',
  ),
  showAll: text('Барлығын көрсету', 'Показать все'),
  month: text('Осы айда', 'В этом месяце'),
  birthdays: text('Туған күндер', 'Дни рождения'),
  programmes: text('Жеке бағдарламасы аяқталады', 'Заканчивается индивидуальная программа'),
  plansEnd: text('Жеке жоспары аяқталады', 'Заканчивается индивидуальный план'),
  turns: (years: number): Text => text(`${years} жас`, counted(years, yearNoun).ru),
  monthCounts: (birthdays: number, ends: number): Text =>
    text(
      `туған күн: ${birthdays} · бағдарлама мен жоспардың аяқталуы: ${ends}`,
      `дней рождения: ${birthdays} · окончаний программ и планов: ${ends}`,
    ),
  states: matterStateNames,
  kinds: matterNames,
  undecided: text(
    'күні нақты бекітілмеген мерекеге байланысты өзгеруі мүмкін',
    'может измениться: зависит от праздника, день которого еще не утвержден',
  ),
  by: (day: string): Text => text(`${day} дейін`, `до ${day}`),
  latest: (day: string): Text => text(`ең кеші ${day}`, `крайний срок ${day}`),
  late: (days: number): Text => text(`${days} күн кешікті`, `просрочено на ${counted(days, dayNoun).ru}`),
  cut: (shown: number, total: number): Text =>
    text(`Көрсетілгені: алғашқы ${shown}, барлығы ${total}`, `Показаны первые ${shown} из ${total}`),
  cutPart: (shown: number): Text => text(`Көрсетілгені: алғашқы ${shown}`, `Показаны первые ${shown}`),
  openPerson: text('Адамның беті', 'Страница человека'),
  nothingTitle: text('Барлығы орындалған', 'Все сделано'),
  nothingWhat: text(
    'Мерзімі келген іс жоқ. Жаңа адам келсе, журналға енгізіңіз.',
    'Дел со сроком нет. Если придет новый человек, внесите его в журнал.',
  ),
  emptyTitle: text('Журналға бірінші адамды енгізіңіз', 'Внесите в журнал первого человека'),
  emptyWhat: text(
    'Кезекте тұрған немесе қабылданған адам журналға жазылған соң, мұнда жеке іс, жоспар және мониторинг мерзімдері шығады.',
    'Когда в журнале появится человек из очереди или принятый, здесь будут сроки личного дела, плана и мониторинга.',
  ),
  enterFirst: text('Журналға енгізу', 'Внести в журнал'),
};
