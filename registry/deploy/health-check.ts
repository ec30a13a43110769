import {request as plain} from 'node:http';
import {request as secure} from 'node:https';

/** Ends well when the registry on this machine is alive: for the container, which has no other program that asks. */

const {TLS_CERT: certificate = '', LISTEN_PORT: port = '8420'} = process.env;
const ask = certificate === '' ? plain : secure;
// Its own certificate bears the name that the facilities call, not this address.
ask({host: '127.0.0.1', port, path: '/health/live', timeout: 4_000, rejectUnauthorized: false})
  .on('response', ({statusCode}) => process.exit(statusCode === 200 ? 0 : 1))
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1))
  .end();
