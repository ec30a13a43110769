import {text, type Text} from '../../../domain/text.ts';
import {outcomeWords, problemWords, senderWords, stickWords} from './words.ts';
import {takeInStick, type StickContext, type StickReport} from './take-in.ts';

/**
 * `npm run registry -- --stick FOLDER`: takes in what stands there for the registry and writes the answers beside it. Prints
 * a line for each file; answers with the exit code: 0 where all that was for the registry is in the log and answered.
 */
export async function runStick(context: StickContext, folder: string, print: (words: Text) => void): Promise<number> {
  const report = await takeInStick(context, {folder, isAnswered: true});
  for (const file of report.files) {
    const from = senderWords(file.from === null ? undefined : report.labels.get(file.from));
    const {kk, ru} = outcomeWords(file);
    print(text(`${file.file} (${from.kk}): ${kk}`, `${file.file} (${from.ru}): ${ru}`));
  }
  if (report.scans.taken + report.scans.given > 0) print(stickWords.scans(report.scans));
  if (report.problem !== null) print(problemWords(report.problem.code));
  else if (forUs(report).length === 0) print(stickWords.nothing);
  else print(stickWords.answered(new Set([...report.enrolled, ...report.answered]).size));
  return report.problem === null && forUs(report).every(isTakenIn) ? 0 : 1;
}

function forUs({files}: StickReport): StickReport['files'] {
  return files.filter(({outcome}) => outcome.kind !== 'for-another');
}

function isTakenIn({outcome}: StickReport['files'][number]): boolean {
  return outcome.kind === 'taken' || outcome.kind === 'enrolled';
}
