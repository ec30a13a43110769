import {networkLimits, openParcel} from '../../../registry/parcel/open.ts';
import {packParcel} from '../../../registry/parcel/pack.ts';
import {makeNodeSecrets, publicKeysOf, type NodeSecrets} from '../../../registry/parcel/keys.ts';
import {bodyHash, requestHeaders} from '../../../registry/parcel/request-signature.ts';
import type {NodeKeys} from '../../../registry/protocol/enrolment.ts';
import {makeServer, type ServerOptions} from '../../../registry/server/server.ts';
import type {Rates} from '../../../registry/server/configuration.ts';
import {setPassword} from '../../../registry/store/officer.ts';
import {Office} from './office.ts';
import type {DatabaseKind} from './stores.ts';
import {openWorld, type World} from './world.ts';

export const officerPassword = 'correct horse battery';

export interface TestServer extends World {
  readonly address: string;
  readonly keys: NodeKeys;
  /** A PC that enrolled over the network. */
  enrolled(facilityId: string): Promise<Client>;
}

const plenty: Rates = {requests: 100_000, attempts: 100_000};
const quiet: ServerOptions = {tls: undefined, trustProxy: false, logLevel: 'silent'};

/** A registry that listens on a free port of this machine. */
export async function openServer(
  kind: DatabaseKind,
  {
    rates = plenty,
    options = quiet,
    now = Date.now,
    through,
    updatesFolder,
  }: {rates?: Rates; options?: ServerOptions; now?: () => number; through?: string; updatesFolder?: string} = {},
): Promise<TestServer> {
  const world = await openWorld(kind, now, through);
  await setPassword(world.store, officerPassword);
  const {registry, identity} = world;
  const own = {registry, identity, name: 'Реестр', program: '0.1.0'};
  const app = await makeServer({...own, rates, isSecure: false, updatesFolder}, options);
  const address = await app.listen({host: '127.0.0.1', port: 0});
  const keys = await publicKeysOf(identity.secrets);
  return {
    ...world,
    address,
    keys,
    async enrolled(facilityId) {
      const {secrets, node} = await world.office(facilityId);
      return new Client({
        address,
        keys,
        secrets,
        office: new Office({facility: facilityId, registry: identity.node, node}),
      });
    },
    async close() {
      await app.close();
      await world.close();
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly bytes: Buffer;
  readonly headers: Headers;
}

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, {redirect: 'manual', ...init});
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    json: isJson && bytes.length > 0 ? JSON.parse(bytes.toString()) : undefined,
    bytes,
    headers: response.headers,
  };
}

const asBytes = {'content-type': 'application/octet-stream'};

/** What a PC does over the network, by the same code as the product's: parcels and signatures. */
export class Client {
  readonly office: Office;
  readonly secrets: NodeSecrets;
  readonly #address: string;
  readonly #keys: NodeKeys;

  constructor({
    address,
    keys,
    secrets,
    office,
  }: {
    address: string;
    keys: NodeKeys;
    secrets: NodeSecrets;
    office: Office;
  }) {
    this.office = office;
    this.secrets = secrets;
    this.#address = address;
    this.#keys = keys;
  }

  async packed(parcel = this.office.parcel()): Promise<Uint8Array> {
    return packParcel(parcel.header, parcel.changes, {own: this.secrets, to: this.#keys});
  }

  send(bytes: Uint8Array): Promise<Answer> {
    return ask(`${this.#address}/v1/exchange`, {method: 'POST', headers: asBytes, body: Buffer.from(bytes)});
  }

  async exchange(): Promise<Answer> {
    const answer = await this.send(await this.packed());
    if (answer.status === 200) {
      const keysOf = () => this.#keys;
      const opened = await openParcel(answer.bytes, {
        own: this.secrets,
        self: this.office.node,
        keysOf,
        limits: networkLimits,
      });
      this.office.receive(opened);
    }
    return answer;
  }

  signed(
    method: string,
    path: string,
    {
      body,
      json,
      headers = {},
      date = new Date().toISOString(),
      signedPath = path,
    }: {
      body?: Uint8Array;
      json?: unknown;
      headers?: Record<string, string>;
      date?: string;
      signedPath?: string;
    } = {},
  ): Promise<Answer> {
    const bytes = Buffer.from(json === undefined ? (body ?? '') : JSON.stringify(json));
    const proof = requestHeaders(this.secrets, this.office.node, {
      method,
      path: signedPath,
      date,
      bodySha256: bodyHash(bytes),
    });
    const type = json === undefined ? asBytes : {'content-type': 'application/json'};
    return ask(`${this.#address}${path}`, {
      method,
      headers: {...(bytes.length > 0 ? type : {}), ...proof, ...headers},
      ...(bytes.length > 0 ? {body: bytes} : {}),
    });
  }
}

export async function strangersKeys(): Promise<{secrets: NodeSecrets; keys: NodeKeys}> {
  const secrets = await makeNodeSecrets();
  return {secrets, keys: await publicKeysOf(secrets)};
}
