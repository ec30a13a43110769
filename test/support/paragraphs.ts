import type {Content, PrintDefinition} from '../../templates/print/definition.ts';

/** The paragraphs of a definition, without the white space that does not break. */
export function paragraphs(definition: PrintDefinition): string[] {
  return definition.content.flatMap(paragraphsIn).filter(words => words.trim() !== '');
}

function paragraphsIn(content: Content): string[] {
  if ('stack' in content) return content.stack.flatMap(paragraphsIn);
  if ('columns' in content) return content.columns.flatMap(paragraphsIn);
  if ('table' in content) return content.table.body.flat().flatMap(paragraphsIn);
  if ('canvas' in content) return [];
  const words = typeof content.text === 'string' ? content.text : content.text.map(part => part.text).join('');
  return [words.replaceAll('\u00a0', ' ')];
}
