import {counted} from '../../../domain/plural.ts';
import type {Language, Text} from '../../../domain/text.ts';
import {organisationTypeNames, organisationTypes} from '../../../domain/vocabulary.ts';
import type {RefusalReason} from '../../protocol/header.ts';
import type {ListedFacility, ListedNode, MadeCode} from '../../store/facilities.ts';
import {isSilent, type FacilityRow} from './facility-table.ts';
import {html, Markup} from './html.ts';
import {style} from './style.ts';
import {auditWords, dayNoun, refusalWords, words} from './words.ts';

/** Without a blank around it: its hash stands in the content security policy, and a browser takes it of all between the tags. */
const styleElement = new Markup(`<style>${style}</style>`);

/** Who looks: in which language, and with which token for the forms; null: nobody has signed in. */
export interface View {
  readonly language: Language;
  readonly token: string | null;
  /** The page itself, for the other language. */
  readonly path: string;
  readonly name: string;
  readonly now: number;
}

export function layout(view: View, title: Text, body: Markup, kind: '' | 'narrow' = ''): string {
  const other = view.language === 'kk' ? 'ru' : 'kk';
  const say = title[view.language];
  return html`<!doctype html>
    <html lang="${view.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${say} · ${view.name}</title>
        ${styleElement}
      </head>
      <body>
        <header>
          <div>
            <b>${view.name} · ${words.title[view.language]}</b>
            <a href="${view.path}?lang=${other}" lang="${other}" hreflang="${other}"
              >${other === 'kk' ? 'Қазақша' : 'Русский'}</a
            >
            ${view.token === null ? null : html`<a href="/">${words.facilities[view.language]}</a> <a href="/reference">${words.reference[view.language]}</a>`}
            ${view.token === null ? null : postButton(view, '/sign-out', words.signOut, 'plain')}
          </div>
        </header>
        <main class="${kind}">${body}</main>
      </body>
    </html>`.text;
}

export function signInPage(view: View, problem?: Text): string {
  const {language} = view;
  const body = html`<div class="card">
    <h1>${words.signIn[language]}</h1>
    ${message(view, problem)}
    <p class="soft">${words.signInHint[language]}</p>
    <form method="post" action="/sign-in">
      <input name="account" value="officer" autocomplete="username" hidden /><label
        >${words.password[language]}
        <input type="password" name="password" required autofocus autocomplete="current-password"
      /></label>
      <p></p>
      <button>${words.enter[language]}</button>
    </form>
  </div>`;
  return layout(view, words.signIn, body, 'narrow');
}

