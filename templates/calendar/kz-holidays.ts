import type {HolidayTable} from '../../domain/calendar.ts';
import {text, type Text} from '../../domain/text.ts';

const newYear = text('Жаңа жыл', 'Новый год');
const nauryz = text('Наурыз мейрамы', 'Наурыз мейрамы');
const kurbanAit = text('Құрбан айттың бірінші күні', 'Первый день Курбан-айта');

/**
 * Days off of Kazakhstan, 2022-2030: Law on holidays (article 5), Labour Code (article 84, paragraph 5; article 85,
 * paragraph 3). Not verified: moved rest days of 2022 and 2024, the amended Law of 2026 itself.
 * Kurban ait from 2027 on is computed (Umm al-Qura calendar, which gave the announced day in 2022-2026): not decided.
 */
export const kzHolidays: HolidayTable = {
  version: 'kz-2026-11',
  fromYear: 2022,
  toYear: 2030,
  fixed: [
    always(1, 1, newYear),
    always(1, 2, newYear),
    {...always(1, 7, text('Православтық Рождество', 'Православное Рождество')), moves: false},
    always(3, 8, text('Халықаралық әйелдер күні', 'Международный женский день')),
    {...always(3, 15, text('Конституция күні', 'День Конституции')), fromYear: 2027},
    always(3, 21, nauryz),
    always(3, 22, nauryz),
    always(3, 23, nauryz),
    always(5, 1, text('Қазақстан халқының бірлігі мерекесі', 'Праздник единства народа Казахстана')),
    always(5, 7, text('Отан қорғаушы күні', 'День защитника Отечества')),
    always(5, 9, text('Жеңіс күні', 'День Победы')),
    always(7, 6, text('Астана күні', 'День Столицы')),
    {
      ...always(8, 30, text('Қазақстан Республикасының Конституциясы күні', 'День Конституции Республики Казахстан')),
      toYear: 2025,
    },
    {...always(10, 25, text('Республика күні', 'День Республики')), fromYear: 2022},
    always(12, 16, text('Тәуелсіздік күні', 'День Независимости')),
  ],
  dated: [
    {date: '2022-07-09', name: kurbanAit, decided: true},
    {date: '2023-06-28', name: kurbanAit, decided: true},
    {date: '2024-06-16', name: kurbanAit, decided: true},
    {date: '2025-06-06', name: kurbanAit, decided: true},
    {date: '2026-05-27', name: kurbanAit, decided: true},
    {date: '2027-05-16', name: kurbanAit, decided: false},
    {date: '2028-05-05', name: kurbanAit, decided: false},
    {date: '2029-04-24', name: kurbanAit, decided: false},
    {date: '2030-04-13', name: kurbanAit, decided: false},
  ],
  swaps: [
    {
      works: '2023-07-01',
      rests: '2023-07-07',
      act: text('Үкіметтің 25.04.2023 қаулысы', 'постановление Правительства от 25.04.2023'),
    },
    {
      works: '2025-01-05',
      rests: '2025-01-03',
      act: text(
        'Еңбек және халықты әлеуметтік қорғау министрінің 21.11.2024 № 436 бұйрығы',
        'приказ Министра труда и социальной защиты населения от 21.11.2024 № 436',
      ),
    },
  ],
};

function always(month: number, day: number, name: Text): HolidayTable['fixed'][number] {
  return {month, day, name, fromYear: null, toYear: null, moves: true};
}
