import {addDays, addMonths} from '../../domain/dates.ts';
import {must} from '../../domain/assert.ts';
import type {Text} from '../../domain/text.ts';
import {regions} from './people/places.ts';
import type {FileDocumentValues} from '../contract/file.ts';
import {staysUndone, type Case, type Desk} from './desk.ts';
import {hasProgramme} from './people/health.ts';
import {cameFrom, fileDocuments} from './wording.ts';

/** After the admission: what only the personal file asks is written down, the file opened and its papers listed. */
export async function openFile(desk: Desk, each: Case): Promise<void> {
  await completePerson(desk, each);
  if (staysUndone(desk, each, 'file')) return;
  const from = each.random.pick(cameFrom[desk.type].filter(({ofSchoolAge}) => !ofSchoolAge || each.person.child)).place;
  const language = each.person.language;
  await desk.client.file.open({
    recipientId: each.recipientId,
    openedOn: desk.today(),
    cameFrom:
      desk.type === 'semi-stationary' ? `${from[language]}, ${regions[desk.type].town[language]}` : from[language],
  });
  await listDocuments(desk, each);
  desk.agenda.after(desk.today(), 2, () => issueCover(desk, each));
}

async function completePerson({client}: Desk, {recipientId, person}: Case): Promise<void> {
  const {
    stamp,
    placements: _placements,
    events: _events,
    fileNumber: _number,
    plans: _plans,
    ...view
  } = await client.recipient.get({id: recipientId});
  await client.recipient.save({
    ...view,
    seen: stamp,
    diagnosis: person.diagnosis,
    ethnicity: person.ethnicity,
    socialStatus: person.socialStatus,
    relatives: person.relatives,
  });
}

async function listDocuments({client, today}: Desk, each: Case): Promise<void> {
  const {recipientId, random} = each;
  const {
    id,
    stamp,
    recipientId: _recipientId,
    countedSheets: _sheets,
    ...file
  } = must(await client.file.get({recipientId}));
  const named = file.documents
    .filter(document => suits(document.title, each))
    .map(document => handedIn(each, document, today()));
  const usual = usualDocuments(each).map(title =>
    paper(title[each.person.language], random.int(1, 6), each.admittedOn),
  );
  await client.file.save({...file, id, seen: stamp, documents: [...usual, ...named]});
}

/** Before the rehabilitation programme ends it is made out anew; one in six is forgotten, and Today says so. */
export function watchProgramme(desk: Desk, each: Case): void {
  const ends = each.person.programmeTo;
  if (ends === null || each.turn % 6 === 0) return;
  desk.agenda.at(addDays(ends > desk.today() ? ends : desk.today(), 2), async () => {
    if (each.served === 'no') return;
    const {
      stamp,
      placements: _placements,
      events: _events,
      fileNumber: _number,
      plans: _plans,
      ...view
    } = await desk.client.recipient.get({id: each.recipientId});
    await desk.client.recipient.save({
      ...view,
      seen: stamp,
      programmeFrom: addDays(ends, 1),
      programmeTo: addMonths(ends, 24),
    });
  });
}

/** The list that comes with a new file names papers for everybody; what does not concern this person is struck out. */
function suits(title: string, {person, random}: Case): boolean {
  if (title.includes('Ардагер')) return person.category === 'elderly' && random.percent(20);
  if (title.includes('жеке бағдарлама')) return hasProgramme(person.category);
  if (title.includes('Мүгедектік')) return hasProgramme(person.category);
  if (title.includes('Зейнетақы куәлігі')) return person.category === 'elderly';
  return true;
}

function usualDocuments({person}: Case): Text[] {
  const {application, identity, birth, medicalCard, order, commission, disability} = fileDocuments;
  if (person.child) return [application, birth, medicalCard, commission, disability, order];
  return person.category === 'elderly' || person.category === 'other'
    ? [application, identity, medicalCard, order]
    : [application, identity, medicalCard, disability, order];
}

/** Most papers are there; of some the administration keeps the original, with written consent; one in ten is awaited. */
function handedIn({random, admittedOn}: Case, named: FileDocumentValues, today: string): FileDocumentValues {
  if (random.percent(10)) return named;
  const received = paper(named.title, random.int(1, 4), admittedOn);
  return random.percent(45) ? {...received, copies: 0, original: true, consentOn: today} : received;
}

function paper(title: string, sheets: number, receivedOn: string): FileDocumentValues {
  return {title, sheets, copies: 1, original: false, consentOn: null, receivedOn, returnedOn: null};
}

/** The cover is signed by the head; now and then something is still missing, and it waits. */
async function issueCover(desk: Desk, each: Case): Promise<void> {
  if (each.random.percent(7)) return;
  const {client} = desk;
  const file = must(await client.file.get({recipientId: each.recipientId}));
  const {stamp, recipientId: _recipientId, countedSheets: _sheets, ...values} = file;
  await client.file.save({...values, seen: stamp, signedOn: desk.today()});
  await client.paper.issue({form: 'appendix-3', subjectId: each.recipientId, legalDate: desk.today()});
}

/** One who leaves gets the originals back. */
export async function returnOriginals(desk: Desk, each: Case): Promise<void> {
  const file = await desk.client.file.get({recipientId: each.recipientId});
  if (file === null || !file.documents.some(document => document.original)) return;
  const {stamp, recipientId: _recipientId, countedSheets: _sheets, ...values} = file;
  await desk.client.file.save({
    ...values,
    seen: stamp,
    documents: file.documents.map(document =>
      document.original && document.returnedOn === null ? {...document, returnedOn: desk.today()} : document,
    ),
  });
}
