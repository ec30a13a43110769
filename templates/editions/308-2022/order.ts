import {
  organisationTypeNames,
  positiveChangeGroupNames,
  measurePeriodNames,
  serviceTypeNames,
  sexNames,
  type OrganisationType,
} from '../../../domain/vocabulary.ts';
import {text} from '../../../domain/text.ts';
import type {InForce, LegalBasis, Revision} from '../../core/edition.ts';
import {label, labels, ownLabel, type Label} from '../../core/label.ts';

/** What Appendices 2 to 5 of order No 308 of 11 August 2022 have in common. */

const fromTheOrder = {kk: 'order', ru: 'translation'} as const;
const ours = {kk: 'product', ru: 'product'} as const;

export const services = labels(serviceTypeNames, fromTheOrder);
export const periods = labels(measurePeriodNames, fromTheOrder);
export const changeGroups = labels(positiveChangeGroupNames, fromTheOrder);
const organisations = labels(organisationTypeNames, {kk: 'order', ru: 'term'});
export const sexes = labels(sexNames, ours);

export function basis(appendix: number, paragraphs: Readonly<Record<OrganisationType, string | null>>): LegalBasis {
  return {
    act: text(
      'Қазақстан Республикасы Еңбек және халықты әлеуметтік қорғау министрінің м.а. 2022 жылғы 11 тамыздағы № 308 бұйрығы',
      'Приказ и.о. Министра труда и социальной защиты населения Республики Казахстан от 11 августа 2022 года № 308',
    ),
    number: '308',
    dated: '2022-08-11',
    registered: {number: '29098', on: '2022-08-12'},
    appendix,
    paragraphs,
  };
}

/**
 * Paragraph 4 of the order: in force ten calendar days after its first official publication. The day of publication is
 * not in the order; registered on 12.08.2022, it cannot have been in force before 23.08.2022.
 */
export const inForce: InForce = {
  from: null,
  notBefore: '2022-08-23',
  until: '2023-06-30',
  repealedBy: text(
    'Қазақстан Республикасы Премьер-Министрінің орынбасары - Еңбек және халықты әлеуметтік қорғау министрінің 2023 жылғы 22 маусымдағы № 230 бұйрығы',
    'Приказ Заместителя Премьер-Министра - Министра труда и социальной защиты населения Республики Казахстан от 22 июня 2023 года № 230',
  ),
};

export const firstRevision: readonly Revision[] = [{number: 1, on: '2026-11-23', reason: 'as the order prints it'}];

export function stamp(appendix: number): readonly Label[] {
  return [
    label(
      `2022 жылғы 11 тамыздағы № 308 Бұйрыққа ${appendix}-қосымша`,
      `Приложение ${appendix} к приказу от 11 августа 2022 года № 308`,
    ),
    label(
      `Арнаулы әлеуметтік қызметтер көрсететін ұйымдар қызметінің қағидаларына ${appendix}-қосымша`,
      `Приложение ${appendix} к Правилам деятельности организаций, оказывающих специальные социальные услуги`,
    ),
    label('Нысан', 'Форма'),
  ];
}

/** Beneath each line of the signature blocks of Appendices 4 and 5. */
export const signatureCaption = {
  signature: label('(қолы)', '(подпись)'),
  nameAndDate: label('(тегі, аты, әкесінің аты (бар болса), күні)', '(фамилия, имя, отчество (при его наличии), дата)'),
};

export const everyType: readonly OrganisationType[] = ['stationary', 'semi-stationary', 'home-care', 'temporary-stay'];

/** Footnote «*» of Appendix 4. */
export const notHomeCare: readonly OrganisationType[] = ['stationary', 'semi-stationary', 'temporary-stay'];

export const seal = label('Мөр орны', 'Место печати');

/** Fields that more than one appendix has, with the same words. */
export const organisationType = {
  type: 'choice',
  label: ownLabel('Ұйымның түрі', 'Тип организации'),
  options: organisations,
  need: 'always',
  unprinted: true,
} as const;

export const organisationKk = {
  type: 'text',
  label: label('Ұйымның ресми атауы (қазақ тілінде)', 'Официальное название организации (на казахском языке)'),
  max: 500,
  lines: 1,
  need: 'always',
} as const;

export const organisationRu = {
  type: 'text',
  label: label(
    'Ұйымның ресми атауы (орыс немесе өзге тілде)',
    'Официальное название организации (на русском или ином языке)',
  ),
  max: 500,
  lines: 1,
  need: 'always',
} as const;

/** Appendices 4 and 5: whose plan, whose journal. */
export const recipient = {
  type: 'person',
  label: label(
    'Қызмет алушының тегі, аты, әкесінің аты (бар болса)',
    'Фамилия, имя, отчество (при его наличии) получателя услуг',
  ),
  need: 'always',
} as const;

export const born = {
  type: 'date',
  label: label('Туған күні және жылы', 'Дата и год рождения'),
  need: 'always',
} as const;

export const diagnosis = {
  type: 'text',
  label: label('Диагнозы', 'Диагноз'),
  max: 2000,
  lines: 1,
  need: 'always',
  sensitive: true,
} as const;

export const position = {
  type: 'bilingual',
  label: ownLabel('Лауазымы', 'Должность'),
  max: 300,
  need: 'never',
} as const;

export const signatureName = {
  type: 'person',
  label: ownLabel('Қол қоюшының тегі, аты, әкесінің аты', 'Фамилия, имя, отчество подписавшего'),
  need: 'always',
} as const;

export const signedOn = {
  type: 'date',
  label: ownLabel('Қол қойылған күні', 'Дата подписания'),
  need: 'never',
} as const;

export const bornBeforeToday = {
  must: {notAfter: ['born', '@today']},
  at: 'born',
  severity: 'stop',
  say: text('Туған күні бүгінгі күннен кейін тұр.', 'Дата рождения позже сегодняшнего дня.'),
} as const;
