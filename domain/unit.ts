import {text, type Text} from './text.ts';
import type {OrganisationType} from './vocabulary.ts';

/** The units inside an organisation that paragraph 5 of the Rules names. */
export const unitKinds = ['supported-living', 'palliative'] as const;
export type UnitKind = (typeof unitKinds)[number];

export const unitKindNames: Record<UnitKind, Text> = {
  'supported-living': text(
    'өз бетінше тұруды сүйемелдеу бөлімшесі',
    'отделение сопровождения самостоятельного проживания',
  ),
  'palliative': text('паллиативті көмек палатасы (бөлімшесі)', 'палата (отделение) паллиативной помощи'),
};

/** What the order says of a kind of unit, as plain data. */
export interface UnitRule {
  readonly kind: UnitKind;
  readonly organisationTypes: readonly OrganisationType[];
  /** Null: the order names no bound. */
  readonly places: {readonly from: number; readonly to: number} | null;
  readonly whom: Text;
  readonly paragraph: Text;
}

export const unitProblemCodes = [
  'unit-elsewhere',
  'places-not-counted',
  'too-few-places',
  'too-many-places',
  'over-full',
] as const;
export type UnitProblemCode = (typeof unitProblemCodes)[number];

export const unitProblemWords: Record<UnitProblemCode, Text> = {
  'unit-elsewhere': text(
    'Мұндай бөлімше басқа үлгідегі ұйымға арналған. Бөлімшенің түрін тексеріңіз.',
    'Такое отделение предусмотрено для организации другого типа. Проверьте вид отделения.',
  ),
  'places-not-counted': text(
    'Орын саны бүтін және нөлден көп болуы тиіс. Санды енгізіңіз.',
    'Число мест должно быть целым и больше нуля. Введите число.',
  ),
  'too-few-places': text(
    'Орын саны бұйрықта белгіленгеннен аз. Санды тексеріңіз.',
    'Мест меньше, чем установлено приказом. Проверьте число.',
  ),
  'too-many-places': text(
    'Орын саны бұйрықта белгіленгеннен көп. Санды тексеріңіз немесе бөлімшені бөліңіз.',
    'Мест больше, чем установлено приказом. Проверьте число или разделите отделение.',
  ),
  'over-full': text(
    'Бөлімшедегі адамдар орыннан көп. Орын санын немесе тізімді тексеріңіз.',
    'Людей в отделении больше, чем мест. Проверьте число мест или список.',
  ),
};

/** What is wrong with a unit and the paragraph, if it is the order's; null when nothing is. */
export function unitProblem(
  unit: {readonly kind: UnitKind; readonly places: number; readonly residents: number},
  organisationType: OrganisationType,
  rules: readonly UnitRule[],
): {readonly code: UnitProblemCode; readonly paragraph: Text | null} | null {
  const rule = rules.find(({kind}) => kind === unit.kind) ?? null;
  const paragraph = rule?.paragraph ?? null;
  if (rule !== null && !rule.organisationTypes.includes(organisationType)) return {code: 'unit-elsewhere', paragraph};
  if (!Number.isInteger(unit.places) || unit.places < 1) return {code: 'places-not-counted', paragraph: null};
  const bounds = rule?.places ?? null;
  if (bounds !== null && unit.places < bounds.from) return {code: 'too-few-places', paragraph};
  if (bounds !== null && unit.places > bounds.to) return {code: 'too-many-places', paragraph};
  return unit.residents > unit.places ? {code: 'over-full', paragraph: null} : null;
}
