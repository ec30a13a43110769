import {isAbsolute} from 'node:path';
import {countDoubledNumbers} from '../../db/queries/doubled-numbers.ts';
import {accountNames} from '../../db/queries/facility.ts';
import {findKept, findRecipient, recordsOf} from '../../db/queries/recipient.ts';
import type {ReadableDb, WritableDb} from '../../db/connection.ts';
import {recipientOf} from '../../db/exchange/belongs.ts';
import {countConflicts} from '../../db/exchange/conflict-count.ts';
import {conflictsOf, keepStanding, openConflicts, takeLosing, type Conflict} from '../../db/exchange/conflicts.ts';
import {facilityOf, isCopied, nodeOf, secretsOf, writeFacilityId} from '../../db/exchange/identity.ts';
import {dropRequest, enrolmentRequest, keepRequest} from '../../db/exchange/enrolment-request.ts';
import {beginJoining, hasBegunLoad, hasRecipients} from '../../db/exchange/joining.ts';
import {acquaint, changePartner, findPartner, keysOf, partners, type PartnerRow} from '../../db/exchange/partners.ts';
import {countHeld, heldChanges} from '../../db/exchange/quarantine.ts';
import {countsFor, mainPartner, stateOfRows} from '../../db/exchange/status.ts';
import {columnName} from '../../db/column-name.ts';
import {refreshPlacementState} from '../../db/placement-state.ts';
import {isExchangeAutomatic, readSetupStep, writeExchangeAutomatic} from '../../db/settings.ts';
import {cleanText, fullName} from '../../domain/person.ts';
import type {Text} from '../../domain/text.ts';
import {hashOfCode} from '../../registry/parcel/enrolment-file.ts';
import {fingerprint, publicKeysOf} from '../../registry/parcel/keys.ts';
import {decodeBytes, encodeBytes} from '../contract/bytes.ts';
import type {exchangeCalls, ExchangeConflict} from '../contract/exchange.ts';
import {longestCardName, readCard, type Card} from '../exchange/card.ts';
import {CallFailure, type AreaHandlers} from './context.ts';
import {schemaField, schemaTable, shownPatch, shownValue, sqlTable} from './exchange-words.ts';
import {safeFileName} from './paper-file-name.ts';
import {lengthRefusals, orMissing, refusal, refuseIf} from './refusals.ts';
import {saveFile} from './save-file.ts';

/** Held changes that a screen shows at once. */
const shownHeld = 200;

