import {must} from '../../domain/assert.ts';
import {createPdfRenderer, type PdfRenderer} from '../pdf/renderer.ts';

/** Several renderers that take turns: a pile of papers keeps every core busy. */
export function createPdfPool(fontsDirectory: string, size: number): PdfRenderer {
  const renderers = Array.from({length: size}, () => createPdfRenderer({fontsDirectory}));
  let turn = 0;
  function whoseTurn(): PdfRenderer {
    turn = (turn + 1) % size;
    return must(renderers[turn]);
  }
  return {
    render: (definition, options) => whoseTurn().render(definition, options),
    bind: (binding, options) => whoseTurn().bind(binding, options),
    async close() {
      await Promise.all(renderers.map(renderer => renderer.close()));
    },
  };
}
