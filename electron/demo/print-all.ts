import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {printLanguages, type PrintLanguage} from '../../domain/text.ts';
import {placementStatuses} from '../../domain/vocabulary.ts';
import {decodeBytes} from '../contract/bytes.ts';
import type {JournalRow} from '../contract/journal.ts';
import {paperForms, type PaperForm, type PaperSource} from '../contract/paper.ts';
import type {RecipientView} from '../contract/recipient.ts';
import type {DemoClient} from './bridge.ts';

/** A paper of the pile, before its language is chosen. */
interface Paper {
  readonly form: PaperForm;
  readonly source: PaperSource;
}

export interface Pile {
  readonly papers: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Prints all papers of a facility, and the blank forms, in every language: `folder/<appendix>/<language>/0001 ….pdf`.
 * The number is the same for the same paper in each language. `inHand`: how many are in work at once.
 */
export async function printAll(
  client: DemoClient,
  folder: string,
  inHand: number,
  onProgress: (done: number, of: number) => void,
): Promise<Pile> {
  const papers = await collect(client);
  const prints = papers.flatMap(({form, source}, index) =>
    printLanguages.map(language => ({form, source, language, number: index + 1})),
  );
  for (const form of paperForms) {
    for (const language of printLanguages) await mkdir(join(folder, form, language), {recursive: true});
  }
  let next = 0;
  let done = 0;
  let bytes = 0;
  async function work(): Promise<void> {
    for (let print = prints[next++]; print !== undefined; print = prints[next++]) {
      bytes += await printOne(client, folder, print);
      done += 1;
      onProgress(done, prints.length);
    }
  }
  await Promise.all(Array.from({length: inHand}, work));
  return {papers: papers.length, files: prints.length, bytes};
}

async function printOne(
  client: DemoClient,
  folder: string,
  print: Paper & {readonly language: PrintLanguage; readonly number: number},
): Promise<number> {
  const {form, source, language, number} = print;
  const {pdf, fileName} = await client.paper.render({source, language});
  const content = decodeBytes(pdf);
  await writeFile(join(folder, form, language, `${String(number).padStart(4, '0')} ${fileName}`), content);
  return content.length;
}

/** The blank forms, the journal, then person by person: the frozen papers, and drafts of what is not approved yet. */
async function collect(client: DemoClient): Promise<Paper[]> {
  const papers: Paper[] = paperForms.map(form => ({form, source: {kind: 'blank', form}}));
  for (const volume of await client.journal.volumes({})) {
    const source = {form: 'appendix-2', subjectId: volume.id} as const;
    const issued = await client.paper.ofSubject({subjectId: volume.id});
    papers.push({form: 'appendix-2', source: {kind: 'living', ...source}});
    papers.push(...issued.map(frozen));
  }
  for (const id of await recipientIds(client))
    papers.push(...(await papersOf(client, await client.recipient.get({id}))));
  return papers;
}

async function papersOf(client: DemoClient, person: RecipientView): Promise<Paper[]> {
  const issued = await client.paper.list({recipientId: person.id});
  const drafts: Paper[] = [];
  if (person.fileNumber !== null && !issued.some(({form}) => form === 'appendix-3')) {
    drafts.push(living('appendix-3', person.id));
  }
  for (const plan of person.plans) {
    if (plan.approvedOn === null) drafts.push(living('appendix-4', plan.id));
    if (plan.openRoundId !== null) drafts.push(living('appendix-5', plan.openRoundId));
  }
  return [...issued.map(frozen), ...drafts];
}

function frozen({id, form}: {readonly id: string; readonly form: PaperForm}): Paper {
  return {form, source: {kind: 'frozen', paperId: id}};
}

function living(form: PaperForm, subjectId: string): Paper {
  return {form, source: {kind: 'living', form, subjectId}};
}

/** Everybody in the journal, in the order of its rows. */
async function recipientIds(client: DemoClient): Promise<Set<string>> {
  const ids = new Set<string>();
  let after: Pick<JournalRow, 'rowNumber' | 'placementId'> | null = null;
  for (let more = true; more;) {
    const page = await client.journal.rows({journalId: null, statuses: [...placementStatuses], after, limit: 200});
    for (const row of page.rows) ids.add(row.recipientId);
    const last = page.rows.at(-1);
    after = last ? {rowNumber: last.rowNumber, placementId: last.placementId} : null;
    more = page.more;
  }
  return ids;
}