export const exchangeHandlers: AreaHandlers<typeof exchangeCalls> = {
  async state({db, exchange, platform}) {
    const secrets = secretsOf(db);
    const main = mainPartner(db);
    const running = exchange.running();
    return {
      fingerprint: secrets === undefined ? null : fingerprint(await publicKeysOf(secrets)),
      partners: partners(db).map(row => partnerView(db, row)),
      counts: main === undefined ? null : countsFor(db, main),
      running,
      last: exchange.last(),
      request: requestView(db),
      quarantined: countHeld(db),
      conflicts: countConflicts(db) + countDoubledNumbers(db),
      copied: isCopied(db),
      // Nobody chooses a stick while it runs.
      sticks: running === null ? await platform.findSticks() : [],
      canChooseFolder: platform.host === 'desktop',
      automatic: isExchangeAutomatic(db),
      loadBegun: hasBegunLoad(db),
    };
  },

  recordState({db}, {recipientId}) {
    const {id} = orMissing(findKept(db, recipientId));
    return {state: stateOfRows(db, recordsOf(db, id)), conflicts: conflictsOfPerson(db, id).length};
  },

  conflicts({db}, {recipientId}) {
    const names = accountNames(db);
    const found =
      recipientId === null ? openConflicts(db) : conflictsOfPerson(db, orMissing(findKept(db, recipientId)).id);
    return {conflicts: found.map(conflict => conflictView(db, conflict, names))};
  },

  held({db}) {
    const found = heldChanges(db, shownHeld + 1);
    return {
      changes: found.slice(0, shownHeld).map(({change, reason, via, receivedAt}) => ({
        stamp: change.stamp,
        table: schemaTable(change.table),
        op: change.op,
        reason,
        from: findPartner(db, via)?.name ?? via,
        receivedAt,
      })),
      more: found.length > shownHeld,
    };
  },

  enrol({exchange}, {url, code, name, certificate}) {
    const typed = {url: cleanText(url), code: cleanText(code), name: cleanText(name)};
    const pinned = certificate === null ? '' : certificate.replaceAll(/[\s:]/gu, '').toLowerCase();
    refuseIf(
      nothingTyped('url', typed.url),
      ...enrolRefusals(typed),
      pinned !== '' && !/^[0-9a-f]{64}$/u.test(pinned) && refusal('certificate', 'malformed'),
    );
    const address = typed.url.includes('://') ? typed.url : `https://${typed.url}`;
    return exchange.enrol({...typed, url: address, certificate: pinned === '' ? null : pinned});
  },

  ask({db, now}, {code, name}) {
    const typed = {code: cleanText(code), name: cleanText(name)};
    refuseIf(...enrolRefusals(typed));
    keepRequest(db, {codeHash: hashOfCode(typed.code), name: typed.name, askedAt: now, writtenAt: null});
    return {};
  },

  withdrawRequest({db}) {
    dropRequest(db);
    return {};
  },

  async card({exchange, platform}, {name}) {
    const kept = cleanText(name);
    refuseIf(nothingTyped('name', kept), lengthRefusals([['name', kept, longestCardName]]));
    const bytes = await exchange.card(kept);
    const fileName = `${safeFileName([`tirek-card-${kept}`])}.json`;
    const {saved} = await saveFile(platform, fileName, bytes);
    return {saved, file: platform.host === 'loopback' && !saved ? encodeBytes(bytes) : null, fileName};
  },

  readCard({db}, {bytes}) {
    const card = cardOf(bytes);
    if (card === undefined) return {problem: 'not-a-card', name: null, fingerprint: null};
    return {problem: cardProblem(db, card), name: card.name, fingerprint: fingerprint(card.keys)};
  },

  meet({db}, {bytes}) {
    const card = cardOf(bytes);
    if (card === undefined || cardProblem(db, card) !== null) throw new CallFailure('conflict');
    if (takesOver(db, card) && card.facility !== null) {
      writeFacilityId(db, card.facility);
      const isFirstRun = readSetupStep(db) !== 'done';
      if (isFirstRun && !hasRecipients(db)) beginJoining(db);
    }
    acquaint(db, {id: card.node, kind: 'pc', name: card.name, keys: card.keys});
    return {};
  },

  leave({db}, {partner}) {
    orMissing(findPartner(db, partner));
    changePartner(db, partner, {state: 'left'});
    return {};
  },

  byNetwork({exchange}) {
    exchange.byNetwork();
    return {};
  },

  async byStick({exchange, platform}, {folder}) {
    const chosen = folder ?? (await platform.chooseFolder());
    if (chosen === undefined) return {chosen: false};
    refuseIf(!isAbsolute(chosen) && refusal('folder', 'malformed'));
    exchange.byStick(chosen);
    return {chosen: true};
  },

  async stop({exchange}) {
    await exchange.stop();
    return {};
  },

  setAutomatic({db}, {on}) {
    writeExchangeAutomatic(db, on);
    return {};
  },

  choose({db}, {table, rowId, field, loser, take}) {
    const choice = {table: sqlTable(table), rowId, field: field === null ? null : columnName(field), loser};
    const before = recipientOf(db, choice.table, rowId);
    if (!take) {
      if (!isOpen(db, choice)) throw new CallFailure('conflict');
      keepStanding(db, choice);
    } else if (!takeLosing(db, choice)) throw new CallFailure('conflict');
    const people = new Set([before, recipientOf(db, choice.table, rowId)]);
    for (const id of people) if (id !== undefined && findRecipient(db, id)) refreshPlacementState(db, id);
    return {};
  },

  approveDeletions({exchange}) {
    exchange.approveDeletions();
    return {};
  },

  tryHeldAgain({exchange}) {
    exchange.tryHeldAgain();
    return {};
  },

  async becomeAnother({exchange}) {
    await exchange.becomeAnother();
    return {};
  },
};

