import {must} from '../../domain/assert.ts';
import {formatDate} from '../../domain/dates.ts';
import {fullName, type PersonName} from '../../domain/person.ts';
import type {Language} from '../../domain/text.ts';
import type {Signatory} from '../core/edition.ts';
import type {Cell, Content} from './definition.ts';
import {caption, noBorder, onLine, onOneBase} from './ruled.ts';
import {kept, labelLines, smallSize, type Sheet} from './sheet.ts';
import {estimatedWidth} from './text-width.ts';
import {inOneLine} from './words.ts';

interface Signature {
  readonly role?: string;
  readonly name?: PersonName;
  readonly signedOn?: string;
}

/**
 * One line for each signatory of the form, whoever fills it: name and date printed, the signature left to the pen.
 * Two people of one role get two lines. The footnotes stay with the last two lines.
 */
export function signatures(sheet: Sheet, name: string): Content {
  const given = (sheet.answers?.[name] ?? []) as readonly Signature[];
  const all = sheet.edition.signatories.flatMap(signatory => {
    const ofRole = given.filter(signature => signature.role === signatory.role);
    return (ofRole.length === 0 ? [{}] : ofRole).map(signature => ({signatory, signature}));
  });
  const written = all.map(({signatory, signature}) => signatureLine(sheet, signatory, signature));
  const last = {
    stack: [...written.slice(-keptAtEnd), footnotes(sheet)],
    ...kept(sheet, ...all.slice(-keptAtEnd).map(({signature}) => signature)),
  };
  return {stack: [...written.slice(0, -keptAtEnd), last], margin: [0, 10, 0, 0]};
}

/** Nobody signs alone on a page of their own. */
const keptAtEnd = 2;

function footnotes(sheet: Sheet): Content {
  const inSide = (side: Language) => sheet.edition.footnotes.map(note => ({text: note[side]}));
  const notes = sheet.language === 'both' ? [...inSide('kk'), ...inSide('ru')] : inSide(sheet.language);
  return {stack: notes, fontSize: smallSize, margin: [0, 8, 0, 0]};
}

function signatureLine(sheet: Sheet, signatory: Signatory, signature: Signature): Content {
  const captions = must(sheet.edition.signatureCaption, 'a signature block needs its captions');
  const gap = 7;
  const labelWidth = sheet.width * 0.39;
  const signatureWidth = sheet.width * 0.13;
  const nameWidth = sheet.width - labelWidth - signatureWidth - 2 * gap;
  const blank: Cell = {text: '', border: noBorder};
  const oneLine = inOneLine(signatory.label, sheet.language);
  const fits = estimatedWidth(oneLine, sheet.edition.page.fontSize) <= labelWidth;
  const label = fits ? [oneLine] : labelLines(signatory.label, sheet.language);
  const words = [
    signature.name === undefined ? '' : fullName(signature.name),
    signature.signedOn === undefined ? '' : formatDate(signature.signedOn),
  ].filter(word => word !== '');
  const together = kept(sheet, signature);
  const written = [
    {stack: label.map(line => ({text: line})), border: noBorder},
    blank,
    onLine(sheet, [], signatureWidth, 'center'),
    blank,
    onLine(sheet, words.length === 0 ? [] : [words.join(', ')], nameWidth, 'center'),
  ];
  return {
    table: {
      widths: [labelWidth, gap, signatureWidth, gap, nameWidth],
      body: [
        onOneBase(written, together.unbreakable === true),
        [blank, blank, caption(sheet, captions.signature), blank, caption(sheet, captions.nameAndDate)],
      ],
    },
    layout: 'rules',
    margin: [0, 4, 0, 0],
    ...together,
  };
}
