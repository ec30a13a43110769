import {protocol} from 'electron';
import {pageHeaders, readPageFile} from '../../host/page-files.ts';

export const pageOrigin = 'tirek://app';

/** Must be called before the application is ready: gives the scheme an origin, storage and the rules of https. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {scheme: 'tirek', privileges: {standard: true, secure: true, supportFetchAPI: true, codeCache: true}},
  ]);
}

/** Serves the built page, from inside the packaged archive too, and nothing else. */
export function servePage(root: string): void {
  protocol.handle('tirek', async request => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== 'app') return new Response(null, {status: 403});
    const file = await readPageFile(root, url.pathname);
    if (file === undefined) return new Response(null, {status: 404});
    return new Response(file.bytes, {headers: {...pageHeaders, 'content-type': file.type}});
  });
}
