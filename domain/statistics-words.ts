import {dueNames} from './deadline-rule.ts';
import type {AgeGroup} from './statistics.ts';
import type {CountedKind} from './statistics-deadlines.ts';
import type {StatisticsColumn, StatisticsTableId} from './statistics-tables.ts';
import {formatDate} from './dates.ts';
import {text, type Text} from './text.ts';
import {
  placementStatusNames,
  recipientCategoryNames,
  serviceTypeNames,
  sexNames,
  type PlacementStatus,
  type RecipientCategory,
  type ServiceType,
  type Sex,
} from './vocabulary.ts';
import type {Movement} from './statistics-tables.ts';

/** The words of the tables, on the screen and in the workbook. */

export const tableNames: Record<StatisticsTableId, Text> = {
  status: text('Мәртебесі бойынша', 'По статусу'),
  category: text('Санаты бойынша', 'По категориям'),
  sex: text('Жынысы бойынша', 'По полу'),
  age: text('Жасы бойынша', 'По возрасту'),
  movement: text('Түскені мен шыққаны', 'Поступление и выбытие'),
  occupancy: text('Орындар мен кезек', 'Места и очередь'),
  services: text('Қызмет түрлері', 'Виды услуг'),
  monitoring: text('Мониторинг нәтижелері', 'Результаты мониторинга'),
  deadlines: text('Мерзімдердің сақталуы', 'Соблюдение сроков'),
};

/** What the first column of each table holds. */
export const rowHeads: Record<StatisticsTableId, Text> = {
  status: text('Мәртебесі', 'Статус'),
  category: text('Санаты', 'Категория'),
  sex: text('Жынысы', 'Пол'),
  age: text('Толық жасы', 'Полных лет'),
  movement: text('Оқиға', 'Событие'),
  occupancy: text('Күні', 'День'),
  services: text('Қызмет түрі', 'Вид услуг'),
  monitoring: text('Қызмет түрі', 'Вид услуг'),
  deadlines: text('Мерзімі бар іс', 'Что требуется к сроку'),
};

export const columnNames: Record<StatisticsColumn, Text> = {
  'period': text('Кезең ішінде', 'За период'),
  'last-day': text('Соңғы күні', 'На последний день'),
  'events': text('Оқиға саны', 'Событий'),
  'people': text('Адам саны', 'Человек'),
  'queue': text('Кезекте', 'В очереди'),
  'receiving': text('Қызмет алуда', 'Получают услуги'),
  'on-leave': text('Уақытша шықты', 'Временно выбыли'),
  'occupied': text('Толған орын', 'Занято мест'),
  'plans': text('Жоспар саны', 'Планов'),
  'measures': text('Іс-шара саны', 'Мероприятий'),
  'rounds': text('Мониторинг саны', 'Мониторингов'),
  'better': text('Оң өзгерістер бар', 'Положительные изменения'),
  'none': text('Өзгерістер жоқ', 'Изменений нет'),
  'worse': text('Нашарлады', 'Ухудшение'),
  'correction': text('Жоспарды түзету туралы шешім', 'Решение о корректировке плана'),
  'strict': text('Мерзімінде', 'В срок'),
  'lenient': text('Тек жеңіл санау бойынша мерзімінде', 'В срок только по мягкому счету'),
  'broken': text('Мерзімі бұзылды', 'Срок нарушен'),
  'open': text('Мерзімі әлі өткен жоқ', 'Срок еще не истек'),
};

