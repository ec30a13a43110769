import {statSync} from 'node:fs';
import type {Server} from 'node:tls';
import {readCertificate, type Certificate} from './configuration.ts';

const lookEvery = 60_000;

/** Takes a renewed certificate without a restart: looks every minute, and when it is told to. */
export class CertificateRenewal {
  readonly #server: Server;
  readonly #files: Certificate['files'];
  readonly #timer: NodeJS.Timeout;
  #seen: string;

  constructor(server: Server, files: Certificate['files']) {
    this.#server = server;
    this.#files = files;
    this.#seen = stateOf(files);
    this.#timer = setInterval(() => this.look(), lookEvery).unref();
  }

  /** Whether a new one serves from now on. Half of a pair, or two that do not belong together, change nothing: they are looked at again. */
  look(): boolean {
    const state = stateOf(this.#files);
    if (state === this.#seen) return false;
    try {
      const {cert, key} = readCertificate(this.#files);
      this.#server.setSecureContext({cert, key, minVersion: 'TLSv1.2'});
    } catch {
      return false;
    }
    this.#seen = state;
    return true;
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

function stateOf({cert, key}: Certificate['files']): string {
  return [cert, key].map(file => statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? 0).join(' ');
}
