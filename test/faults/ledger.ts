import type {Reply} from '../../electron/contract/kernel.ts';
import type {Random} from '../../electron/demo/random.ts';
import type {Desk} from './desk.ts';

export interface Write {
  readonly commandId: string;
  /** Whose card is saved; null: a new person is entered. */
  readonly personId: string | null;
  /** By which the person is found again: nobody else bears it. */
  readonly surname: string;
  readonly phone: string;
}

interface Person {
  readonly id: string;
  readonly surname: string;
  /** As it was answered last. */
  phone: string;
  /** True while somebody writes: a stamp goes stale. */
  busy: boolean;
}

const nobody = {
  sex: null,
  iin: null,
  iinOverrideReason: null,
  category: null,
  address: null,
  programmeFrom: null,
  programmeTo: null,
};

const queued = {
  kind: 'queued',
  happenedOn: '2026-01-05',
  orderNumber: null,
  reason: null,
  destination: null,
  until: null,
};

/** What was asked, what was answered, and what must therefore be there. */
export class Ledger {
  readonly #people = new Map<string, Person>();
  /** Asked and not answered: there, or not; asked for again it must be there once. */
  readonly #open = new Set<Write>();
  #count = 0;
  written = 0;
  lost = 0;
  doubled = 0;
  refusedWrongly = 0;

  wrong(): void {
    this.refusedWrongly += 1;
  }

  /** The next thing that somebody writes. */
  next(random: Random): Write {
    this.#count += 1;
    const commandId = `write-${this.#count}-${random.int(1, 1_000_000)}`;
    const phone = `+7 7${String(this.#count).padStart(9, '0')}`;
    const idle = [...this.#people.values()].filter(({busy}) => !busy).slice(-40);
    if (idle.length > 0 && random.percent(60)) {
      const person = random.pick(idle);
      person.busy = true;
      return this.#opened({commandId, personId: person.id, surname: person.surname, phone});
    }
    const surname = `Қ${letters(this.#count)}`;
    return this.#opened({commandId, personId: null, surname, phone});
  }

  #opened(write: Write): Write {
    this.#open.add(write);
    return write;
  }

  /** Carries a write out, for the first time or once more. Undefined: nobody answered. */
  async carryOut(desk: Desk, write: Write): Promise<Reply<unknown> | undefined> {
    const {commandId, personId, surname, phone} = write;
    let reply: Reply<unknown> | undefined;
    if (personId === null) {
      const person = {...nobody, name: {surname, firstName: 'Әлия', patronymic: null}, bornOn: '1958-05-09', phone};
      reply = await desk.call(
        'journal',
        'enter',
        {journalId: null, recipientId: null, person, event: queued},
        commandId,
      );
    } else {
      const card = await desk.call('recipient', 'get', {id: personId}, 'only-reading');
      if (card?.ok !== true) return card;
      const {
        placements: _p,
        events: _e,
        fileNumber: _f,
        plans: _l,
        stamp,
        ...facts
      } = card.value as Record<string, unknown>;
      reply = await desk.call('recipient', 'save', {...facts, seen: stamp, phone}, commandId);
    }
    this.#answered(write, reply);
    return reply;
  }

  #answered(write: Write, reply: Reply<unknown> | undefined): void {
    if (reply === undefined) return;
    this.#open.delete(write);
    const person = [...this.#people.values()].find(({surname}) => surname === write.surname);
    if (person !== undefined) person.busy = false;
    if (!reply.ok) return;
    this.written += 1;
    if (person !== undefined) person.phone = write.phone;
    else {
      const {recipientId} = reply.value as {recipientId: string};
      this.#people.set(recipientId, {id: recipientId, surname: write.surname, phone: write.phone, busy: false});
    }
  }

  /** Asks for what was not answered once more: a repeat is the same command. */
  async settle(desk: Desk): Promise<void> {
    for (const write of this.#open) await this.carryOut(desk, write);
  }

  async verifySome(desk: Desk, random: Random): Promise<void> {
    const all = [...this.#people.values()];
    const some = new Set([...all.slice(-12), ...Array.from({length: Math.min(4, all.length)}, () => random.pick(all))]);
    for (const person of some) await this.#verify(desk, person);
  }

  async verifyAll(desk: Desk): Promise<void> {
    for (const person of this.#people.values()) await this.#verify(desk, person);
  }

  async #verify(desk: Desk, {id, phone, surname}: Person): Promise<void> {
    const card = await desk.call('recipient', 'get', {id}, 'only-reading');
    if (card?.ok !== true || (card.value as {phone: string | null}).phone !== phone) this.lost += 1;
    const found = await desk.call('recipient', 'search', {text: surname, limit: 5}, 'only-reading');
    const bearers = found?.ok === true ? (found.value as {name: {surname: string}}[]) : [];
    const times = bearers.filter(({name}) => name.surname === surname).length;
    if (times === 0) this.lost += 1;
    if (times > 1) this.doubled += times - 1;
  }
}

/** A number as letters of a name. */
function letters(count: number): string {
  return Array.from(count.toString(8), digit => 'абвгдежз'.charAt(Number(digit))).join('');
}
