import {text, type Text} from './text.ts';
import type {OrganisationType} from './vocabulary.ts';

/** Why a person is taken out of turn. The order knows one ground. */
export const outOfTurnGrounds = ['orphan-of-age'] as const;
export type OutOfTurnGround = (typeof outOfTurnGrounds)[number];

export const outOfTurnNames: Record<OutOfTurnGround, Text> = {
  'orphan-of-age': text(
    'он сегіз жасқа толған және стационарлық үлгідегі ұйымда тұратын жетім бала немесе ата-анасының қамқорлығынсыз қалған бала',
    'достигший восемнадцати лет ребенок-сирота или ребенок, оставшийся без попечения родителей, проживающий в организации стационарного типа',
  ),
};

const semiStationaryFragment = text(
  '№ 379 бұйрық, Қағидалардың 21-тармағының 1) тармақшасы (орыс тіліндегі редакциясы бойынша)',
  'приказ № 379, подпункт 1) пункта 21 Правил (по русской редакции)',
);

/** The paragraphs of the queue. */
export const queueGrounds = {
  outOfTurn: text(
    'Қағидалардың 11-тармағы 1) тармақшасының сегізінші бөлігі',
    'часть восьмая подпункта 1) пункта 11 Правил',
  ),
  placeKept: {
    'stationary': kept(11),
    'semi-stationary': kept(21),
    'home-care': kept(26),
    // Paragraph 35 has no such part.
    'temporary-stay': null,
  } satisfies Record<OrganisationType, Text | null>,
  postponement: semiStationaryFragment,
  noShow: semiStationaryFragment,
};

export const queueProblemCodes = [
  'not-called',
  'before-previous',
  'arrival-in-past',
  'postponement-elsewhere',
  'postponed-twice',
  'postponed-too-far',
  'postponed-late',
  'not-later',
  'still-may-come',
  'out-of-turn-elsewhere',
  'out-of-turn-under-age',
] as const;
export type QueueProblemCode = (typeof queueProblemCodes)[number];

export const queueProblemWords: Record<QueueProblemCode, Text> = {
  'not-called': text(
    'Бұл белгі соңғы белгіден кейін қойылмайды. Алдымен орын ұсынылғанын белгілеңіз.',
    'Эта отметка не может идти после последней. Сначала отметьте, что место предложено.',
  ),
  'before-previous': text(
    'Күні алдыңғы белгіден ерте. Күнді тексеріңіз.',
    'День раньше предыдущей отметки. Проверьте день.',
  ),
  'arrival-in-past': text(
    'Келу мерзімі орын ұсынылған күннен ерте. Мерзімді тексеріңіз.',
    'Срок прибытия раньше дня предложения места. Проверьте срок.',
  ),
  'postponement-elsewhere': text(
    'Келу мерзімін ауыстыру жартылай стационарлық үлгідегі ұйымға ғана көзделген. Келмегенін белгілеңіз немесе орынды қайта ұсыныңыз.',
    'Перенос срока прибытия предусмотрен только для организации полустационарного типа. Отметьте неприбытие или предложите место снова.',
  ),
  'postponed-twice': text(
    'Келу мерзімі бір рет қана ауыстырылады. Қабылдаңыз немесе келмегенін белгілеңіз.',
    'Срок прибытия переносится один раз. Примите человека или отметьте неприбытие.',
  ),
  'postponed-too-far': text(
    'Мерзім күнтізбелік он күннен артыққа ауыстырылмайды. Ертерек күнді енгізіңіз.',
    'Срок переносится не более чем на десять календарных дней. Введите более ранний день.',
  ),
  'postponed-late': text(
    'Келу мерзімі өтіп кетті. Келмегенін белгілеңіз.',
    'Срок прибытия уже прошел. Отметьте неприбытие.',
  ),
  'not-later': text(
    'Жаңа келу мерзімі бұрынғысынан кеш болуы тиіс. Күнді енгізіңіз.',
    'Новый срок прибытия должен быть позже прежнего. Введите день.',
  ),
  'still-may-come': text(
    'Келу мерзімі әлі өткен жоқ. Мерзімнің соңын күтіңіз.',
    'Срок прибытия еще не прошел. Дождитесь его конца.',
  ),
  'out-of-turn-elsewhere': text(
    'Кезектен тыс тек стационарлық үлгідегі ұйымға қабылданады. Жалпы кезекке қойыңыз.',
    'Вне очереди принимают только в организацию стационарного типа. Поставьте в общую очередь.',
  ),
  'out-of-turn-under-age': text(
    'Бұл күні адам он сегізге толған жоқ. Туған күнін тексеріңіз.',
    'В этот день человеку нет восемнадцати лет. Проверьте дату рождения.',
  ),
};

function kept(paragraph: number): Text {
  return text(
    `Қағидалардың ${paragraph}-тармағы 1) тармақшасының жетінші бөлігі: кезек сақталады`,
    `часть седьмая подпункта 1) пункта ${paragraph} Правил: очередь сохраняется`,
  );
}

export const queueStateNames = {
  'waiting': text('күтуде', 'ждет'),
  'called': text('орын ұсынылды', 'предложено место'),
  'passed-over': text('келмеді', 'не прибыл'),
} satisfies Record<string, Text>;
