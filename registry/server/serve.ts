import {Server} from 'node:tls';
import type {Configuration} from './configuration.ts';
import {CertificateRenewal} from './certificate.ts';
import {makeServer} from './server.ts';
import type {StickContext} from './stick/take-in.ts';
import {Traffic} from './traffic.ts';

/** Listens until SIGINT or SIGTERM; its address. What runs then is ended first; a second signal ends it at once. */
export async function serve(own: StickContext, configuration: Configuration): Promise<string> {
  const {tls, trustProxy, rates, updatesFolder, stopSeconds} = configuration;
  const {store} = own.registry;
  const traffic = new Traffic();
  const context = {...own, rates, updatesFolder, isSecure: tls !== undefined || trustProxy};
  const app = await makeServer(context, {...configuration, traffic});
  app.addHook('onClose', () => store.close());
  if (tls !== undefined && app.server instanceof Server) {
    const renewal = new CertificateRenewal(app.server, tls.files);
    app.addHook('onClose', () => renewal.close());
    process.on('SIGHUP', () => app.log.info({renewed: renewal.look()}, 'certificate looked at'));
  }
  const address = await app.listen({
    host: configuration.host,
    port: configuration.port,
    listenTextResolver: () => 'listening',
  });
  const stop = async (): Promise<void> => {
    app.log.info('stopping');
    const isWhole = await traffic.stop(stopSeconds * 1000);
    if (!isWhole) {
      app.log.warn('requests were cut');
      app.server.closeAllConnections();
    }
    await app.close();
  };
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      void stop();
    });
  }
  return address;
}
