import {consentFieldNames, type ConsentLack} from '../../domain/consent.ts';
import {formatDate, type IsoDate} from '../../domain/dates.ts';
import {text, type Text} from '../../domain/text.ts';

export const consentText = {
  ...consentFieldNames,
  title: text('Дербес деректерді өңдеуге келісім', 'Согласие на обработку персональных данных'),
  lack: {
    none: text('келісім жазылмаған', 'согласие не записано'),
    withdrawn: text('келісім қайтарып алынған', 'согласие отозвано'),
  } satisfies Record<ConsentLack, Text>,
  none: text('Келісім жазылмаған.', 'Согласие не записано.'),
  documentHint: text('Мысалы: келісім № 3', 'Например: согласие № 3'),
  scan: text('Сканерленген көшірмесі', 'Скан'),
  scanHint: text('«Құжаттар» бөліміне қосылған файл', 'Файл, добавленный в разделе «Документы»'),
  hasScan: text('сканерленген көшірмесі бар', 'есть скан'),
  record: text('Келісімді жазу', 'Записать согласие'),
  correct: text('Түзету', 'Исправить'),
  withdraw: text('Қайтарып алу', 'Отозвать'),
  withdrawWhat: text(
    'Жазба сақталады, оған қайтарып алынған күн қосылады. Деректер өшірілмейді.',
    'Запись останется, к ней добавится дата отзыва. Данные не удаляются.',
  ),
  withdrawYes: text('Қайтарып алынды деп белгілеу', 'Отметить отзыв'),
  remove: text('Алып тастау', 'Убрать'),
  removeQuestion: text(
    'Жаңылыс жазылса ғана алып тастаңыз. Тарихта сақталады.',
    'Убирайте, только если записано по ошибке. В истории останется.',
  ),
  removeYes: text('Алып тастау', 'Убрать'),
  of: (action: Text, day: IsoDate): Text =>
    text(`${action.kk}: ${formatDate(day)}`, `${action.ru}: ${formatDate(day)}`),
  given: (day: IsoDate, by: Text): Text => text(`${formatDate(day)}, ${by.kk}`, `${formatDate(day)}, ${by.ru}`),
  withdrawn: (day: IsoDate): Text => text(`${formatDate(day)} қайтарып алынды`, `отозвано ${formatDate(day)}`),
};
