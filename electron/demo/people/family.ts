import {addDays, type IsoDate} from '../../../domain/dates.ts';
import type {PersonName} from '../../../domain/person.ts';
import {text, type Text} from '../../../domain/text.ts';
import type {RelativeValues} from '../../contract/recipient.ts';
import type {Random} from '../random.ts';
import {femaleSurname, names, type Culture} from './names.ts';

interface Absence {
  readonly reason: Text;
  readonly proof: Text;
}

const fatherUnknown: Absence = {
  reason: text('әкелігі белгіленбеген', 'отцовство не установлено'),
  proof: text('туу туралы анықтама', 'справка о рождении'),
};

const nobody: PersonName = {surname: '', firstName: '', patronymic: null};

/** Why a parent is not there, and the paper that says so. */
const absences: readonly Absence[] = [
  {
    reason: text('қайтыс болған', 'в связи со смертью'),
    proof: text('қайтыс болуы туралы куәлік', 'свидетельство о смерти'),
  },
  {
    reason: text('ата-ана құқығынан айырылған', 'лишение родительских прав'),
    proof: text('сот шешімі', 'решение суда'),
  },
  fatherUnknown,
];

/** Mother and father of a child as the cover of the file asks for them; one of three children has a parent missing. */
export function makeParents(
  random: Random,
  child: {
    readonly name: PersonName;
    readonly culture: Culture;
    readonly bornOn: IsoDate;
    readonly language: 'kk' | 'ru';
  },
): RelativeValues[] {
  const {culture, language, bornOn} = child;
  const of = names[culture];
  const surname = maleSurname(child.name.surname);
  const [fatherPatronymic] = random.pick(of.patronymics);
  const [, motherPatronymic] = random.pick(of.patronymics);
  const parents: RelativeValues[] = [
    {
      kinship: 'mother',
      name: {surname: femaleSurname(surname), firstName: random.pick(of.female), patronymic: motherPatronymic},
      bornOn: parentBorn(random, bornOn),
      absenceReason: null,
      proof: null,
    },
    {
      kinship: 'father',
      name: {surname, firstName: random.pick(of.male), patronymic: fatherPatronymic},
      bornOn: parentBorn(random, bornOn),
      absenceReason: null,
      proof: null,
    },
  ];
  if (!random.percent(33)) return parents;
  const absence = random.pick(absences);
  const missing = absence === fatherUnknown || random.percent(60) ? 'father' : 'mother';
  const unknown = absence === fatherUnknown ? {name: nobody, bornOn: null} : {};
  return parents.map(parent =>
    parent.kinship === missing
      ? {...parent, ...unknown, absenceReason: absence.reason[language], proof: absence.proof[language]}
      : parent,
  );
}

function parentBorn(random: Random, childBorn: IsoDate): IsoDate {
  return addDays(childBorn, -random.int(19 * 366, 41 * 365));
}

function maleSurname(surname: string): string {
  return surname
    .split('-')
    .map(part => part.replace(/^(.+(?:ов|ев|ёв|ин))а$/u, '$1').replace(/қызы$/u, 'ұлы'))
    .join('-');
}
