import {rmSync} from 'node:fs';
import {expect, onTestFinished, test} from 'vitest';
import {searchText} from '../../renderer/text/search.ts';
import {paths} from '../../renderer/lib/paths.ts';
import {signInText} from '../../renderer/text/sign-in.ts';
import {benchPassword} from '../bench/application.ts';
import {Killable} from '../support/killable.ts';
import {folderWithPeople, useLongList} from '../support/long-list.ts';

/**
 * The list of people holds in the page only what is in sight, and stands still for nobody. `LIST_PEOPLE=100000` takes as many,
 * and then holds each frame under 100 ms; the few of every day print their frames only, on machines that have other work too.
 */

const asked = process.env.LIST_PEOPLE;
const people = Number(asked ?? 2_000);
const language = 'kk';

test('scrolls, jumps to its ends, filters and finds', {timeout: 900_000}, async () => {
  const folder = await folderWithPeople(people, language);
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const desk = await Killable.start(language, folder);
  const {page} = desk;
  await desk.field(signInText.password).or(page.locator('input[type=password]')).first().fill(benchPassword);
  await page.keyboard.press('Enter');
  await page.locator('[data-line]').first().waitFor();
  await desk.go(paths.people());
  await desk.see(searchText.inList(people));
  const frames = await useLongList(page, language, people);
  for (const [what, {count, longest, median}] of Object.entries(frames)) {
    console.info(
      `${people} people, ${what}: ${count} frames, median ${median.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`,
    );
  }
  await page.getByRole('searchbox').fill('');
  await desk.see(searchText.inList(people));
  const region = page.getByRole('region', {name: desk.say(searchText.title), exact: true});
  expect(await region.locator('li').count()).toBeLessThan(80);
  expect(desk.browser.errors).toEqual([]);
  if (asked !== undefined) {
    expect(Math.max(...Object.values(frames).map(each => each.longest))).toBeLessThan(100);
  }
});