/** How the numbers of a table are counted, to be read beside it. */
export const tableNotes: Record<StatisticsTableId, Text> = {
  status: text(
    'Кезең ішінде: кемінде бір күн осы мәртебеде болғандар; шыққандар мен ауыстырылғандар — кезең ішінде шыққандар. Күн соңындағы мәртебе есептеледі.',
    'За период: кто хотя бы один день был в этом статусе; выбывшие и переведенные – за период. Считается статус на конец дня.',
  ),
  category: text(
    'Кемінде бір күн қызмет алғандар. Қайтып келген адам бір рет саналады.',
    'Кто хотя бы один день получал услуги. Возвратившийся считается один раз.',
  ),
  sex: text('Кемінде бір күн қызмет алғандар.', 'Кто хотя бы один день получал услуги.'),
  age: text(
    'Кемінде бір күн қызмет алғандар; жасы кезеңнің соңғы күніне есептелген.',
    'Кто хотя бы один день получал услуги; возраст на последний день периода.',
  ),
  movement: text('Күні кезеңге түсетін оқиғалар.', 'События, день которых приходится на период.'),
  occupancy: text(
    'Күн соңындағы жағдай. Толған орын: қызмет алып жүргендер мен уақытша шыққандар.',
    'На конец дня. Занято мест: получают услуги и временно выбыли.',
  ),
  services: text(
    'Адам ұйымда болған күндері күшінде болған бекітілген жоспарлар; түзетілген жоспардың соңғы нұсқасы алынады.',
    'Утвержденные планы, действовавшие, пока человек был в организации; из исправленных – последняя редакция.',
  ),
  monitoring: text(
    'Кезең ішінде жүргізіліп, журналға енгізілген мониторингтер.',
    'Мониторинги, проведенные за период и внесенные в журнал.',
  ),
  deadlines: text(
    'Соңғы күні (жеңіл санау бойынша) кезеңге түсетін мерзімдер. Қатаң санау: оқиға күні бірінші күн болып саналады. Жеңіл санау: келесі күннен басталады, демалыс күні жылжиды.',
    'Сроки, крайний день которых (по мягкому счету) приходится на период. Строгий счет: день события – первый день. Мягкий: счет со следующего дня, выходной переносится.',
  ),
};

const movementNames: Record<Movement, Text> = {
  'queued': text('Кезекке қойылды', 'Поставлен в очередь'),
  'admitted': text('Қабылданды', 'Принят'),
  'readmitted': text('Қайтып келді', 'Возвратился'),
  'left': text('Уақытша шықты', 'Временно выбыл'),
  'came-back': text('Уақытша шыққаннан кейін оралды', 'Вернулся после временного выбытия'),
  'transferred': text('Басқа ұйымға ауыстырылды', 'Переведен в другую организацию'),
  'discharged': text('Шықты', 'Выбыл'),
  'withdrawn': text('Кезектен шығарылды', 'Снят с очереди'),
};

const ageGroupNames: Record<AgeGroup, Text> = {
  '0-2': text('3 жасқа дейін', 'до 3 лет'),
  '3-6': text('3–6 жас', '3–6 лет'),
  '7-17': text('7–17 жас', '7–17 лет'),
  '18-29': text('18–29 жас', '18–29 лет'),
  '30-44': text('30–44 жас', '30–44 года'),
  '45-59': text('45–59 жас', '45–59 лет'),
  '60-74': text('60–74 жас', '60–74 года'),
  '75': text('75 жас және одан жоғары', '75 лет и старше'),
};

export const allRow = 'all';
export const unknownRow = 'unknown';

const all = text('Барлығы', 'Всего');
const unknown = text('Көрсетілмеген', 'Не указано');

/** The name of a row: of a closed list, or a day. */
export function rowName(table: StatisticsTableId, row: string): Text {
  if (row === allRow) return all;
  if (row === unknownRow) return unknown;
  switch (table) {
    case 'status':
      return placementStatusNames[row as PlacementStatus];
    case 'category':
      return recipientCategoryNames[row as RecipientCategory];
    case 'sex':
      return sexNames[row as Sex];
    case 'age':
      return ageGroupNames[row as AgeGroup];
    case 'movement':
      return movementNames[row as Movement];
    case 'occupancy':
      return text(formatDate(row), formatDate(row));
    case 'services':
    case 'monitoring':
      return serviceTypeNames[row as ServiceType];
    case 'deadlines':
      return dueNames[row as CountedKind];
  }
}
