import {addDays, addMonths, ageAt, type IsoDate} from '../../../domain/dates.ts';
import {makeTestIin} from '../../../domain/iin.ts';
import {must} from '../../../domain/assert.ts';
import {fullName, type PersonName} from '../../../domain/person.ts';
import {text, type Language, type Text} from '../../../domain/text.ts';
import type {OrganisationType, RecipientCategory, Sex} from '../../../domain/vocabulary.ts';
import type {RelativeValues} from '../../contract/recipient.ts';
import type {Random} from '../random.ts';
import {makeParents} from './family.ts';
import {categoryTexts, hasProgramme, isChild} from './health.ts';
import {cultures, femaleSurname, names, type Culture} from './names.ts';
import {makeAddress, makePhone, regions} from './places.ts';
import {showpieces} from './showcase.ts';

/** A person of the demonstration, as a worker writes them down: everything typed is in one language. */
export interface DemoPerson {
  /** The language of the worker who keeps this person's papers. */
  readonly language: Language;
  readonly name: PersonName;
  readonly sex: Sex;
  readonly bornOn: IsoDate;
  readonly iin: string | null;
  readonly category: RecipientCategory;
  readonly child: boolean;
  readonly address: string;
  readonly phone: string | null;
  readonly programmeFrom: IsoDate | null;
  readonly programmeTo: IsoDate | null;
  readonly diagnosis: string;
  readonly ethnicity: string;
  readonly socialStatus: string;
  readonly relatives: RelativeValues[];
}

interface Kind {
  readonly category: RecipientCategory;
  /** Of a hundred recipients of this type of organisation. */
  readonly share: number;
  readonly ages: readonly [from: number, to: number];
}

const kinds: Readonly<Record<OrganisationType, readonly Kind[]>> = {
  'stationary': [
    {category: 'elderly', share: 45, ages: [63, 94]},
    {category: 'adult-psychoneurological', share: 28, ages: [19, 66]},
    {category: 'disabled-group-1-2', share: 15, ages: [26, 62]},
    {category: 'child-psychoneurological', share: 12, ages: [5, 16]},
  ],
  'semi-stationary': [
    {category: 'child-psychoneurological', share: 38, ages: [3, 16]},
    {category: 'child-musculoskeletal', share: 32, ages: [3, 16]},
    {category: 'adult-psychoneurological', share: 20, ages: [19, 44]},
    {category: 'disabled-group-1-2', share: 10, ages: [22, 58]},
  ],
  'home-care': [
    {category: 'elderly', share: 48, ages: [65, 96]},
    {category: 'disabled-group-1-2', share: 20, ages: [24, 62]},
    {category: 'child-musculoskeletal', share: 16, ages: [3, 16]},
    {category: 'adult-psychoneurological', share: 16, ages: [19, 50]},
  ],
  'temporary-stay': [
    {category: 'other', share: 72, ages: [19, 62]},
    {category: 'disabled-group-1-2', share: 16, ages: [28, 62]},
    {category: 'elderly', share: 12, ages: [63, 80]},
  ],
};

const ethnicities: Readonly<Record<Culture, Readonly<Record<Sex, Text>>>> = {
  kazakh: {male: text('қазақ', 'казах'), female: text('қазақ', 'казашка')},
  russian: {male: text('орыс', 'русский'), female: text('орыс', 'русская')},
  uzbek: {male: text('өзбек', 'узбек'), female: text('өзбек', 'узбечка')},
  uyghur: {male: text('ұйғыр', 'уйгур'), female: text('ұйғыр', 'уйгурка')},
  german: {male: text('неміс', 'немец'), female: text('неміс', 'немка')},
  korean: {male: text('кәріс', 'кореец'), female: text('кәріс', 'кореянка')},
  tatar: {male: text('татар', 'татарин'), female: text('татар', 'татарка')},
};

/**
 * The people of one facility; all names differ. `on`: the day on which ages are told. `language`: in which all that is typed of
 * them is; by default each has the one of their worker.
 */
export function makePeople(
  random: Random,
  type: OrganisationType,
  count: number,
  on: IsoDate,
  language?: Language,
): DemoPerson[] {
  const taken = new Set<string>();
  return Array.from({length: count}, (_, index) => {
    const chance = random.fork(`person ${index}`);
    const outline = showpieces[type][index] ?? drawOutline(chance, type, taken);
    taken.add(fullName(outline.name));
    return fillIn(chance, type, {...outline, language}, index, on);
  });
}

