import {readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {makeFolder} from '../../host/make-folder.ts';
import {serve, type LoopbackServer} from './server.ts';

/**
 * Serves where it was served the last time, when nobody has named a port: for the browser an address with another port is
 * another page, which knows neither who came in last nor the code that it has read before. Where the port is taken by now,
 * another one becomes the usual one.
 */
export async function serveAsUsual(
  options: Omit<Parameters<typeof serve>[0], 'port'>,
  dataFolder: string,
): Promise<LoopbackServer> {
  const file = join(dataFolder, 'window', 'tirek-port');
  const usual = read(file);
  if (usual !== null) {
    try {
      return await serve({...options, port: usual});
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  const server = await serve({...options, port: 0});
  write(file, server.port);
  return server;
}

export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}

function read(file: string): number | null {
  try {
    const port = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(port) && port > 1_023 && port < 65_536 ? port : null;
  } catch {
    return null;
  }
}

/** A folder that cannot be written is said on the page; the port is then another one each time. */
function write(file: string, port: number): void {
  try {
    makeFolder(dirname(file));
    writeFileSync(file, String(port));
  } catch {
    // As said above.
  }
}
