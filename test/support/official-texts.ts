import type {Language, PrintLanguage, Text} from '../../domain/text.ts';
import type {Edition, Fields} from '../../templates/core/edition.ts';

/** The official words of a form: all that the order prints, without what is written by hand. */
export function officialTexts(edition: Edition): Text[] {
  const blocks = edition.print.flatMap(block => {
    if (block.block === 'approval') return [block.heading];
    if (block.block === 'head') return [block.caption];
    if (block.block === 'seal') return [block.label];
    if (block.block !== 'table') return [];
    return block.columns.flatMap(column => [
      ...(typeof column.head === 'string' ? [] : [column.head]),
      ...(column.group ? [column.group] : []),
    ]);
  });
  const captions = edition.signatureCaption;
  return [
    ...edition.stamp,
    ...(edition.print.some(block => block.block === 'title' && block.field) ? [] : [edition.title]),
    ...fieldTexts(edition.fields),
    ...edition.signatories.map(signatory => signatory.label),
    ...(captions ? [captions.signature, captions.nameAndDate] : []),
    ...edition.footnotes,
    ...blocks,
  ];
}

/** The languages that a print is in. */
export function sidesOf(language: PrintLanguage): readonly Language[] {
  return language === 'both' ? ['kk', 'ru'] : [language];
}

function fieldTexts(fields: Fields): Text[] {
  return Object.values(fields).flatMap(field => {
    if (field.unprinted) return [];
    const inner = 'fields' in field ? fieldTexts(field.fields) : [];
    const rows = field.type === 'table' ? Object.values(field.rows) : [];
    const own = field.line?.status.kk === 'order' ? field.line : field.label;
    return own.status.kk === 'order' ? [own, ...rows, ...inner] : [...rows, ...inner];
  });
}
