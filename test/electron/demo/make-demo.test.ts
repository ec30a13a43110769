import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {openBridge, type DemoClient} from '../../../electron/demo/bridge.ts';
import {makeDemoClock} from '../../../electron/demo/clock.ts';
import {makeDemo, type MadeFacility} from '../../../electron/demo/make-demo.ts';
import {createPdfPool} from '../../../electron/demo/pdf-pool.ts';
import {demoAccounts} from '../../../electron/demo/set-up.ts';
import {liveYear, startOfYear} from '../../../electron/demo/year.ts';
import {cutFonts} from '../../../electron/pdf/cut-fonts.ts';
import {must} from '../../../domain/assert.ts';
import {fullName} from '../../../domain/person.ts';
import {printLanguages} from '../../../domain/text.ts';
import {organisationTypes, placementStatuses, type OrganisationType} from '../../../domain/vocabulary.ts';
import {paperForms} from '../../../electron/contract/paper.ts';
import {dense, pdfText} from '../../support/read-pdf.ts';

const root = mkdtempSync(join(tmpdir(), 'tirek-demo-'));
const fonts = join(root, 'fonts');
const until = '2026-11-20';

const seed = '7';
const recipients = 6;
let made: MadeFacility[];

beforeAll(async () => {
  await cutFonts(fonts);
  // One renderer for all: to load one costs as much as the papers of a facility.
  const wish = {out: root, types: organisationTypes, seed, recipients, until, fontsDirectory: fonts, renderers: 1};
  made = await makeDemo(wish, {begun: () => undefined, printing: () => undefined, made: () => undefined});
}, 240_000);

afterAll(() => {
  rmSync(root, {recursive: true, force: true});
});

const dataOf = (type: OrganisationType): string => must(made.find(each => each.type === type)).data;

/** Opens what was made as a person would: by the account and the password that the demonstration prints. */
async function opened<T>(data: string, look: (client: DemoClient) => Promise<T>): Promise<T> {
  const pdf = createPdfPool(fonts, 1);
  const bridge = openBridge(data, makeDemoClock(until), pdf);
  try {
    expect(await bridge.client.session.signIn(demoAccounts.head)).toEqual({result: 'ok'});
    return await look(bridge.client);
  } finally {
    bridge.close();
    await pdf.close();
  }
}

/** All that people read of the journal and of one person's plan: no ids, no instants. */
async function values(client: DemoClient) {
  const {rows} = await client.journal.rows({
    journalId: null,
    statuses: [...placementStatuses],
    after: null,
    limit: 500,
  });
  const people = await Promise.all(
    [...new Set(rows.map(row => row.recipientId))].map(id => client.recipient.get({id})),
  );
  const plans = await Promise.all(people.flatMap(person => person.plans.map(plan => client.plan.get({id: plan.id}))));
  return {
    rows: rows.map(({placementId: _placement, recipientId: _recipient, ...row}) => row),
    people: people.map(({name, diagnosis, relatives, fileNumber}) => ({name, diagnosis, relatives, fileNumber})),
    measures: plans.map(({measures, status, periodTo}) => ({
      status,
      periodTo,
      measures: measures.map(({staffId: _staff, ...measure}) => measure),
    })),
  };
}

describe.each(organisationTypes)('a year of %s', type => {
  test('fills the journal, the files, the plans and the papers', async () => {
    const {rows, people, measures} = await opened(dataOf(type), values);

    const names = people.map(({name}) => fullName(name));
    expect(names).toHaveLength(recipients);
    expect(Array.from('әғқңөұүһі').filter(letter => !names.join(' ').toLowerCase().includes(letter))).toEqual([]);
    expect(names.some(name => name.length >= 60)).toBe(true);
    expect(people.some(({name}) => name.patronymic === null)).toBe(true);
    expect(rows.some(row => row.status === 'queued')).toBe(true);
    expect(rows.some(row => row.returned)).toBe(true);
    expect(measures.some(({status}) => status === 'approved')).toBe(true);

    const papers = join(root, type, 'papers');
    // The blank form, the journal as it stands and the journal as it was issued: one volume.
    expect(readdirSync(join(papers, 'appendix-2', 'kk'))).toHaveLength(3);
    for (const form of paperForms) {
      const counts = printLanguages.map(language => readdirSync(join(papers, form, language)).length);
      expect(new Set(counts).size, form).toBe(1);
      expect(counts[0], form).toBeGreaterThan(1);
    }
    const covers = readdirSync(join(papers, 'appendix-3', 'both'))
      .filter(file => !file.includes('бос нысан'))
      .map(file => dense(pdfText(readFileSync(join(papers, 'appendix-3', 'both', file)))));
    const withFile = people.filter(person => person.fileNumber !== null);
    expect(covers).toHaveLength(withFile.length);
    for (const {name} of withFile) {
      expect(
        covers.some(cover => cover.includes(dense(fullName(name)))),
        fullName(name),
      ).toBe(true);
    }
  });
});

test('the same seed gives the same year', async () => {
  const pdf = createPdfPool(fonts, 1);
  const clock = makeDemoClock(startOfYear(until));
  const bridge = openBridge(join(root, 'again'), clock, pdf);
  await liveYear(bridge.client, clock, {type: 'temporary-stay', seed, recipients, until});
  const again = await values(bridge.client);
  bridge.close();
  await pdf.close();
  expect(again).toEqual(await opened(dataOf('temporary-stay'), values));
});
