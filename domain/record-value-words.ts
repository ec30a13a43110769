import type {PlacementEventKind} from './placement.ts';
import {text, type PrintLanguage, type Text} from './text.ts';
import type {TransferDirection, TransferState} from './transfer.ts';
import type {admissionAnswers, PlanStatus, SignatoryRole} from './vocabulary.ts';

/** The values of closed lists in plain words, on screens, in histories and in the copy of a person's data. */

export const eventNames: Record<PlacementEventKind, Text> = {
  'queued': text('кезекке қойылды', 'поставлен в очередь'),
  'called': text('орын ұсынылды', 'предложено место'),
  'postponed': text('келу мерзімі ауыстырылды', 'срок прибытия перенесен'),
  'no-show': text('белгіленген мерзімде келмеді', 'не прибыл в установленный срок'),
  'admitted': text('түсті', 'поступил'),
  'readmitted': text('қайтып келді', 'возвратился'),
  'left': text('уақытша шықты', 'временно выбыл'),
  'came-back': text('уақытша шығудан оралды', 'вернулся после временного выбытия'),
  'transferred': text('ауыстырылды', 'переведен'),
  'discharged': text('шықты', 'выбыл'),
  'withdrawn': text('кезектен шығарылды', 'снят с очереди'),
};

export const kinshipNames: Record<'mother' | 'father' | 'guardian', Text> = {
  mother: text('анасы', 'мать'),
  father: text('әкесі', 'отец'),
  guardian: text('қамқоршысы', 'опекун'),
};

/** Short names of the order's forms for buttons and lists; the papers themselves carry the full titles. */
export const formNames: Record<'appendix-2' | 'appendix-3' | 'appendix-4' | 'appendix-5', Text> = {
  'appendix-2': text('Электрондық журнал (2-қосымша)', 'Электронный журнал (приложение 2)'),
  'appendix-3': text('Жеке істің мұқабасы (3-қосымша)', 'Обложка личного дела (приложение 3)'),
  'appendix-4': text('Жеке жоспар (4-қосымша)', 'Индивидуальный план (приложение 4)'),
  'appendix-5': text('Мониторинг журналы (5-қосымша)', 'Журнал мониторинга (приложение 5)'),
};

export const printLanguageNames: Record<PrintLanguage, Text> = {
  kk: text('Қазақша', 'На казахском'),
  ru: text('Орысша', 'На русском'),
  both: text('Екі тілде', 'На двух языках'),
};

export const transferDirectionNames: Record<TransferDirection, Text> = {
  outgoing: text('Басқа ұйымға тапсырылатындар', 'Передаем в другую организацию'),
  incoming: text('Басқа ұйымнан келгендер', 'Принимаем из другой организации'),
};

export const transferStateNames: Record<TransferState, Text> = {
  prepared: text('дайындалуда', 'готовится'),
  sent: text('тапсырылды, жауап күтілуде', 'передано, ждем ответа'),
  received: text('келді, шешім керек', 'получено, нужно решение'),
  accepted: text('қабылданды', 'принято'),
  rejected: text('қабылданбады', 'отклонено'),
  cancelled: text('тоқтатылды', 'отменено'),
};

/** The words of the order's signature blocks, without their footnote marks. */
export const signatoryRoleNames: Record<SignatoryRole, Text> = {
  'social-work-specialist': text('Әлеуметтік жұмыс жөніндегі маман', 'Специалист по социальной работе'),
  'psychologist': text('Психолог', 'Психолог'),
  'medical': text('Медициналық персонал маманы', 'Специалист медицинского персонала'),
  'specialist': text('Маман', 'Специалист'),
  'consultant': text('Әлеуметтік жұмыс жөніндегі консультант', 'Консультант по социальной работе'),
};

export const roundStatusNames: Record<'open' | 'closed', Text> = {
  open: text('толтырылуда', 'заполняется'),
  closed: text('журналға енгізілді', 'внесен в журнал'),
};

export const changeNames: Record<'none' | 'worse', Text> = {
  none: text('өзгерістер жоқ', 'изменений нет'),
  worse: text('нашарлады', 'ухудшение'),
};

export const planStatusNames: Record<PlanStatus, Text> = {
  draft: text('жоба', 'проект'),
  filled: text('толтырылды', 'заполнен'),
  approved: text('бекітілді', 'утвержден'),
  revised: text('түзетілді', 'заменен исправленным'),
  ended: text('тоқтатылды', 'прекращен'),
};

export const admissionAnswerNames: Record<(typeof admissionAnswers)[number], Text> = {
  'met': text('сәйкес', 'соблюдено'),
  'not-met': text('сәйкес емес', 'не соблюдено'),
  'unknown': text('тексерілмеген', 'не проверено'),
};

/** What was measured for a condition of admission. */
export const measuredNames = {
  day: text('тек күндіз', 'только днем'),
  night: text('түнде де', 'и ночью'),
  hours: (hours: string): Text => text(`күніне ${hours} сағат`, `${hours} ч в день`),
  ground: (number: number): Text => text(`${number}-негіз`, `основание ${number}`),
};

export const printWayNames: Record<'printed' | 'saved', Text> = {
  printed: text('басып шығарылды', 'напечатано'),
  saved: text('файлға сақталды', 'сохранено в файл'),
};

/** What stands on the paper. */
export const paperStateNames: Record<'blank' | 'draft' | 'frozen', Text> = {
  blank: text('Бос нысан', 'Пустая форма'),
  draft: text('Жоба', 'Проект'),
  frozen: text('Бекітілген құжат', 'Утвержденный документ'),
};
