import {unreachable} from '../../../domain/assert.ts';
import type {Text} from '../../../domain/text.ts';
import {codeListNames} from '../../protocol/code-lists.ts';
import {referenceKinds, type FaultInPlace, type ReferenceKind} from '../../protocol/reference.ts';
import type {Published} from '../../store/reference-publishing.ts';
import {html, type Markup} from './html.ts';
import {layout, message, momentOf, tokenField, type View} from './pages.ts';
import type {Difference} from './reference-difference.ts';
import {codeListTexts, faultNames, kindNames, placeName, referenceWords as words} from './reference-words.ts';

/** Lines of a list that are shown; of the rest, how many there are. */
const shownLines = 200;

export interface InForce {
  readonly published: readonly Published[];
  readonly facilities: number;
}

export function referencePage(view: View, inForce: InForce, said: {problem?: Text; done?: Text} = {}): string {
  const {language} = view;
  const body = html`<h1>${words.title[language]}</h1>
    ${message(view, said.problem)}
    ${said.done === undefined ? null : html`<div class="message" role="status">${said.done[language]}</div>`}
    <p class="soft">${words.hint[language]}</p>
    <div class="card flush">
      <table>
        <thead>
          <tr>
            ${[words.kind, words.version, words.publishedAt, words.confirmed].map(head => html`<th scope="col">${head[language]}</th>`)}
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${referenceKinds.map(kind => documentRow(view, kind, inForce))}
        </tbody>
      </table>
    </div>
    <h2>${words.bring[language]}</h2>
    <p class="soft">${words.bringHint[language]}</p>
    ${referenceKinds.map(kind => uploadForm(view, kind))}`;
  return layout(view, words.title, body);
}

function documentRow(view: View, kind: ReferenceKind, {published, facilities}: InForce): Markup {
  const {language} = view;
  const document = published.find(each => each.kind === kind);
  const name = html`<td class="name">${kindNames[kind][language]}</td>`;
  if (document === undefined) {
    return html`<tr>
      ${name}
      <td colspan="4" class="soft">${words.notPublished[language]}</td>
    </tr>`;
  }
  return html`<tr>
    ${name}
    <td>${document.version}</td>
    <td>${momentOf(document.publishedAt.getTime())}</td>
    <td>${document.confirmed} / ${facilities}</td>
    <td><a href="/reference/${kind}/document.json">${words.download[language]}</a></td>
  </tr>`;
}

function uploadForm(view: View, kind: ReferenceKind): Markup {
  const {language} = view;
  const isTable = kind === 'code-lists';
  const [says, accepts] = isTable
    ? [words.table, '.json,.csv,application/json,text/csv']
    : [words.file, '.json,application/json'];
  const hint = isTable ? tableHint(view) : null;
  return html`${hint}
    <form class="card fields" method="post" enctype="multipart/form-data" action="/reference/${kind}">
      ${tokenField(view)}
      <label
        >${kindNames[kind][language]}: ${says[language]} <input type="file" name="file" accept="${accepts}" required
      /></label>
      <div><button class="plain">${words.check[language]}</button></div>
    </form>`;
}

function tableHint({language}: View): Markup {
  const names = codeListNames.map(name => `${name} (${codeListTexts[name][language]})`).join(', ');
  return html`<p class="soft">${words.tableHint[language]} ${names}.</p>`;
}

export function faultsPage(view: View, kind: ReferenceKind, faults: readonly FaultInPlace[]): string {
  const {language} = view;
  const body = html`${backLink(view)}
    <h1>${kindNames[kind][language]}</h1>
    ${message(view, words.refused)}
    <div class="card flush">
      <table>
        <thead>
          <tr>
            ${[words.place, words.fault].map(head => html`<th scope="col">${head[language]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${faults.slice(0, shownLines).map(
            fault =>
              html`<tr>
                <td>${placeName(fault)[language]}</td>
                <td>${faultNames[fault.code][language]}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${rest(faults.length)}`;
  return layout(view, words.title, body);
}

/** What the draft would change, before it is published. */
export function draftPage(
  view: View,
  {kind, sha256, difference}: {kind: ReferenceKind; sha256: string; difference: Difference},
): string {
  const {language} = view;
  const parts = (['added', 'changed', 'removed'] as const).filter(part => difference[part].length > 0);
  const body = html`${backLink(view)}
    <h1>${kindNames[kind][language]}: ${words.whatChanges[language]}</h1>
    ${parts.length === 0 ? html`<p class="card">${words.nothing[language]}</p>` : parts.map(part => list(view, titleOf(part), difference[part]))}
    <form method="post" action="/reference/${kind}/publish">
      ${tokenField(view)}<input type="hidden" name="sha256" value="${sha256}" />
      <button>${words.publish[language]}</button>
    </form>`;
  return layout(view, words.title, body);
}

function titleOf(part: keyof Difference): Text {
  switch (part) {
    case 'added':
      return words.added;
    case 'changed':
      return words.changed;
    case 'removed':
      return words.removed;
    default:
      return unreachable(part);
  }
}

function list({language}: View, title: Text, lines: readonly Text[]): Markup {
  return html`<div class="card">
    <h2>${title[language]}: ${lines.length}</h2>
    <ul>
      ${lines.slice(0, shownLines).map(line => html`<li>${line[language]}</li>`)}
    </ul>
    ${rest(lines.length)}
  </div>`;
}

function rest(count: number): Markup | null {
  return count <= shownLines ? null : html`<p class="soft">… +${count - shownLines}</p>`;
}

function backLink({language}: View): Markup {
  return html`<p><a href="/reference">← ${words.back[language]}</a></p>`;
}
