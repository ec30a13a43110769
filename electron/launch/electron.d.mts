/** Where Electron lies on this computer; undefined: nowhere. */
export function installed(root: string): string | undefined;
