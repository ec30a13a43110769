import {text, type Text} from './text.ts';

/**
 * Why a change in a history is not undone there.
 * - own-step: it was a step with a date or a number of its own, and is taken back where it was taken.
 * - fixed: it stands in an approved plan or a closed round.   - changed-since: somebody has changed the field once more.
 * - gone: what it belonged to is no more.   - there-again: an equal line stands there.   - not-yours: the right lacks.
 */
export const undoObstacles = ['own-step', 'fixed', 'changed-since', 'gone', 'there-again', 'not-yours'] as const;
export type UndoObstacle = (typeof undoObstacles)[number];

export const undoObstacleWords: Readonly<Record<UndoObstacle, Text>> = {
  'own-step': text(
    'Мұндай жазба осы жерден қайтарылмайды: оны өз бетінде түзетіңіз немесе алып тастаңыз.',
    'Такая запись отсюда не возвращается: исправьте или отмените ее на ее странице.',
  ),
  'fixed': text(
    'Бекітілген құжат өзгертілмейді. Түзету үшін жоспардың жаңа нұсқасын ашыңыз.',
    'Утвержденный документ не изменяется. Для исправления откройте новую версию плана.',
  ),
  'changed-since': text(
    'Бұл мән содан кейін тағы өзгертілді. Алдымен соңғы өзгерісті қайтарыңыз.',
    'Это значение после того изменили еще раз. Сначала верните последнее изменение.',
  ),
  'gone': text(
    'Бұл жазба қазір жоқ. Алып тасталған жолды қайтарсаңыз болады.',
    'Этой записи сейчас нет. Можно вернуть строку там, где она убрана.',
  ),
  'there-again': text('Дәл осындай жол бар: қайтарудың қажеті жоқ.', 'Точно такая строка уже есть: возвращать нечего.'),
  'not-yours': text(
    'Мұны қайтаруға құқығыңыз жоқ. Осы жазбаны жүргізетін әріптесіңізден сұраңыз.',
    'У вас нет права это вернуть. Попросите коллегу, который ведет эту запись.',
  ),
};
