/** What passes between the renderer and its worker: a print definition goes in, one of these comes back. */
export type WorkerReply = {readonly pdf: Uint8Array} | {readonly failure: string};

export interface WorkerSettings {
  /** Where `cut-fonts.ts` put the fonts. */
  readonly fontsDirectory: string;
}
