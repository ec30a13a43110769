import {readFile} from 'node:fs/promises';
import {extname, join, normalize} from 'node:path';

/** The built page, served by either host: `tirek://app/…` or `http://127.0.0.1:N/…`. */

/** What the page loads. A type that is not here is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.ico': 'image/x-icon',
};

/**
 * Scripts only from the page's own files, nothing from anywhere else, no frames, no forms to elsewhere.
 * - style-src 'unsafe-inline': Mantine writes its theme's variables and responsive rules into <style> elements.
 * - blob: for images and frames: page pictures and printed papers that the page itself has made. data: for images in CSS.
 * - wasm-unsafe-eval: image decoders of the page preview are WebAssembly from our own files; it allows no JavaScript.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Headers of every page file. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};

export interface PageFile {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly type: string;
  /** Names with a hash of their content never change. */
  readonly fixed: boolean;
}

/**
 * A file of the page by its URL path; undefined where there is none. A path without an ending is a place inside the
 * application and gets the page itself. Nothing outside `root` is ever read, whatever the path says.
 */
export async function readPageFile(root: string, urlPath: string): Promise<PageFile | undefined> {
  const path = cleanPath(urlPath);
  if (path === undefined) return undefined;
  const file = extname(path) === '' ? '/index.html' : path;
  const type = types[extname(file).toLowerCase()];
  if (type === undefined) return undefined;
  try {
    const bytes = await readFile(join(root, file));
    return {bytes, type, fixed: file.startsWith('/assets/')};
  } catch {
    return undefined;
  }
}

function cleanPath(urlPath: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (!decoded.startsWith('/') || /[\0\\:]/.test(decoded)) return undefined;
  const path = normalize(decoded).replaceAll('\\', '/');
  return path === decoded && !path.split('/').includes('..') ? path : undefined;
}
