import {readFileSync} from 'node:fs';
import {expect} from 'vitest';
import {must} from '../../domain/assert.ts';
import type {Language, Text} from '../../domain/text.ts';
import {exchangeText} from '../../renderer/text/exchange.ts';
import {searchText} from '../../renderer/text/search.ts';
import {Walker} from '../walk/walker.ts';
import {Killable, who} from './killable.ts';
import {event, person} from './office.ts';

/** A PC and the person before its screen, who exchanges by a folder that stands for a stick. */

export interface Desk {
  readonly pc: Killable;
  readonly walker: Walker;
}

export async function openDesk(language: Language): Promise<Desk> {
  const pc = await Killable.start(language);
  const walker = new Walker(
    {host: 'loopback', page: pc.page, errors: pc.browser.errors, close: () => Promise.resolve()},
    'stationary',
    language,
    press => download(pc, press),
  );
  await pc.call('session', 'setLanguage', {language});
  await pc.call('session', 'createAccount', who);
  return {pc, walker};
}

async function download({page}: Killable, press: () => Promise<void>): Promise<Uint8Array> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(must(await file.path()));
}

/** An organisation that works already, with one recipient. */
export async function furnishDesk({pc}: Desk): Promise<string> {
  await pc.call('facility', 'save', {
    seen: null,
    type: 'stationary',
    name: {kk: 'Үміт', ru: 'Умит'},
    place: {kk: 'Қарағанды', ru: 'Караганда'},
    headStaffId: null,
  });
  await pc.call('facility', 'setSetupStep', {step: 'done'});
  await pc.call('journal', 'enter', {
    journalId: null,
    recipientId: null,
    person,
    event: event('admitted', '2026-01-05'),
  });
  const [hit] = (await pc.call('recipient', 'search', {text: '', limit: 1})) as {recipientId: string}[];
  await pc.page.reload();
  return must(hit).recipientId;
}

/** Goes to the folder by the palette, as by the button, and waits for the end. */
export async function exchangeByStick(desk: Desk, stick: string): Promise<void> {
  const {pc, walker} = desk;
  const before = await lastEnd(desk);
  // The palette is gone at once, and another dialog stands in its place.
  await walker.press('Control+k');
  await pc.page.keyboard.insertText(walker.say(searchText.commandNames.exchangeByStick));
  await walker.press('Enter');
  await tellFolder(desk, stick);
  await expect.poll(() => lastEnd(desk), {timeout: 30_000}).not.toBe(before);
  await walker.see(exchangeText.lastTitle);
  expect(await pc.page.locator('#main').getByRole('alert').allTextContents()).toEqual([]);
}

export async function tellFolder({pc, walker}: Desk, stick: string): Promise<void> {
  const dialog = pc.page.getByRole('dialog');
  await dialog.waitFor();
  const other = dialog.getByRole('radio', {name: walker.say(exchangeText.otherFolder)});
  if ((await other.count()) > 0) await other.check();
  await walker.fill(walker.field(exchangeText.folder), stick);
  await walker.push(walker.button(exchangeText.begin));
  await dialog.waitFor({state: 'hidden'});
}

async function lastEnd({pc}: Desk): Promise<string | null> {
  const {last, running} = (await pc.call('exchange', 'state', {})) as {
    last: {endedAt: string} | null;
    running: unknown;
  };
  return running === null ? (last?.endedAt ?? null) : 'running';
}

export async function status(desk: Desk, words: Text): Promise<void> {
  await desk.pc.page.getByRole('banner').getByText(desk.walker.say(words), {exact: true}).waitFor();
}
