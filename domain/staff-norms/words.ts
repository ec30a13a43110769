import {must, unreachable} from '../assert.ts';
import {text, type Text} from '../text.ts';
import type {Calculation, Norm, PostResult, Standing, Sum, VehicleResult} from './calculate.ts';
import type {Failed, NormInput, Place, Rounding} from './facility.ts';
import {decimalWords, fromDecimal} from './fraction.ts';
import type {Condition, OrganisationKind, Post, Question, StaffNorms} from './norm.ts';

/** What a calculation says to people, on screens, in print and in tables alike. */

export const organisationKindNames: Readonly<Record<OrganisationKind, Text>> = {
  'children-psychoneurological': text('балалар психоневрологиялық ұйымы', 'детская психоневрологическая организация'),
  'children-musculoskeletal': text(
    'ТҚА бұзылған балалар үшін ұйым',
    'организация для детей с нарушениями опорно-двигательного аппарата',
  ),
  'psychoneurological': text('психоневрологиялық ұйым', 'психоневрологическая организация'),
  'elderly-and-disability': text(
    'қарттар мен мүгедектігі бар адамдарға арналған ұйым',
    'организация для престарелых и лиц с инвалидностью',
  ),
};

const unitName = text('өз бетінше тұруды сүйемелдеу бөлімшесі', 'отделение сопровождения самостоятельного проживания');

export function placeName(place: Place): Text {
  return place.kind === 'unit' ? unitName : organisationKindNames[place.organisation];
}

export const roundingNames: Readonly<Record<Rounding, Text>> = {
  none: text('дөңгелектелмейді', 'без округления'),
  half: text('0,5 бірлікке дейін жоғары', 'вверх до 0,5 единицы'),
  whole: text('бүтін бірлікке дейін жоғары', 'вверх до целой единицы'),
};

export const standingNames: Readonly<Record<Standing, Text>> = {
  short: text('жетпейді', 'не хватает'),
  enough: text('жеткілікті', 'достаточно'),
  over: text('нормадан артық', 'сверх нормы'),
  unknown: text('белгісіз', 'неизвестно'),
};

/** The name as the order prints it: with the numbers of the notes and, in brackets, its condition. */
export function printedName(post: Post): Text {
  const notes = post.notes.length === 0 ? '' : ` ${post.notes.join(', ')}`;
  const {condition} = post;
  if (condition === null || condition.from === 'name') return text(post.name.kk + notes, post.name.ru + notes);
  return text(`${post.name.kk}${notes} (${condition.words.kk})`, `${post.name.ru}${notes} (${condition.words.ru})`);
}

/** The cell of the table as the order prints it. */
export function printedCell({cell, post}: Pick<PostResult, 'cell' | 'post'>): Text {
  if (cell === null) return text('-', '-');
  if (cell === 'rule') return must(post.rule, `post ${post.no} has no rule`).words;
  const units = decimalWords(fromDecimal(cell));
  return text(units, units);
}

/** Why there are so many units, or none, or what is missing to know it; null where the printed cell says it all. */
export function whyWords(norms: StaffNorms, {post, norm}: Pick<PostResult, 'post' | 'norm'>): Text | null {
  switch (norm.state) {
    case 'units':
      return norm.from === 'entered'
        ? text('салааралық нормативтер бойынша қолмен енгізілді', 'введено вручную по межотраслевым нормативам')
        : null;
    case 'no-unit':
      return text('осы бағанда бірлік жоқ', 'в этой графе единиц нет');
    case 'other-kind':
      return text(
        `бұл жерде енгізілмейді: ${post.notes.join(', ')}-ескертпе`,
        `здесь не вводится: примечание ${post.notes.join(', ')}`,
      );
    case 'not-needed':
      return notNeededWords(norms, post, norm);
    case 'unanswered':
      return unansweredWords(norms, norm.questions);
    case 'to-enter':
      return text(
        'салааралық үлгілік нормативтер бойынша санды енгізіңіз',
        'введите число по межотраслевым типовым нормативам',
      );
    default:
      return unreachable(norm);
  }
}

function notNeededWords(norms: StaffNorms, post: Post, norm: Extract<Norm, {state: 'not-needed'}>): Text {
  const found = foundWords(norms, norm.failed);
  if (norm.of === 'cell' || post.condition === null) {
    return text(
      `қажет емес: ұяшықтағы шарт орындалмайды (${found.kk})`,
      `не требуется: условие графы не выполнено (${found.ru})`,
    );
  }
  const {words, from} = post.condition;
  const ours = from === 'name' ? text(' (лауазым атауы бойынша)', ' (по наименованию должности)') : text('', '');
  return text(
    `қажет емес${ours.kk}: «${words.kk}» шарты орындалмайды (${found.kk})`,
    `не требуется${ours.ru}: условие «${words.ru}» не выполнено (${found.ru})`,
  );
}

