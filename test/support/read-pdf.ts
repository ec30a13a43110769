import {spawnSync} from 'node:child_process';

/** Reads a PDF back with poppler, as a stranger would: what is not in these words is not on the paper. */

export interface WordBox {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PageBox {
  readonly width: number;
  readonly height: number;
}

/** The words of the pages, as they follow each other on the paper, white space made one blank. */
export function pdfText(pdf: Uint8Array): string {
  return plain(poppler('pdftotext', ['-raw', '-', '-'], pdf));
}

/** The same page by page. */
export function pdfPages(pdf: Uint8Array): string[] {
  return poppler('pdftotext', ['-raw', '-', '-'], pdf).split('\f').slice(0, -1).map(plain);
}

export function pdfBoxes(pdf: Uint8Array): {pages: PageBox[]; words: WordBox[]} {
  const pages: PageBox[] = [];
  const words: WordBox[] = [];
  for (const line of poppler('pdftotext', ['-bbox', '-', '-'], pdf).split('\n')) {
    const numbers = [...line.matchAll(/="([\d.-]+)"/gu)].map(match => Number(match[1]));
    const [first = 0, second = 0, third = 0, fourth = 0] = numbers;
    if (line.includes('<page ')) pages.push({width: first, height: second});
    const text = /<word [^>]*>(.*)<\/word>/u.exec(line)?.[1];
    if (text !== undefined) {
      words.push({page: pages.length, text: unescaped(text), left: first, top: second, right: third, bottom: fourth});
    }
  }
  return {pages, words};
}

/** `Title`, `Subject`, `Custom Metadata` and so on, as pdfinfo prints them. */
export function pdfInfo(pdf: Uint8Array): Readonly<Record<string, string>> {
  const lines = poppler('pdfinfo', ['-custom', '-'], pdf) + poppler('pdfinfo', ['-'], pdf);
  return Object.fromEntries([...lines.matchAll(/^(\w[\w ]*):\s+(.*)$/gmu)].map(match => [match[1], match[2]]));
}

/** One blank for each run of white space, breaks of lines and pages among them. */
function plain(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, ' ').trim();
}

/** For comparing what was torn at the edges of columns: without any white space. */
export function dense(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, '');
}

function poppler(command: string, args: readonly string[], pdf: Uint8Array): string {
  const result = spawnSync(command, args, {input: pdf, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024});
  if (result.error) throw new Error(`${command} is missing: install the package poppler-utils`, {cause: result.error});
  if (result.status !== 0) throw new Error(`${command} cannot read the PDF: ${result.stderr}`);
  return result.stdout;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
