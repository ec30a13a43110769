import {formatDate, type IsoDate} from '../../domain/dates.ts';
import {text, type Text} from '../../domain/text.ts';
import type {ReferenceDocument} from '../../electron/contract/reference.ts';

/** What the registry gives out, as the settings show it. */
export const referenceText = {
  title: text('Тізілімнің анықтамалық деректері', 'Справочные данные реестра'),
  what: text(
    'Тізілім береді, осы жерде өзгертілмейді. Жаңасы алмасумен бірге келеді.',
    'Их выдаёт реестр, здесь они не меняются. Новые приходят при обмене.',
  ),
  fromCodeList: text('Тізілім тізіміндегі сөздер', 'Слова из списка реестра'),
  fromList: text('Тізілім тізбесіндегі ұйымдар', 'Организации из списка реестра'),
  kind: text('Не', 'Что'),
  version: text('Нұсқа', 'Версия'),
  since: text('Қашаннан', 'С какого дня'),
  state: text('Жай-күйі', 'Состояние'),
  publishedOn: (day: IsoDate): Text => text(formatDate(day), formatDate(day)),
  applied: text('қолданылады', 'применяется'),
  ownInstead: text(
    'қолданылмайды: ұйымның өз мереке кестесі тұр («Күнтізбе»)',
    'не применяется: стоит своя таблица праздников организации («Календарь»)',
  ),
  notUnderstood: text(
    'бағдарламаның бұл нұсқасы оқи алмайды: бағдарламаны жаңартыңыз',
    'эта версия программы не может прочитать: обновите программу',
  ),
};

export const referenceKindNames: Record<ReferenceDocument['kind'], Text> = {
  'facilities': text('Ұйымдар тізбесі', 'Список организаций'),
  'calendar': text('Мереке күндерінің күнтізбесі', 'Календарь праздничных дней'),
  'labels': text('Нысандардың түзетілген жазулары', 'Исправленные надписи форм'),
  'code-lists': text('Анықтамалық тізімдер', 'Справочные списки'),
};
