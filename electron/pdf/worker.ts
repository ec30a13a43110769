import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parentPort, workerData} from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type {PrintDefinition} from '../../templates/print/definition.ts';
import {bindPages} from './bind-pages.ts';
import {fontFiles} from './fonts.ts';
import type {WorkerReply, WorkerRequest, WorkerSettings} from './messages.ts';
import {gatherContent} from './gathered-content.ts';
import {joinWords} from './joined-words.ts';
import {pdfmakeDefinition, tableLayouts} from './pdfmake-definition.ts';
import {quickStyles} from './quick-styles.ts';
import {RowBeginsPage} from './repeated-cells.ts';
import {shareFonts} from './shared-fonts.ts';

/** Makes one PDF after another. No document of ours names a file or an address: both doors are shut. */

const {fontsDirectory} = workerData as WorkerSettings;

pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);
pdfmake.addTableLayouts(tableLayouts);
for (const file of Object.values(fontFiles))
  pdfmake.virtualfs.writeFileSync(file, readFileSync(join(fontsDirectory, file)));
pdfmake.setFonts({Tinos: {...fontFiles}});
shareFonts();
joinWords();
gatherContent();
quickStyles();

parentPort?.on('message', (request: WorkerRequest) => {
  void answer(request);
});

async function answer(request: WorkerRequest): Promise<void> {
  try {
    const bytes = 'binding' in request ? await bindPages(request.binding) : await makePdf(request);
    reply({pdf: bytes}, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    reply({failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error)}, []);
  }
}

function reply(message: WorkerReply, transfer: ArrayBuffer[]): void {
  parentPort?.postMessage(message, transfer);
}

type Stream = Awaited<ReturnType<ReturnType<typeof pdfmake.createPdf>['getStream']>>;

async function layOut(definition: PrintDefinition, said: ReadonlySet<string>): Promise<Stream> {
  try {
    return await pdfmake.createPdf(pdfmakeDefinition(definition, said)).getStream();
  } catch (error) {
    if (!(error instanceof RowBeginsPage)) throw error;
    return layOut(definition, new Set([...said, error.row]));
  }
}

async function makePdf(definition: PrintDefinition): Promise<Uint8Array> {
  const stream = await layOut(definition, new Set());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', reject);
    // A copy of its own: what is transferred must not be a slice of Node's shared pool.
    stream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    stream.end();
  });
}
