import {text, type Text} from './text.ts';

/**
 * Closed lists of the order No 308 and of the journal, with their words.
 * Kazakh wording: the order. Russian wording: see the status of each label in templates/.
 */

/** The four types of organisation (title of Appendix 2). */
export const organisationTypes = ['stationary', 'semi-stationary', 'home-care', 'temporary-stay'] as const;
export type OrganisationType = (typeof organisationTypes)[number];

export const organisationTypeNames: Record<OrganisationType, Text> = {
  'stationary': text('стационарлық үлгідегі ұйым', 'организация стационарного типа'),
  'semi-stationary': text('жартылай стационарлық үлгідегі ұйым', 'организация полустационарного типа'),
  'home-care': text('үйде қызмет көрсету ұйымы', 'организация надомного обслуживания'),
  'temporary-stay': text('уақытша болу ұйымы', 'организация временного пребывания'),
};

/** The eight kinds of special social services, in the order of Appendices 4 and 5. */
export const serviceTypes = [
  'everyday',
  'medical',
  'psychological',
  'pedagogical',
  'labour',
  'cultural',
  'economic',
  'legal',
] as const;
export type ServiceType = (typeof serviceTypes)[number];

export const serviceTypeNames: Record<ServiceType, Text> = {
  everyday: text('әлеуметтік-тұрмыстық', 'социально-бытовые'),
  medical: text('әлеуметтік-медициналық', 'социально-медицинские'),
  psychological: text('әлеуметтік-психологиялық', 'социально-психологические'),
  pedagogical: text('әлеуметтік-педагогикалық', 'социально-педагогические'),
  labour: text('әлеуметтік-еңбек', 'социально-трудовые'),
  cultural: text('әлеуметтік-мәдени', 'социально-культурные'),
  economic: text('әлеуметтік-экономикалық', 'социально-экономические'),
  legal: text('әлеуметтік-құқықтық', 'социально-правовые'),
};

/** Who signs Appendices 4 and 5 (signature blocks of the forms). */
export const signatoryRoles = [
  'social-work-specialist',
  'psychologist',
  'medical',
  'specialist',
  'consultant',
] as const;
export type SignatoryRole = (typeof signatoryRoles)[number];

/** The status of a journal row (Appendix 2, column 2). The order gives no list of values: this one is ours. */
export const placementStatuses = ['queued', 'receiving', 'on-leave', 'discharged', 'transferred', 'withdrawn'] as const;
export type PlacementStatus = (typeof placementStatuses)[number];

export const placementStatusNames: Record<PlacementStatus, Text> = {
  'queued': text('кезекте', 'в очереди'),
  'receiving': text('қызмет алуда', 'получает услуги'),
  'on-leave': text('уақытша шықты', 'временно выбыл'),
  'discharged': text('шықты', 'выбыл'),
  'transferred': text('ауыстырылды', 'переведен'),
  'withdrawn': text('кезектен шығарылды', 'снят с очереди'),
};

/** How a condition of admission was answered. */
export const admissionAnswers = ['met', 'not-met', 'unknown'] as const;

/** The mark in column 9 of Appendix 2 when a person who had left comes again. */
export const returnedMark: Text = text('қайтып келді', 'возвратился');

/** The period of a measure (paragraph 35 4)): week, month or quarter. */
export const measurePeriods = ['week', 'month', 'quarter'] as const;
export type MeasurePeriod = (typeof measurePeriods)[number];

export const measurePeriodNames: Record<MeasurePeriod, Text> = {
  week: text('апта', 'неделя'),
  month: text('ай', 'месяц'),
  quarter: text('тоқсан', 'квартал'),
};

/** The three groups of positive change of Appendix 5, note *. Used as tags of column 3. */
export const positiveChangeGroups = ['condition', 'spheres', 'skills'] as const;
export type PositiveChangeGroup = (typeof positiveChangeGroups)[number];

export const positiveChangeGroupNames: Record<PositiveChangeGroup, Text> = {
  condition: text(
    'соматикалық, психикалық, эмоционалдық жай-күйінде',
    'в соматическом, психическом, эмоциональном состоянии',
  ),
  spheres: text(
    'қимыл, сенсорлық, танымдық, тіл дамыту, коммуникативтік салаларында',
    'в двигательной, сенсорной, познавательной, речевой, коммуникативной сферах',
  ),
  skills: text(
    'өзіне-өзі қызмет көрсету дағдыларын, әлеуметтік-тұрмыстық және еңбекпен бейімдеу мен әлеуметтендіруді қалыптастырудағы',
    'в формировании навыков самообслуживания, социально-бытовой и трудовой адаптации и социализации',
  ),
};

/**
 * The life of a plan: written, filled by its specialists, approved by the head; then replaced by a revision or ended.
 * "In force" is not stored: an approved plan is in force between its dates.
 */
export const planStatuses = ['draft', 'filled', 'approved', 'revised', 'ended'] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** Groups of disability, and a child's, which has none. Paragraph 2 part 1 4), paragraph 6 4). */
export const disabilityGroups = ['first', 'second', 'third', 'child', 'none'] as const;
export type DisabilityGroup = (typeof disabilityGroups)[number];

export const disabilityGroupNames: Record<DisabilityGroup, Text> = {
  first: text('бірінші топ', 'первая группа'),
  second: text('екінші топ', 'вторая группа'),
  third: text('үшінші топ', 'третья группа'),
  child: text('мүгедектігі бар бала', 'ребенок с инвалидностью'),
  none: text('мүгедектігі жоқ', 'инвалидности нет'),
};

export const sexes = ['male', 'female'] as const;
export type Sex = (typeof sexes)[number];

export const sexNames: Record<Sex, Text> = {
  male: text('ер', 'мужской'),
  female: text('әйел', 'женский'),
};

/** Categories of recipients: paragraph 2 part 1 1)-4) of the Rules, and the elderly (paragraphs 6, 13). */
export const recipientCategories = [
  'child-psychoneurological',
  'child-musculoskeletal',
  'adult-psychoneurological',
  'disabled-group-1-2',
  'elderly',
  'other',
] as const;
export type RecipientCategory = (typeof recipientCategories)[number];

export const recipientCategoryNames: Record<RecipientCategory, Text> = {
  'child-psychoneurological': text(
    'психоневрологиялық патологиясы бар мүгедектігі бар балалар',
    'дети с инвалидностью с психоневрологическими патологиями',
  ),
  'child-musculoskeletal': text(
    'тірек-қимыл аппараты бұзылған мүгедектігі бар балалар',
    'дети с инвалидностью с нарушениями опорно-двигательного аппарата',
  ),
  'adult-psychoneurological': text(
    'психоневрологиялық аурулары бар он сегіз жастан асқан мүгедектігі бар адамдар',
    'лица с инвалидностью старше восемнадцати лет с психоневрологическими заболеваниями',
  ),
  'disabled-group-1-2': text(
    'бірінші және екінші топтағы мүгедектігі бар адамдар',
    'лица с инвалидностью первой и второй групп',
  ),
  'elderly': text('қарттар', 'престарелые'),
  'other': text('өзге', 'иная'),
};
