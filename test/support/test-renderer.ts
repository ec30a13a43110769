import {tmpdir, userInfo} from 'node:os';
import {join} from 'node:path';
import {cutFonts} from '../../electron/pdf/cut-fonts.ts';
import {createPdfRenderer, type PdfRenderer, type PdfRendererSettings} from '../../electron/pdf/renderer.ts';

/** The real renderer with its real worker from the sources; fonts cut once for all test files. */
export async function testRenderer(settings: Partial<PdfRendererSettings> = {}): Promise<PdfRenderer> {
  return createPdfRenderer({fontsDirectory: await testFonts(), ...settings});
}

async function testFonts(): Promise<string> {
  const directory = join(tmpdir(), `tirek-test-fonts-${userInfo().username}`);
  await cutFonts(directory);
  return directory;
}
