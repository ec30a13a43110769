import {text, type Text} from '../../../domain/text.ts';
import type {OrganisationType} from '../../../domain/vocabulary.ts';
import type {Random} from '../random.ts';

/** A real oblast with its town, and villages and streets that stand on no map. */
export interface Region {
  readonly oblast: Text;
  readonly town: Text;
  readonly villages: readonly Text[];
}

export const regions: Readonly<Record<OrganisationType, Region>> = {
  'stationary': {
    oblast: text('Ақмола облысы', 'Акмолинская область'),
    town: text('Көкшетау қаласы', 'город Кокшетау'),
    villages: [
      text('Зеренді ауданы, Қарағайлыөзек ауылы', 'Зерендинский район, село Карагайлыозек'),
      text('Бурабай ауданы, Ақсеңгір ауылы', 'Бурабайский район, село Аксенгир'),
      text('Сандықтау ауданы, Үшбиік ауылы', 'Сандыктауский район, село Ушбиик'),
      text('Бұланды ауданы, Тереңсай-2 ауылы', 'Буландынский район, село Теренсай-2'),
    ],
  },
  'semi-stationary': {
    oblast: text('Түркістан облысы', 'Туркестанская область'),
    town: text('Кентау қаласы', 'город Кентау'),
    villages: [
      text('Сауран ауданы, Көктөбелі ауылы', 'район Сауран, село Коктобели'),
      text('Бәйдібек ауданы, Шұбарбұлақ ауылы', 'Байдибекский район, село Шубарбулак'),
      text('Созақ ауданы, Қызылқұдық ауылы', 'Созакский район, село Кызылкудык'),
    ],
  },
  'home-care': {
    oblast: text('Қостанай облысы', 'Костанайская область'),
    town: text('Рудный қаласы', 'город Рудный'),
    villages: [
      text('Бейімбет Майлин ауданы, Жаңажол-3 ауылы', 'район Беимбета Майлина, село Жанажол-3'),
      text('Денисов ауданы, Тоғызкөл ауылы', 'Денисовский район, село Тогызколь'),
      text('Қарабалық ауданы, Ұзынағаш ауылы', 'Карабалыкский район, село Узынагаш'),
      text('Жітіқара ауданы, Һанкелді ауылы', 'Житикаринский район, село Ханкелди'),
    ],
  },
  'temporary-stay': {
    oblast: text('Қарағанды облысы', 'Карагандинская область'),
    town: text('Теміртау қаласы', 'город Темиртау'),
    villages: [
      text('Бұқар жырау ауданы, Көгілдір ауылы', 'район Бухар-Жырау, село Когильдир'),
      text('Шет ауданы, Ақтаңдақ ауылы', 'Шетский район, село Актандак'),
      text('Нұра ауданы, Өзекті ауылы', 'Нуринский район, село Озекти'),
    ],
  },
};

const streets: readonly Text[] = [
  text('Мерей көшесі', 'улица Мерей'),
  text('Ақ қайың көшесі', 'улица Ак кайын'),
  text('Қарлығаш көшесі', 'улица Карлыгаш'),
  text('Жеңімпаз көшесі', 'улица Женимпаз'),
  text('Өрлеу көшесі', 'улица Орлеу'),
  text('Ұстаздар көшесі', 'улица Учительская'),
  text('Жағалау көшесі', 'улица Набережная'),
  text('Үміт көшесі', 'улица Умит'),
  text('Құрылысшылар көшесі', 'улица Строителей'),
  text('Жаңа көше', 'улица Новая'),
];

/** Where somebody lives; in a village a house has no flats. */
export function makeAddress(random: Random, region: Region): Text {
  const street = random.pick(streets);
  const house = random.int(1, 96);
  if (random.percent(55)) {
    const village = random.pick(region.villages);
    return text(
      `${region.oblast.kk}, ${village.kk}, ${street.kk}, ${house}-үй`,
      `${region.oblast.ru}, ${village.ru}, ${street.ru}, дом ${house}`,
    );
  }
  const flat = random.int(1, 90);
  return text(
    `${region.oblast.kk}, ${region.town.kk}, ${street.kk}, ${house}-үй, ${flat}-пәтер`,
    `${region.oblast.ru}, ${region.town.ru}, ${street.ru}, дом ${house}, квартира ${flat}`,
  );
}

/** A number of an exchange that is not given out. */
export function makePhone(random: Random): string {
  const digits = String(random.int(0, 9999)).padStart(4, '0');
  return `+7 700 000 ${digits.slice(0, 2)} ${digits.slice(2)}`;
}