export function listPage(view: View, rows: readonly FacilityRow[], problem?: Text): string {
  const {language} = view;
  const heads = [words.facility, words.type, words.lastExchange];
  const body = html`<div class="right">
      <h1>${words.facilities[language]}</h1>
      <a href="/sticks">${words.stick[language]}</a>
    </div>
    ${message(view, problem)}
    <div class="tiles">
      ${tile(view, words.count, rows.length)} ${tile(view, words.silent, rows.filter(isSilent).length)}
      ${tile(view, words.withQuarantine, rows.filter(row => row.quarantinedHere + row.quarantinedThere > 0).length)}
    </div>
    <div class="card flush">
      ${
        rows.length === 0
          ? html`<p class="card soft">${words.none[language]}</p>`
          : html`<table>
              <thead>
                <tr>
                  ${heads.map(head => html`<th scope="col">${head[language]}</th>`)}
                  <th scope="col" class="number">${words.pcs[language]}</th>
                  <th scope="col">${words.version[language]}</th>
                  <th scope="col" class="number">
                    ${words.quarantine[language]}<small>${words.quarantineHint[language]}</small>
                  </th>
                  ${[words.receiving, words.queued, words.freePlaces].map(head => html`<th scope="col" class="number">${head[language]}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${rows.map(row => facilityRow(view, row))}
              </tbody>
            </table>`
      }
    </div>
    <p class="right">
      <span
        ><a href="/facilities.csv">${words.csv[language]}</a> &nbsp;
        <a href="/facilities.json">${words.json[language]}</a></span
      >
    </p>
    <div class="card">
      <h2>${words.add[language]}</h2>
      <p class="soft">${words.addHint[language]}</p>
      <form class="fields" method="post" action="/facilities">
        ${tokenField(view)}
        <label>${words.nameKk[language]}<input name="nameKk" required maxlength="500" lang="kk" /></label>
        <label>${words.nameRu[language]}<input name="nameRu" required maxlength="500" lang="ru" /></label>
        <label
          >${words.type[language]}<select name="type" required>
            <option value="">${words.choose[language]}</option>
            ${organisationTypes.map(type => html`<option value="${type}">${organisationTypeNames[type][language]}</option>`)}
          </select></label
        >
        <div><button>${words.addButton[language]}</button></div>
      </form>
    </div>`;
  return layout(view, words.facilities, body);
}

function facilityRow(view: View, row: FacilityRow): Markup {
  const {language} = view;
  return html`<tr>
    <td class="name"><a href="/facilities/${row.id}">${language === 'kk' ? row.nameKk : row.nameRu}</a></td>
    <td>${organisationTypeNames[row.type][language]}</td>
    <td>${exchanged(view, row.lastExchangeAt, {days: row.daysSinceExchange, isLate: isSilent(row)})}</td>
    <td class="number">${row.pcs}</td>
    <td>${row.versions.join(', ')}</td>
    <td class="number">
      ${marked(`${row.quarantinedHere} / ${row.quarantinedThere}`, row.quarantinedHere + row.quarantinedThere > 0 ? 'bad' : '')}
    </td>
    ${[row.receiving, row.queued, row.freePlaces].map(value => html`<td class="number">${value ?? '—'}</td>`)}
  </tr>`;
}

export interface Aside {
  /** Why rows of the facility were not taken into the log, and how many. */
  readonly reasons: readonly {readonly reason: RefusalReason; readonly rows: number}[];
  /** What has become of them just now. */
  readonly retried?: {readonly taken: number; readonly left: number};
}

export function facilityPage(view: View, facility: ListedFacility, row: FacilityRow, aside: Aside): string {
  const {language} = view;
  const body = html`<p><a href="/">← ${words.back[language]}</a></p>
    <h1>${language === 'kk' ? facility.nameKk : facility.nameRu}</h1>
    <p class="soft">${organisationTypeNames[facility.type][language]}</p>
    <div class="tiles">
      ${tile(view, words.changes, facility.head)}
      ${tile(view, words.quarantine, `${row.quarantinedHere} / ${row.quarantinedThere}`)}
      ${tile(view, words.receiving, row.receiving ?? '—')} ${tile(view, words.queued, row.queued ?? '—')}
      ${tile(view, words.freePlaces, row.freePlaces ?? '—')}
    </div>
    <div class="card flush">
      ${
        facility.nodes.length === 0
          ? html`<p class="card soft">${words.noPcs[language]}</p>`
          : html`<table>
              <thead>
                <tr>
                  ${[words.pcName, words.pcId, words.status, words.lastExchange, words.version, words.audit].map(head => html`<th scope="col">${head[language]}</th>`)}
                  <th></th>
                </tr>
              </thead>
              <tbody>
                ${facility.nodes.map(node => nodeRow(view, facility.id, node))}
              </tbody>
            </table>`
      }
    </div>
    <p class="soft">${facility.nodes.length === 0 ? null : words.revokeHint[language]}</p>
    ${asideCard(view, facility.id, aside)}
    <div class="card right">
      <div>
        <h2>${words.anotherPc[language]}</h2>
        <p class="soft">${words.makeCodeHint[language]}</p>
      </div>
      ${postButton(view, `/facilities/${facility.id}/codes`, words.makeCode)}
    </div>`;
  return layout(view, words.facility, body);
}

function asideCard(view: View, facilityId: string, {reasons, retried}: Aside): Markup | null {
  const {language} = view;
  if (reasons.length === 0 && retried === undefined) return null;
  const said = retried === undefined ? null : words.retried(retried.taken, retried.left)[language];
  return html`<div class="card">
    <h2>${words.aside[language]}</h2>
    <p class="soft">${words.asideHint[language]}</p>
    ${said === null ? null : html`<p role="status">${said}</p>`}
    <table>
      <tbody>
        ${reasons.map(
          ({reason, rows}) =>
            html`<tr>
              <td class="name">${refusalWords[reason][language]}</td>
              <td class="number">${rows}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p></p>
    ${reasons.length === 0 ? null : postButton(view, `/facilities/${facilityId}/quarantine`, words.tryAgain)}
  </div>`;
}

function nodeRow(view: View, facilityId: string, node: ListedNode): Markup {
  const mark = node.status === 'active' ? '' : node.status === 'copied' ? 'bad' : 'warn';
  const revoke = postButton(view, `/facilities/${facilityId}/nodes/${node.id}/revoke`, words.revoke, 'danger');
  const answer = postButton(view, `/nodes/${node.id}/parcel`, words.stickSave, 'plain');
  return html`<tr>
    <td class="name">${node.name}</td>
    <td><code>${node.id}</code></td>
    <td>${marked(words[node.status][view.language], mark)}</td>
    <td>${exchanged(view, node.lastExchangeAt?.toISOString() ?? null, {days: null, isLate: false})}</td>
    <td>${node.program}</td>
    <td>${auditOf(view, node)}</td>
    <td class="number">${node.status === 'active' ? answer : null} ${node.status === 'revoked' ? null : revoke}</td>
  </tr>`;
}

/** How far its audit is, and whether it was ever behind or other than it had said. */
function auditOf({language}: View, {auditEnd, auditWarning, auditWarnedAt}: ListedNode): Markup {
  const warning =
    auditWarning === null
      ? null
      : html`<br />${marked(auditWords[auditWarning][language], 'bad')}<small
            >${momentOf(auditWarnedAt?.getTime() ?? 0)}</small
          >`;
  if (auditEnd === null) return html`—`;
  return html`№ ${auditEnd.seq}<small>${momentOf(Date.parse(auditEnd.at))}</small>${warning}`;
}

export function codePage(view: View, facilityId: string, {code, expiresAt}: MadeCode): string {
  const {language} = view;
  const body = html`<div class="card">
    <h1>${words.codeTitle[language]}</h1>
    <p class="code">${code}</p>
    <p>${words.validUntil[language]}: ${momentOf(expiresAt.getTime())}</p>
    <p class="soft">${words.codeHint[language]}</p>
    <p><a href="/facilities/${facilityId}">${words.done[language]}</a></p>
  </div>`;
  return layout(view, words.codeTitle, body, 'narrow');
}

export function problemPage(view: View, problem: Text): string {
  return layout(
    view,
    words.title,
    html`${message(view, problem)}
      <p><a href="/">${words.back[view.language]}</a></p>`,
    'narrow',
  );
}

function exchanged(view: View, at: string | null, {days, isLate}: {days: number | null; isLate: boolean}): Markup {
  if (at === null) return html`${marked(words.never[view.language], isLate ? 'warn' : '')}`;
  if (days === null) return html`${momentOf(Date.parse(at))}`;
  const ago =
    days === 0 ? words.today[view.language] : `${counted(days, dayNoun)[view.language]} ${words.ago[view.language]}`;
  return html`${marked(ago, isLate ? 'warn' : '')}<small>${momentOf(Date.parse(at))}</small>`;
}

export function marked(value: string, kind: '' | 'warn' | 'bad'): Markup | string {
  return kind === '' ? value : html`<span class="mark ${kind}">${value}</span>`;
}

/** By the clock of Kazakhstan, wherever the server stands. */
const clock = new Intl.DateTimeFormat('ru', {
  timeZone: 'Asia/Almaty',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

export function momentOf(at: number): string {
  return clock.format(at).replace(',', '');
}

function tile(view: View, title: Text, value: string | number): Markup {
  return html`<div class="card"><b>${value}</b><span class="soft">${title[view.language]}</span></div>`;
}

export function message(view: View, problem: Text | undefined): Markup | null {
  return problem === undefined ? null : html`<div class="message bad" role="alert">${problem[view.language]}</div>`;
}

export function tokenField({token}: View): Markup {
  return html`<input type="hidden" name="token" value="${token}" />`;
}

export function postButton(view: View, action: string, title: Text, kind: '' | 'plain' | 'danger' = ''): Markup {
  return html`<form class="inline" method="post" action="${action}">
    ${tokenField(view)}<button class="${kind}">${title[view.language]}</button>
  </form>`;
}
