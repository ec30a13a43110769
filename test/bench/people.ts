import {idFor} from './id-for.ts';
import type {recipient} from '../../db/schema/recipient.ts';

/** Invented people with every Kazakh letter, always the same ones. */

const surnames =
  'Әбдірахман Ахметов Байжан Ғабит Дүйсен Ескендір Жұмабай Ибраев Қасым Құрманғазы Қожахмет Мұқан Нұрлан Оспан Өмірзақ Сәтпай Серік Тілеу Үмбет Шыңғыс Ысқақ Іңкәр Һамит Петров Ким Цой'.split(
    ' ',
  );
const endings = ['', 'ов', 'ова', 'ұлы', 'қызы', 'бек', 'тай', 'хан'];
const firstNames =
  'Әлия Айгүл Алмас Бауыржан Гүлнұр Ғалым Дана Ерлан Жанар Зәуре Ислам Қайрат Күләш Мәдина Нұргүл Олжас Өмір Роза Салтанат Тимур Ұлжан Үміт Шолпан Ырысты Ілияс'.split(
    ' ',
  );
const fathers = 'Асан Болат Ғани Дәулет Ермек Жақсылық Қанат Мұрат Нұржан Сейіт Төлеген Хамза'.split(' ');

type Person = typeof recipient.$inferInsert;

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

export function inventPerson(index: number): Person {
  // Steps that share no factor with the lists' lengths, so that the combinations spread.
  return {
    id: idFor('person', index),
    surname: pick(surnames, index * 7) + pick(endings, Math.floor(index / 26)),
    firstName: pick(firstNames, Math.floor(index / 3)),
    patronymic: index % 10 === 0 ? null : `${pick(fathers, Math.floor(index / 5))}ұлы`,
    bornOn: `${1930 + (index % 80)}-0${1 + (index % 9)}-1${index % 10}`,
    sex: index % 2 === 0 ? 'female' : 'male',
    iin: String(300_000_000_000 + index * 7919).slice(0, 12),
    phone: `8 (7${String(10 + (index % 90))}) ${String(1_000_000 + index * 31).slice(0, 7)}`,
    address: `Орал қаласы, Әл-Фараби көшесі, ${index % 300} үй`,
  };
}

/** What people type: beginnings and parts of names, words in any order, numbers, the wrong keyboard layout. */
export function inventQuery(index: number): string {
  const {surname, firstName, patronymic, iin, phone} = inventPerson(index * 37);
  const kinds = [
    surname.slice(0, 1),
    surname.slice(0, 2),
    surname.slice(0, 4),
    surname,
    firstName,
    `${firstName} ${surname.slice(0, 3)}`,
    `${surname} ${firstName.slice(0, 1)}`,
    surname.slice(2),
    `${(patronymic ?? firstName).slice(0, 3)} ${surname.slice(1, 5)}`,
    (iin ?? '').slice(0, 6),
    (phone ?? '').slice(-7),
    String(1 + index * 13),
    'jcgfy',
    `${surname}ъъ`,
  ];
  return kinds[index % kinds.length] ?? '';
}
