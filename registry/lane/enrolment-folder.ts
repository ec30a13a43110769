import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {
  largestEnrolmentFile,
  readEnrolAnswer,
  readEnrolRequest,
  writeEnrolAnswer,
  writeEnrolRequest,
  type ReadRequest,
} from '../parcel/enrolment-file.ts';
import type {NodeSecrets} from '../parcel/keys.ts';
import type {EnrolAsk} from '../protocol/enrolment.ts';
import {writeWhole} from './safe-write.ts';
import {enrolmentFolders, makeEnrolmentFolder, smallFilesIn, type Chosen} from './stick-folder.ts';

/** The request of a PC that is to be taken in, and the registry's answer: registry/parcel/enrolment-file.ts. */

const requestEnd = '.request.json';
export const answerName = (node: string): string => `${node}.answer.json`;

export interface Asking {
  readonly ask: EnrolAsk;
  readonly codeHash: string;
}

/** The latest answer to this PC; undefined: none yet. What the disk says is thrown. */
export async function findAnswer(
  {chosen}: Chosen,
  {ask, codeHash}: Asking,
): Promise<{path: string; answer: NonNullable<ReturnType<typeof readEnrolAnswer>>} | undefined> {
  // A browser that saves it a second time puts a number behind.
  const files = await smallFilesIn(
    enrolmentFolders(chosen),
    new RegExp(`^${ask.node}\\.answer.*\\.json$`, 'u'),
    largestEnrolmentFile,
  );
  const answers = files.flatMap(({path, bytes}) => {
    const answer = readEnrolAnswer(bytes, {...ask, codeHash});
    return answer === undefined ? [] : [{path, answer}];
  });
  return answers.find(({answer}) => 'reply' in answer) ?? answers.at(-1);
}

export async function putRequest(stick: Chosen, {ask, codeHash}: Asking, secrets: NodeSecrets): Promise<void> {
  const bytes = writeEnrolRequest(ask, {codeHash, secrets});
  await put(stick, `${ask.node}${requestEnd}`, bytes);
}

/** What was asked and answered is needed no more. What cannot be removed does no harm. */
export async function clearRequest({chosen}: Chosen, node: string): Promise<void> {
  for (const folder of enrolmentFolders(chosen)) {
    for (const name of [`${node}${requestEnd}`, answerName(node)]) {
      await rm(join(folder, name), {force: true}).catch(() => undefined);
    }
  }
}

export interface FoundRequest {
  readonly path: string;
  /** Undefined: called a request, and none. */
  readonly request: ReadRequest | undefined;
}

export async function requestsIn(chosen: string): Promise<FoundRequest[]> {
  const files = await smallFilesIn(enrolmentFolders(chosen), /^[0-9a-f]{16}\.request.*\.json$/u, largestEnrolmentFile);
  return files.map(({path, bytes}) => ({path, request: readEnrolRequest(bytes)}));
}

export async function putAnswer(
  stick: Chosen,
  to: Pick<EnrolAsk, 'node' | 'keys'>,
  answer: Parameters<typeof writeEnrolAnswer>[1],
): Promise<void> {
  await put(stick, answerName(to.node), writeEnrolAnswer(to, answer));
}

async function put(stick: Chosen, name: string, bytes: Uint8Array): Promise<void> {
  await writeWhole(await makeEnrolmentFolder(stick), name, handle => handle.writeFile(bytes));
}