/** Someone of working age, for the staff. */
export function makeColleague(random: Random, sex: Sex, taken: Set<string>): PersonName {
  const name = drawName(random, drawCulture(random), sex, 100, taken);
  taken.add(fullName(name));
  return name;
}

interface Outline {
  readonly name: PersonName;
  readonly sex: Sex;
  readonly culture: Culture;
  readonly category: RecipientCategory;
  readonly age: number;
  readonly language?: Language | undefined;
}

function drawOutline(random: Random, type: OrganisationType, taken: ReadonlySet<string>): Outline {
  const kind = drawKind(random, kinds[type]);
  const sex = random.percent(kind.category === 'elderly' ? 62 : 45) ? 'female' : 'male';
  const culture = drawCulture(random);
  const name = drawName(random, culture, sex, 100 - names[culture].withoutPatronymic, taken);
  return {name, sex, culture, category: kind.category, age: random.int(...kind.ages)};
}

function drawKind(random: Random, of: readonly Kind[]): Kind {
  let left = random.int(1, 100);
  return must(of.find(kind => (left -= kind.share) <= 0));
}

function drawCulture(random: Random): Culture {
  let left = random.int(1, 100);
  return must(cultures.find(culture => (left -= names[culture].share) <= 0));
}

function drawName(
  random: Random,
  culture: Culture,
  sex: Sex,
  withPatronymic: number,
  taken: ReadonlySet<string>,
): PersonName {
  const of = names[culture];
  for (;;) {
    const surname = random.pick(of.surnames);
    const [male, female] = random.pick(of.patronymics);
    const name: PersonName = {
      surname: sex === 'female' ? femaleSurname(surname) : surname,
      firstName: random.pick(sex === 'female' ? of.female : of.male),
      patronymic: random.percent(withPatronymic) ? (sex === 'female' ? female : male) : null,
    };
    if (!taken.has(fullName(name))) return name;
  }
}

function fillIn(random: Random, type: OrganisationType, outline: Outline, serial: number, on: IsoDate): DemoPerson {
  const {name, sex, culture, category, age} = outline;
  // Drawn in any case: what is drawn after it stays the same.
  const drawn: Language = random.percent(names[culture].inKazakh) ? 'kk' : 'ru';
  const language = outline.language ?? drawn;
  const bornOn = addDays(addMonths(on, -12 * age), -random.int(1, 360));
  const child = isChild(category);
  const programme = hasProgramme(category)
    ? drawProgramme(random, bornOn, on)
    : {programmeFrom: null, programmeTo: null};
  return {
    language,
    name,
    sex,
    bornOn,
    iin: random.percent(type === 'temporary-stay' ? 55 : 90) ? makeTestIin(bornOn, sex, serial) : null,
    category,
    child,
    address: makeAddress(random, regions[type])[language],
    phone: random.percent(type === 'temporary-stay' ? 40 : 88) ? makePhone(random) : null,
    ...programme,
    diagnosis: random.pick(categoryTexts[category].diagnoses)[language],
    ethnicity: ethnicities[culture][sex][language],
    socialStatus: random.pick(categoryTexts[category].standings)[language],
    relatives: child ? makeParents(random, {name, culture, bornOn, language}) : [],
  };
}

/** For a year, two or five, or until the age of 18; begun before the day, some to end soon after it. */
function drawProgramme(random: Random, bornOn: IsoDate, on: IsoDate): {programmeFrom: IsoDate; programmeTo: IsoDate} {
  const years = random.pick([1, 2, 2, 5]);
  const earliest = addDays(addMonths(on, -12 * years), 8);
  const from = addDays(earliest, random.int(0, years * 330));
  const begun = from < bornOn ? addMonths(bornOn, 12) : from;
  const to = addDays(addMonths(begun, 12 * years), -1);
  const adult = addDays(addMonths(bornOn, 18 * 12), -1);
  return {programmeFrom: begun, programmeTo: (ageAt(bornOn, begun) ?? 18) < 18 && adult < to ? adult : to};
}
