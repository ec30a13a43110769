import type {Calendar} from '../../domain/calendar.ts';
import {addMonths, type IsoDate} from '../../domain/dates.ts';
import type {OrganisationType, ServiceType, SignatoryRole} from '../../domain/vocabulary.ts';
import type {Agenda} from './agenda.ts';
import type {DemoClient} from './bridge.ts';
import type {Fate} from './fates.ts';
import type {DemoPerson} from './people/people.ts';
import type {Random} from './random.ts';

/** One office in its year. */
export interface Desk {
  readonly client: DemoClient;
  readonly type: OrganisationType;
  readonly agenda: Agenda;
  readonly calendar: Calendar;
  readonly start: IsoDate;
  readonly until: IsoDate;
  readonly staff: StaffBook;
  /** The day that is being lived. */
  readonly today: () => IsoDate;
  /** The number of the next order: they go on through the year. */
  readonly nextOrder: () => string;
}

/** Who does what; chosen once for a recipient, so that one specialist goes on with the same people. */
export interface StaffBook {
  readonly headId: string;
  /** Services that somebody here assigns. */
  readonly services: readonly ServiceType[];
  readonly forService: (service: ServiceType, turn: number) => string;
  readonly signing: (role: SignatoryRole, turn: number) => string | null;
}

/** One recipient at the desk, and how far things have got. */
export interface Case {
  readonly turn: number;
  readonly person: DemoPerson;
  readonly fate: Fate;
  readonly random: Random;
  /** Words that were already written for this person: the next quarter says something else. */
  readonly said: Set<string>;
  recipientId: string;
  placementId: string;
  served: 'no' | 'here' | 'away';
  admittedOn: IsoDate;
  /** The approved plan in force. */
  planId: string | null;
  /** Something is being written that is not approved yet. */
  planBegun: boolean;
}

/** Whether the last three months are reached, in which what the fate leaves undone stays undone. */
export function staysUndone(desk: Desk, each: Case, matter: Fate['undone']): boolean {
  return each.fate.undone === matter && desk.today() > addMonths(desk.until, -3);
}
