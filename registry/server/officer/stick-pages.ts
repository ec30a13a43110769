import type {Text} from '../../../domain/text.ts';
import type {Label} from '../../store/labels.ts';
import type {FileReport, StickReport} from '../stick/take-in.ts';
import {outcomeWords, problemWords, senderWords, stickWords} from '../stick/words.ts';
import {html, type Markup} from './html.ts';
import {layout, marked, message, postButton, tokenField, type View} from './pages.ts';
import {words} from './words.ts';

/** Where the files of a stick are chosen. */
export function stickPage(view: View, problem?: Text): string {
  const {language} = view;
  const form = (title: Text, hint: Text, input: Markup): Markup =>
    html`<div class="card">
      <h2>${title[language]}</h2>
      <p class="soft">${hint[language]}</p>
      <form method="post" action="/sticks" enctype="multipart/form-data">
        ${tokenField(view)}
        <label>${words.stickChosen[language]}${input}</label>
        <p></p>
        <button>${words.stickTake[language]}</button>
      </form>
    </div>`;
  const body = html`<p><a href="/">← ${words.back[language]}</a></p>
    <h1>${words.stick[language]}</h1>
    ${message(view, problem)}
    ${form(words.stickFolder, words.stickFolderHint, html`<input type="file" name="folder" webkitdirectory multiple />`)}
    ${form(words.stickFiles, words.stickFilesHint, html`<input type="file" name="files" multiple accept=".tirek,.json" />`)}`;
  return layout(view, words.stick, body);
}

/** What became of each file, and what is to be saved onto the stick before it is given back. */
export function stickReportPage(view: View, {problem, files, enrolled, answered, scans, labels}: StickReport): string {
  const {language} = view;
  const nodes = [...new Set([...enrolled, ...answered])];
  const body = html`<p><a href="/sticks">← ${words.stickAnother[language]}</a></p>
    <h1>${words.stickReport[language]}</h1>
    ${message(view, problem === null ? undefined : problemWords(problem.code))}
    <div class="card flush">
      ${
        files.length === 0
          ? html`<p class="card soft">${words.stickNothing[language]}</p>`
          : html`<table>
              <thead>
                <tr>
                  ${[words.stickFile, words.stickFrom, words.stickOutcome].map(head => html`<th scope="col">${head[language]}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${files.map(file => fileRow(view, file, labels))}
              </tbody>
            </table>`
      }
    </div>
    ${scans.taken === 0 ? null : html`<p>${stickWords.scans(scans)[language]}</p>`}
    ${nodes.length === 0 ? null : answers(view, nodes, {enrolled, answered, labels})}`;
  return layout(view, words.stickReport, body);
}

const isGood = ({outcome: {kind}}: FileReport): boolean => kind === 'taken' || kind === 'enrolled';

function fileRow(view: View, file: FileReport, labels: ReadonlyMap<string, Label>): Markup {
  const {language} = view;
  const said = outcomeWords(file)[language];
  const isQuiet = isGood(file) || file.outcome.kind === 'for-another';
  return html`<tr>
    <td><code>${file.file}</code></td>
    <td class="name">${senderWords(file.from === null ? undefined : labels.get(file.from))[language]}</td>
    <td>${isQuiet ? said : html`${marked(words.stickRefused[language], 'bad')} ${said}`}</td>
  </tr>`;
}

function answers(
  view: View,
  nodes: readonly string[],
  {enrolled, answered, labels}: Pick<StickReport, 'enrolled' | 'answered' | 'labels'>,
): Markup {
  const {language} = view;
  const one = (node: string): Markup =>
    html`<tr>
      <td class="name">${senderWords(labels.get(node))[language]}</td>
      <td>
        ${enrolled.includes(node) ? postButton(view, `/nodes/${node}/enrolment-answer`, words.stickSaveEnrolment) : null}
        ${answered.includes(node) ? postButton(view, `/nodes/${node}/parcel`, words.stickSave) : null}
      </td>
    </tr>`;
  return html`<div class="card">
    <h2>${words.stickAnswers[language]}</h2>
    <p class="soft">${words.stickAnswersHint[language]}</p>
    <table>
      <tbody>
        ${nodes.map(one)}
      </tbody>
    </table>
  </div>`;
}
