import {addDays, daysBetween} from '../../domain/dates.ts';
import {text, type Text} from '../../domain/text.ts';
import type {ExchangeOutcome, ExchangePartner, ExchangeStateView} from '../../electron/contract/exchange.ts';
import {exchangeLine, exchangeText} from '../text/exchange.ts';
import {exchangeProblemText} from '../text/exchange-problems.ts';
import {clockTime, localDay} from './clock.ts';

export interface ExchangeLine {
  readonly words: Text;
  readonly tone: 'calm' | 'good' | 'wait' | 'late';
}

/** Where the exchange stands, in one short line; null while there is nobody to exchange with. */
export function exchangeLineOf({partners, request, counts, running, copied}: ExchangeStateView): ExchangeLine | null {
  if (partners.length === 0 && request === null) return null;
  if (copied) return {words: exchangeLine.copied, tone: 'late'};
  if (running !== null) return {words: exchangeLine.running, tone: 'calm'};
  if (counts === null) return request === null ? null : {words: exchangeLine.waiting, tone: 'wait'};
  const open = unconfirmed(counts);
  if (open > 0) return {words: exchangeLine.unconfirmed(open), tone: counts.refused > 0 ? 'late' : 'wait'};
  return {words: exchangeLine.confirmed, tone: 'good'};
}

/** What was refused is not confirmed either: it is never told as done. */
function unconfirmed({saved, sent, refused}: ExchangePartner['counts']): number {
  return saved + sent + refused;
}

/** When that was, as people say it. Both instants are UTC ISO. */
export function whenWords(instant: string, now: string): Text {
  const [day, today] = [localDay(instant), localDay(now)];
  return exchangeText.when(day, today, addDays(today, -1), clockTime(instant), daysBetween(day, today));
}

/** How the last exchange ended and what is to be done next, in one or two sentences. */
export function outcomeWords({lane, problem, retryAfter, tally, enrolment, written}: ExchangeOutcome): Text {
  if (problem !== null) {
    return sentences(exchangeProblemText[problem], ...(retryAfter === null ? [] : [exchangeText.tryAfter(retryAfter)]));
  }
  // Where nothing else was to be done, nothing is said of it.
  if (enrolment === 'asked' && tally.integrated === 0 && written.length === 0) {
    return sentences(exchangeText.went(lane), exchangeText.enrolment.asked);
  }
  const isQuiet = tally.sent === 0 && tally.integrated === 0;
  return sentences(
    exchangeText.went(lane),
    ...(enrolment === null ? [] : [exchangeText.enrolment[enrolment]]),
    isQuiet ? exchangeText.nothingMoved : exchangeText.moved(lane, tally.sent, tally.integrated),
  );
}

/** Whether somebody must look: who stopped it knows that, and nobody asked for what began by itself without a network. */
export function isTrouble({problem, automatic}: Pick<ExchangeOutcome, 'problem' | 'automatic'>): boolean {
  if (problem === null || problem === 'cancelled') return false;
  return !(automatic && (problem === 'offline' || problem === 'timeout' || problem === 'unavailable'));
}

function sentences(...all: readonly Text[]): Text {
  return text(all.map(({kk}) => kk).join(' '), all.map(({ru}) => ru).join(' '));
}

/** An address as people copy it from paper: without how it begins it is meant to be a safe one. */
export function addressTyped(typed: string): string {
  return /^[a-z][a-z+.-]*:\/\//iu.test(typed) ? typed : `https://${typed}`;
}