function enrolRefusals({code, name}: {code: string; name: string}) {
  return [
    nothingTyped('code', code),
    // As long as the codes of the protocol are.
    code !== '' && (code.length < 8 || code.length > 64) && refusal('code', 'malformed'),
    nothingTyped('name', name),
    lengthRefusals([['name', name, longestCardName]]),
  ] as const;
}

function requestView(db: ReadableDb) {
  const request = enrolmentRequest(db);
  if (request === undefined) return null;
  const {name, askedAt, writtenAt} = request;
  return {name, askedAt, writtenAt};
}

function nothingTyped(field: string, kept: string) {
  return kept === '' && refusal(field, 'required');
}

function partnerView(db: ReadableDb, row: PartnerRow) {
  const {id, kind, name, url, state, lastExchangeAt} = row;
  return {
    id,
    kind,
    name,
    fingerprint: fingerprint(keysOf(row)),
    url,
    state,
    lastExchangeAt,
    counts: countsFor(db, row),
  };
}

function cardOf(bytes: string): Card | undefined {
  try {
    return readCard(decodeBytes(bytes));
  } catch {
    // Not base64.
    return undefined;
  }
}

function cardProblem(db: ReadableDb, card: Card): 'own-card' | 'other-facility' | null {
  if (card.node === nodeOf(db)) return 'own-card';
  const known = facilityOf(db);
  if (card.facility === null || known === undefined || card.facility === known) return null;
  return partners(db).some(({state}) => state !== 'left') ? 'other-facility' : null;
}

/**
 * Whether this PC goes over to the facility of the card. Of two PCs that have exchanged with nobody yet, each with an id of
 * its own, the lesser id stays, whoever of them meets the other first.
 */
function takesOver(db: WritableDb, {facility}: Card): boolean {
  const known = facilityOf(db);
  return facility !== null && (known === undefined || facility < known);
}

function isOpen(db: ReadableDb, choice: {table: string; rowId: string; field: string | null; loser: string}): boolean {
  return conflictsOf(db, choice).some(
    ({field, losing}) => field === choice.field && losing.some(({stamp}) => stamp === choice.loser),
  );
}

/** Whose record a row belongs to, as it is kept now. */
function keptOwner(db: ReadableDb, {table, rowId}: Pick<Conflict, 'table' | 'rowId'>): ReturnType<typeof findKept> {
  const owner = recipientOf(db, table, rowId);
  return owner === undefined ? undefined : findKept(db, owner);
}

function conflictsOfPerson(db: ReadableDb, id: string): Conflict[] {
  return openConflicts(db).filter(conflict => keptOwner(db, conflict)?.id === id);
}

function conflictView(db: ReadableDb, conflict: Conflict, names: ReadonlyMap<string, string>): ExchangeConflict {
  const {table, rowId, field, standing, losing} = conflict;
  const person = keptOwner(db, conflict);
  const claim = ({stamp, value, author, recordedAt}: Conflict['standing']) => ({
    stamp,
    shown: shownOf(db, {table, field}, value),
    author: author === null ? null : (names.get(author) ?? null),
    recordedAt,
  });
  return {
    table: schemaTable(table),
    rowId,
    field: field === null ? null : schemaField(table, field),
    recipientId: person?.id ?? null,
    name: person === undefined ? null : fullName(person),
    standing: claim(standing),
    losing: losing.map(claim),
  };
}

function shownOf(db: ReadableDb, {table, field}: Pick<Conflict, 'table' | 'field'>, value: unknown): Text | null {
  if (field !== null) return shownValue(db, table, field, value);
  return value === null ? null : shownPatch(db, table, value as Record<string, unknown>);
}
