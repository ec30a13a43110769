import type {PrintDefinition} from '../../templates/print/definition.ts';
import type {Binding} from './bind-pages.ts';

/** What passes between the renderer and its worker: a print, or papers to be bound, goes in; one of these comes back. */
export type WorkerRequest = PrintDefinition | {readonly binding: Binding};

export type WorkerReply = {readonly pdf: Uint8Array} | {readonly failure: string};

export interface WorkerSettings {
  /** Where `cut-fonts.ts` put the fonts. */
  readonly fontsDirectory: string;
}
