/** Made by the build from docs/help: the pages of one language (electron/help/plugin.ts). */
declare module 'virtual:help/*' {
  export const pages: unknown;
}
