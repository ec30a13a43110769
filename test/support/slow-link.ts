import {connect, createServer, type AddressInfo, type Socket} from 'node:net';

/** A line between a program and a server on this computer, as slow and as long as it is told: a real proxy of TCP. */
export interface SlowLink {
  readonly port: number;
  /** Bytes that went through, both ways, without the heads of TCP and IP. */
  bytes(): number;
  close(): void;
}

export interface LinkOptions {
  readonly to: number;
  /** Of each direction. */
  readonly bitsPerSecond: number;
  /** Milliseconds that a byte takes to the other side. */
  readonly delay: number;
}

export async function openSlowLink({to, bitsPerSecond, delay}: LinkOptions): Promise<SlowLink> {
  let bytes = 0;
  const sockets = new Set<Socket>();

  /** Each piece leaves when the line is free, and is there `delay` later. */
  function join(from: Socket, into: Socket, firstAfter: number): void {
    let freeAt = performance.now() + firstAfter;
    from.on('data', piece => {
      bytes += piece.length;
      freeAt = Math.max(freeAt, performance.now()) + (piece.length * 8_000) / bitsPerSecond;
      // As a full buffer of a modem does: no more is taken before this is on its way.
      from.pause();
      setTimeout(() => from.resume(), freeAt - performance.now());
      setTimeout(() => into.write(piece), freeAt + delay - performance.now());
    });
    from.on('end', () => setTimeout(() => into.end(), Math.max(0, freeAt - performance.now()) + delay));
    from.on('error', () => into.destroy());
  }

  const server = createServer(near => {
    const far = connect(to, '127.0.0.1');
    for (const socket of [near, far]) sockets.add(socket.setNoDelay(true));
    // TCP itself goes there and back before the first byte may leave.
    join(near, far, 2 * delay);
    join(far, near, 0);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    bytes: () => bytes,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
