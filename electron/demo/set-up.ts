import {must} from '../../domain/assert.ts';
import {addDays, addMonths, type IsoDate} from '../../domain/dates.ts';
import {serviceTypes, type OrganisationType} from '../../domain/vocabulary.ts';
import type {DemoClient} from './bridge.ts';
import type {StaffBook} from './desk.ts';
import {facilities, type Post} from './facilities.ts';
import {makeColleague} from './people/people.ts';
import type {Random} from './random.ts';

/** The accounts of every demonstration. Fictional, and printed at the end. */
export const demoAccounts = {
  head: {name: 'Басшы', password: 'көрнекі-үлгі-2026'},
  worker: {name: 'Маман', password: 'маман-үлгі-2026'},
} as const;

/** The first run, as a person would go through it: account, organisation, staff, recovery key, numbers of the books. */
export async function setUp(
  client: DemoClient,
  type: OrganisationType,
  random: Random,
  start: IsoDate,
): Promise<StaffBook> {
  const facility = facilities[type];
  await client.session.setLanguage({language: 'kk'});
  await client.session.createAccount(demoAccounts.head);
  await client.facility.save({seen: null, type, name: facility.name, place: facility.place, headStaffId: null});
  const taken = new Set<string>();
  const staff: {id: string; post: Post}[] = [];
  for (const [index, post] of facility.posts.entries()) {
    const {id} = await client.facility.saveStaff({
      id: null,
      seen: null,
      name: makeColleague(random, post.sex, taken),
      position: post.position,
      signatoryRole: post.signs,
      serviceTypes: [...post.services],
      startedOn: addDays(addMonths(start, -12 * random.int(1, 14)), random.int(0, 300)),
      leftOn: null,
      isHead: index === 0,
    });
    staff.push({id, post});
  }
  const headId = must(staff[0]).id;
  await client.facility.linkAccount({staffId: headId});
  await client.session.makeRecoveryKey({});
  await client.session.confirmRecoveryKey({});
  const worker = must(staff.find(({post}) => post.signs === 'social-work-specialist'));
  await client.session.addAccount({...demoAccounts.worker, role: 'worker', staffId: worker.id});
  await client.facility.saveNumbering({
    filePrefix: facility.filePrefix,
    fileStart: facility.fileStart,
    journalStart: 1,
  });
  await client.facility.setSetupStep({step: 'done'});

  function choose(suits: (post: Post) => boolean, turn: number): string | null {
    const those = staff.filter(({post}) => suits(post));
    return those[turn % Math.max(1, those.length)]?.id ?? null;
  }
  return {
    headId,
    services: serviceTypes.filter(service => staff.some(({post}) => post.services.includes(service))),
    forService: (service, turn) => must(choose(post => post.services.includes(service), turn)),
    signing: (role, turn) => choose(post => post.signs === role, turn),
  };
}