function unansweredWords(norms: StaffNorms, questions: readonly Question[]): Text {
  const asked = joined(questions.map(question => norms.questions[question]));
  return text(`жауап беріңіз: ${asked.kk}`, `ответьте: ${asked.ru}`);
}

/** «Лифт бар ма? – жоқ» */
function foundWords(norms: StaffNorms, failed: readonly Failed[]): Text {
  return joined(
    failed.map(({condition, found}) => {
      const asked = askedWords(norms, condition);
      const answer = answerWords(found);
      return text(`${asked.kk} – ${answer.kk}`, `${asked.ru} – ${answer.ru}`);
    }),
  );
}

function askedWords(norms: StaffNorms, condition: Condition): Text {
  switch (condition.kind) {
    case 'flag':
      return norms.questions[condition.flag];
    case 'at-least':
      return condition.of === 'recipients'
        ? text('Қызмет алушылардың саны', 'Количество получателей услуг')
        : norms.questions[condition.of];
    case 'doctors':
      return text('Осы есептегі дәрігерлік лауазымдар, бірлік', 'Врачебные должности в этом расчете, единиц');
    default:
      return unreachable(condition);
  }
}

export function answerWords(answer: boolean | number): Text {
  if (answer === true) return text('иә', 'да');
  if (answer === false) return text('жоқ', 'нет');
  // A measure may be typed with any number of decimals.
  const figure = decimalWords(fromDecimal(Number(answer.toFixed(4))));
  return text(figure, figure);
}

/** What the facility answered, for a list of the inputs; null where it did not. */
export function givenAnswer({flags, counts}: NormInput, question: Question): Text | null {
  const answers: Readonly<Partial<Record<Question, boolean | number | null>>> = {...flags, ...counts};
  const answer = answers[question] ?? null;
  return answer === null ? null : answerWords(answer);
}

/** All that has to be known beside the figures: why, what does not fit the beds, what the order leaves open. */
export function remarksOf(calculation: Calculation, result: PostResult): readonly Text[] {
  const why = whyWords(calculation.norms, result);
  const beds = result.postsByBeds === null ? null : bedsWords(result.postsByBeds);
  return [why, beds, unsureOf(calculation, result.post)].filter(words => words !== null);
}

/** What the text of the order leaves open of a post, where it touches this calculation. */
export function unsureOf({input}: Calculation, {unsure}: Post): Text | null {
  return unsure !== null && unsure.of === input.place.kind ? unsure.words : null;
}

function bedsWords({possible, stated}: {possible: number; stated: number | null}): Text | null {
  if (stated === null) {
    return text(`төсек-орын саны ${possible} постқа жетеді`, `по числу коек можно сформировать постов: ${possible}`);
  }
  if (stated <= possible) return null;
  return text(
    `көрсетілген пост саны – ${stated}, ал төсек-орын саны ${possible} постқа ғана жетеді`,
    `указано постов: ${stated}, а по числу коек можно сформировать только ${possible}`,
  );
}

/** Why the vehicle is or is not within the limit; null where nothing is asked. */
export function vehicleRemarks({norms}: Calculation, {limit, failed, questions}: VehicleResult): readonly Text[] {
  const found = foundWords(norms, failed);
  return [
    ...(failed.length > 0 ? [text(`шарт орындалмайды: ${found.kk}`, `условие не выполнено: ${found.ru}`)] : []),
    ...(questions.length > 0 ? [unansweredWords(norms, questions)] : []),
    ...(limit.unsure === null ? [] : [limit.unsure]),
  ];
}

export const vehicleStateNames: Readonly<Record<VehicleResult['state'], Text>> = {
  'allowed': text('лимит бар', 'лимит есть'),
  'not-allowed': text('лимит жоқ', 'лимита нет'),
  'unanswered': text('белгісіз', 'неизвестно'),
};

/** What a total leaves out; null where it is whole. */
export function sumRemark({open, unreported}: Sum): Text | null {
  const parts = [
    ...(open > 0
      ? [text(`нормативі белгісіз лауазымдар: ${open}`, `должностей с неизвестным нормативом: ${open}`)]
      : []),
    ...(unreported > 0
      ? [text(`нақты саны көрсетілмеген лауазымдар: ${unreported}`, `должностей без фактического числа: ${unreported}`)]
      : []),
  ];
  return parts.length === 0 ? null : joined(parts);
}

function joined(words: readonly Text[]): Text {
  return text(words.map(({kk}) => kk).join('; '), words.map(({ru}) => ru).join('; '));
}
