import {helpFolder, readPages, readTexts} from './read.ts';

/** As much of a plug-in of Vite as this one is. */
interface HelpPlugin {
  readonly name: string;
  readonly resolveId: (id: string) => string | null;
  readonly load: (this: {addWatchFile: (file: string) => void}, id: string) => Promise<string | null>;
}

const prefix = 'virtual:help/';

/** Gives the page `virtual:help/kk` and `virtual:help/ru`: the pages of docs/help as data, the words of the screen put in. */
export function helpPages(root: string): HelpPlugin {
  return {
    name: 'tirek-help',
    resolveId: id => (id.startsWith(prefix) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const language = id.endsWith('/kk') ? 'kk' : 'ru';
      this.addWatchFile(helpFolder(root, language));
      return `export const pages = ${JSON.stringify(readPages(root, language, await readTexts(root)))};`;
    },
  };
}
