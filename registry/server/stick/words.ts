import {counted} from '../../../domain/plural.ts';
import {text, type Text} from '../../../domain/text.ts';
import type {ExchangeProblem} from '../../protocol/errors.ts';
import type {Label} from '../../store/labels.ts';
import type {FileReport} from './take-in.ts';

/** What the officer reads of a stick, on the page and on the command line. */

const changes = {kk: 'өзгеріс', ru: {one: 'изменение', few: 'изменения', many: 'изменений'}};

const again = {
  kk: 'Ұйым флешкаға қайта жазсын.',
  ru: 'Пусть организация запишет флешку заново.',
};

/** Why a file was not taken in, or what the stick does not do, and what to do next. */
const problems = {
  'not-a-parcel': text(
    `Файл толық көшірілмеген немесе алмасу файлы емес. ${again.kk}`,
    `Файл скопирован не полностью или это не файл обмена. ${again.ru}`,
  ),
  'altered': text(`Файл жолда бүлінген. ${again.kk}`, `Файл повреждён в пути. ${again.ru}`),
  'malformed': text(
    `Файлдың мазмұны түсініксіз. Ұйым бағдарламаны жаңартып, флешкаға қайта жазсын.`,
    `Содержимое файла не понято. Пусть организация обновит программу и запишет флешку заново.`,
  ),
  'stranger': text(
    'Бұл ДК тізілімге қосылмаған. Ұйымға бір реттік код беріңіз.',
    'Этот ПК не подключён к реестру. Выдайте организации одноразовый код.',
  ),
  'revoked': text(
    'Бұл ДК тізілімнен ажыратылған. Қайта қосу үшін жаңа код беріңіз.',
    'Этот ПК отключён от реестра. Чтобы подключить снова, выдайте новый код.',
  ),
  'not-for-us': text('Файл басқа тізілімге немесе ДК-ге арналған.', 'Файл предназначен другому реестру или ПК.'),
  'other-facility': text(
    'ДК басқа ұйымға немесе басқа ұйым түріне тиесілі. Кодтың қай ұйымға берілгенін тексеріңіз.',
    'ПК относится к другой организации или к другому типу. Проверьте, какой организации выдан код.',
  ),
  'copied': text(
    'Бір дерекқормен екі ДК жұмыс істейді, сондықтан алынған жоқ. Ұйым біреуін жаңа ДК етіп, оған жаңа код алсын.',
    'С одной базой работают два ПК, поэтому не принято. Пусть организация сделает один из них новым и получит для него новый код.',
  ),
  'newer': text(
    'Файл бағдарламаның жаңарақ нұсқасында жасалған. Тізілімді жаңартып, флешканы қайта алыңыз.',
    'Файл сделан в более новой версии программы. Обновите реестр и примите флешку ещё раз.',
  ),
  'older': text(
    'Файл бағдарламаның тым ескі нұсқасында жасалған. Ұйым бағдарламаны жаңартып, флешкаға қайта жазсын.',
    'Файл сделан в слишком старой версии. Пусть организация обновит программу и запишет флешку заново.',
  ),
  'too-large': text('Файл тым үлкен.', 'Файл слишком большой.'),
  'wrong-code': text(
    'Код дұрыс емес немесе мерзімі өткен. Ұйымға жаңа код беріңіз.',
    'Код неверный или истёк. Выдайте организации новый код.',
  ),
  'code-used': text(
    'Бұл кодты басқа ДК қолданып қойған. Ұйымға жаңа код беріңіз.',
    'Этот код уже использовал другой ПК. Выдайте организации новый код.',
  ),
  'no-folder': text(
    'Мұндай қалта жоқ. Флешканы салып, жолын тексеріңіз.',
    'Такой папки нет. Вставьте флешку и проверьте путь.',
  ),
  'read-only': text(
    'Флешкаға жазуға болмайды: келгені алынды, бірақ жауап жазылмады.',
    'На флешку нельзя записывать: пришедшее принято, но ответ не записан.',
  ),
  'full': text(
    'Флешкада орын жоқ: келгені алынды, бірақ жауап толық жазылмады.',
    'На флешке нет места: пришедшее принято, но ответ записан не весь.',
  ),
  'pulled-out': text(
    'Флешка ерте суырылды. Қайта салып, тағы бір рет іске қосыңыз: ештеңе жоғалған жоқ.',
    'Флешку вынули слишком рано. Вставьте её и запустите ещё раз: ничего не потеряно.',
  ),
  'unreadable': text(
    `Флешка оқылмайды. Басқа флешка керек. ${again.kk}`,
    `Флешка не читается. Нужна другая. ${again.ru}`,
  ),
  'not-written-well': text(
    'Жазылғаны дұрыс оқылмады. Басқа флешка алыңыз.',
    'Записанное читается с ошибками. Возьмите другую флешку.',
  ),
} as const satisfies Partial<Record<ExchangeProblem, Text>>;

const unknown = text('Алынған жоқ. Қайталап көріңіз.', 'Не принято. Попробуйте ещё раз.');

export function problemWords(code: ExchangeProblem): Text {
  return code in problems ? problems[code as keyof typeof problems] : unknown;
}

/** What became of a file, in a sentence or two. */
export function outcomeWords({outcome}: FileReport): Text {
  switch (outcome.kind) {
    case 'taken':
      return takenWords(outcome);
    case 'waits':
      return text(
        'Алдыңғы файл жетіспейді. Жауап файлын қайтарыңыз: ДК жетпегенін қайта жазады.',
        'Не хватает предыдущего файла. Верните файл ответа: ПК запишет недостающее заново.',
      );
    case 'for-another':
      return text('Басқа ДК-ге арналған, қозғалған жоқ.', 'Предназначен другому ПК, не тронут.');
    case 'enrolled':
      return text('ДК тізілімге қосылды.', 'ПК подключён к реестру.');
    case 'not-enrolled':
    case 'refused':
      return problemWords(outcome.problem);
  }
}

function takenWords({accepted, known, quarantined}: {accepted: number; known: number; quarantined: number}): Text {
  const fresh = counted(accepted, changes);
  const parts = [text(`Алынды: ${fresh.kk}`, `Принято: ${fresh.ru}`)];
  if (known > 0) parts.push(text(`бұрын алынған: ${known}`, `принято раньше: ${known}`));
  if (quarantined > 0) parts.push(text(`карантинде: ${quarantined}`, `в карантине: ${quarantined}`));
  return text(`${parts.map(({kk}) => kk).join(', ')}.`, `${parts.map(({ru}) => ru).join(', ')}.`);
}

/** From whom a file is. */
export function senderWords(label: Label | undefined): Text {
  if (label === undefined) return text('белгісіз', 'неизвестно');
  return text(`${label.nameKk}, ${label.name}`, `${label.nameRu}, ${label.name}`);
}

export const stickWords = {
  scans: ({taken, given}: {taken: number; given: number}): Text =>
    text(
      `Сканерленген құжаттар: алынғаны ${taken}, флешкаға жазылғаны ${given}.`,
      `Сканы документов: принято ${taken}, записано на флешку ${given}.`,
    ),
  nothing: text('Флешкада тізілімге арналған файл жоқ.', 'На флешке нет файлов для реестра.'),
  answered: (count: number): Text =>
    text(
      `Флешкаға жазылған жауап: ${count}. Флешканы ұйымға қайтарыңыз.`,
      `Ответов на флешке: ${count}. Верните флешку организации.`,
    ),
};
