import {expect} from 'vitest';
import {printLanguageNames} from '../../domain/record-value-words.ts';
import {printLanguages, type PrintLanguage, type Text} from '../../domain/text.ts';
import {paperText} from '../../renderer/text/paper.ts';
import type {Edition} from '../../templates/core/edition.ts';
import {officialTexts, sidesOf} from '../support/official-texts.ts';
import {dense, pdfInfo, pdfText} from '../support/read-pdf.ts';
import type {Walker} from './walker.ts';

/** The words over every page of a paper that is not approved. */
const draftMark: Record<PrintLanguage, string> = {kk: 'ЖОБА', ru: 'ПРОЕКТ', both: 'ЖОБА / ПРОЕКТ'};

/**
 * On the preview of a paper: chooses what is printed and each language, saves, and reads the file back. Every official
 * label is on it, letter for letter, and what was typed is.
 */
export async function savePapers(
  walker: Walker,
  edition: Edition,
  {content, isDraft, typed}: {content?: Text; isDraft: boolean; typed: readonly string[]},
): Promise<void> {
  const {page} = walker;
  const languages = page.getByRole('radiogroup', {name: walker.say(paperText.printLanguage)});
  await languages.waitFor();
  if (content !== undefined) {
    const contents = page.getByRole('radiogroup', {name: walker.say(paperText.content)});
    await walker.pick(contents, walker.say(content));
  }
  for (const language of printLanguages) {
    await walker.pick(languages, walker.say(printLanguageNames[language]));
    // The button waits for the pages of this language.
    await page.locator('button:enabled', {hasText: walker.say(paperText.print)}).waitFor();
    const shown = await page.locator('.paper-bar-last').getByRole('status').textContent();
    const pdf = await walker.take(() => walker.press('Control+s'));
    // What would be printed is what stands on the screen.
    expect(shown).toBe(walker.say(paperText.pageOf(1, Number(pdfInfo(pdf)['Pages']))));
    read(pdf, edition, language, isDraft, typed);
  }
  await walker.look(edition.form);
  await walker.push(walker.button(paperText.back));
}

function read(
  pdf: Uint8Array,
  edition: Edition,
  language: PrintLanguage,
  isDraft: boolean,
  typed: readonly string[],
): void {
  const paper = dense(pdfText(pdf));
  expect(pdfInfo(pdf)).toMatchObject({form: edition.id});
  const missing = officialTexts(edition).flatMap(label =>
    sidesOf(language).flatMap(side =>
      // What stands between the words of a line is filled in or left to the pen.
      label[side].split(/["]?\{\w+\}["]?/u).filter(part => !paper.includes(dense(part))),
    ),
  );
  const notTyped = typed.filter(words => !paper.includes(dense(words)));
  expect({missing, notTyped}, `${edition.form}, ${language}`).toEqual({missing: [], notTyped: []});
  expect(paper.includes(dense(draftMark[language])), `${edition.form}, ${language}: the mark of a draft`).toBe(isDraft);
}
