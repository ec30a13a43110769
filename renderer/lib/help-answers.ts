import type {Text} from '../../domain/text.ts';
import {backupProblemText, backupText} from '../text/backup.ts';
import {connectText} from '../text/connect.ts';
import {erasureObstacleText} from '../text/erasure.ts';
import {exchangeProblemText, heldReasonText} from '../text/exchange-problems.ts';
import {exchangeText} from '../text/exchange.ts';
import {handoverProblemNames} from '../text/handover.ts';
import {problemText, screenProblemText} from '../text/problems.ts';
import {rotationProblemWords} from '../text/rotation.ts';
import {installationProblemText, signInText} from '../text/sign-in.ts';
import {transferLackNames} from '../text/transfer.ts';
import {troubleText} from '../text/trouble.ts';
import {updateProblemText} from '../text/update.ts';
import type {HelpTarget} from './help-contents.ts';

/**
 * Every message that says what went wrong, by the anchor of its answer in the pages of help. A test holds the pages to these
 * and these to the texts: what is said anew fails it until there is an answer.
 */
export const answeredMessages: ReadonlyMap<string, Text> = new Map([
  ...family('', problemText),
  ...family('', screenProblemText),
  ...family('trouble', troubleText),
  ...family('exchange', exchangeProblemText),
  ...family('card', connectText.cardProblems),
  ...family(
    'held',
    mapped(heldReasonText, ({why}) => why),
  ),
  ...family('handover', handoverProblemNames),
  ...family('lack', transferLackNames),
  ...family('backup', backupProblemText),
  ...family('update', updateProblemText),
  ...family(
    'start',
    mapped(installationProblemText, ({what}) => what),
  ),
  ...family('key', rotationProblemWords),
  ...family('erase', erasureObstacleText),
  ['copied', exchangeText.copiedWhat],
  ['other-facility-stick', exchangeText.otherFacility],
  ['backup-late', backupText.late],
  ['wrong-password', signInText.wrong],
]);

function family(name: string, messages: Readonly<Record<string, Text>>): [string, Text][] {
  return Object.entries(messages).map(([key, words]) => [name === '' ? key : `${name}-${key}`, words]);
}

function mapped<Value>(
  values: Readonly<Record<string, Value>>,
  words: (value: Value) => Text,
): Readonly<Record<string, Text>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, words(value)]));
}

/** Where a message is answered; null where it is none of these. */
export function answerTo(message: Text): HelpTarget | null {
  return answerIn(message.kk);
}

/** The same for what is read on the screen, where more may stand around it: the longest message counts. */
export function answerIn(shown: string): HelpTarget | null {
  let best = '';
  let length = 0;
  for (const [anchor, {kk, ru}] of answeredMessages) {
    const here = [kk, ru].find(words => words.length > length && shown.includes(words));
    if (here === undefined) continue;
    best = anchor;
    length = here.length;
  }
  return best === '' ? null : `#${best}`;
}
