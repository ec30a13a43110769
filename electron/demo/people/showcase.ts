import type {PersonName} from '../../../domain/person.ts';
import type {OrganisationType, RecipientCategory, Sex} from '../../../domain/vocabulary.ts';
import type {Culture} from './names.ts';

/** Somebody whose name a print must be able to hold. The first ones of each facility. */
export interface Showpiece {
  readonly name: PersonName;
  readonly sex: Sex;
  readonly culture: Culture;
  readonly category: RecipientCategory;
  readonly age: number;
}

function shown(
  [surname, firstName, patronymic]: readonly [surname: string, firstName: string, patronymic: string | null],
  sex: Sex,
  culture: Culture,
  category: RecipientCategory,
  age: number,
): Showpiece {
  return {name: {surname, firstName, patronymic}, sex, culture, category, age};
}

/**
 * Of each type: all Kazakh letters among them, a full name of 60 letters and more with a double surname, one without a
 * patronymic, one with «ё», and a child where the type serves children.
 */
export const showpieces: Readonly<Record<OrganisationType, readonly Showpiece[]>> = {
  'stationary': [
    shown(['Әбдіғаппарұлы', 'Өркен', 'Һасенғалиұлы'], 'male', 'kazakh', 'disabled-group-1-2', 58),
    shown(
      ['Құдайбергенова-Төлеуғалиева', 'Гүлсүмсұлтаным', 'Мұхаммедғабдуллақызы'],
      'female',
      'kazakh',
      'adult-psychoneurological',
      27,
    ),
    shown(['Меңдіғұлова', 'Іңкәр', null], 'female', 'kazakh', 'child-psychoneurological', 11),
    shown(['Королёва', 'Алёна', 'Семёновна'], 'female', 'russian', 'elderly', 81),
  ],
  'semi-stationary': [
    shown(['Һасенқызы', 'Әйгерім', null], 'female', 'kazakh', 'child-musculoskeletal', 7),
    shown(
      ['Оңғарбайұлы-Үмбетқалиев', 'Дінмұхаммедғали', 'Қыдырғожаахметғалиұлы'],
      'male',
      'kazakh',
      'child-psychoneurological',
      9,
    ),
    shown(['Өтемісова', 'Ғазиза', 'Көшербайқызы'], 'female', 'kazakh', 'adult-psychoneurological', 24),
    shown(['Юлдашев', 'Бахтиёр', null], 'male', 'uzbek', 'child-musculoskeletal', 12),
  ],
  'home-care': [
    shown(['Ұзақбаева', 'Үміт', 'Әлімханқызы'], 'female', 'kazakh', 'elderly', 84),
    shown(
      ['Һашимова-Көпжасарова', 'Шәмшинұрбибігүл', 'Құрманғазыәбілтөребекқызы'],
      'female',
      'kazakh',
      'disabled-group-1-2',
      44,
    ),
    shown(['Ғабдулла', 'Еңсеген', null], 'male', 'kazakh', 'child-musculoskeletal', 6),
    shown(['Фёдоров-Штумпф', 'Пётр', 'Фёдорович'], 'male', 'german', 'elderly', 77),
  ],
  'temporary-stay': [
    shown(['Іліясов', 'Өтеген', 'Ғабитұлы'], 'male', 'kazakh', 'other', 47),
    shown(['Қуандықова-Әлімжанова', 'Ұлмекентаңшолпан', 'Нұрмұхамедғалиүкібайқызы'], 'female', 'kazakh', 'other', 33),
    shown(['Һамит', 'Сәкен', null], 'male', 'kazakh', 'disabled-group-1-2', 52),
    shown(['Воробьёв', 'Артём', 'Григорьевич'], 'male', 'russian', 'other', 38),
  ],
};
