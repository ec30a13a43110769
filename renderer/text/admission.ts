import type {AdmissionItem, AdmissionState} from '../../domain/admission.ts';
import {formatDate} from '../../domain/dates.ts';
import {counted} from '../../domain/plural.ts';
import {admissionAnswerNames, measuredNames} from '../../domain/record-value-words.ts';
import {text, type Text} from '../../domain/text.ts';

/** The conditions of admission. What is asked and its paragraph stand in the edition. */
export const admissionText = {
  title: text('Қабылдау шарттары', 'Условия приема'),
  what: text(
    '№ 308 бұйрық кімді қабылдауға болатынын айтады. Шарт орындалмаса да қабылдауға болады: себебін жазыңыз, ол адамның бетінде қалады.',
    'Приказ № 308 говорит, кого принимают. Принять можно и тогда, когда условие не соблюдено: укажите причину, она останется на странице человека.',
  ),
  hoursPerDay: text('Күніне неше сағат болады', 'Сколько часов в день'),
  night: text('Түнде қала ма', 'Остается ли на ночь'),
  nights: {day: measuredNames.day, night: measuredNames.night},
  stayTo: text('Қай күнге дейін тұрады', 'До какого дня проживает'),
  states: admissionAnswerNames satisfies Record<AdmissionState, Text>,
  yes: text('иә', 'да'),
  no: text('жоқ', 'нет'),
  notLooked: text('тексерілмеген', 'не проверено'),
  ground: text('Негізі (бұйрықтағы себеп)', 'Основание (причина по приказу)'),
  nthGround: measuredNames.ground,
  reason: text('Сонда да қабылдау себебі', 'Почему все же принят'),
  unverified: text('мәтіні бұйрықтың өзінен салыстырылмаған', 'текст с самим приказом не сверен'),
  against: (count: number): Text => text(`сәйкес емес: ${count}`, `не соблюдено: ${count}`),
  open: (count: number): Text => text(`тексерілмеген: ${count}`, `не проверено: ${count}`),
  allMet: text('Барлық шарт орындалған.', 'Все условия соблюдены.'),
  noneAsked: text('Бұйрық мұнда шарт қоймайды.', 'Приказ здесь условий не ставит.'),

  howAdmitted: text('Қалай қабылданды', 'Как принят'),
  waits: text('Қабылдау шарттары', 'Условия приема'),
  nobodyLooked: text('Шарттар әлі қаралмаған.', 'Условия еще не проверяли.'),
  change: text('Шарттарды қарау', 'Проверить условия'),
  saved: text('Шарттар сақталды.', 'Условия сохранены.'),
  because: (reason: string): Text => text(`себебі: ${reason}`, `причина: ${reason}`),

  found: {
    age: (years: number): Text => text(`сол күні ${years} жаста`, `на этот день ${counted(years, yearWords).ru}`),
    months: (months: number): Text =>
      text(`сол күні ${months} айлық`, `на этот день ${counted(months, monthWords).ru}`),
    category: (name: Text): Text => text(`санаты: ${name.kk}`, `категория: ${name.ru}`),
    group: (name: Text): Text => text(`мүгедектігі: ${name.kk}`, `инвалидность: ${name.ru}`),
    hours: measuredNames.hours,
    programme: (day: string): Text => text(`бағдарламасы ${formatDate(day)} дейін`, `программа по ${formatDate(day)}`),
    stay: (day: string): Text => text(`${formatDate(day)} дейін`, `по ${formatDate(day)}`),
    nothing: {
      'ask': null,
      'age': text('туған күні жазылмаған', 'дата рождения не указана'),
      'category': text('санаты жазылмаған', 'категория не указана'),
      'disability-group': text('мүгедектік тобы жазылмаған', 'группа инвалидности не указана'),
      'hours': text('сағаты жазылмаған', 'часы не указаны'),
      'programme': text('бағдарламаның мерзімі жазылмаған', 'срок программы не указан'),
      'stay': text('қай күнге дейін екені жазылмаған', 'не указано, до какого дня'),
    } satisfies Record<AdmissionItem['test']['kind'], Text | null>,
  },
};

const yearWords = {kk: 'жас', ru: {one: 'год', few: 'года', many: 'лет'}};
const monthWords = {kk: 'ай', ru: {one: 'месяц', few: 'месяца', many: 'месяцев'}};
