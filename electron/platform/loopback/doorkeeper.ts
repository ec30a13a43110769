import {randomBytes, timingSafeEqual} from 'node:crypto';
import type {IncomingMessage} from 'node:http';

/**
 * Who may talk to the loopback host. Other programs and other pages of the same PC can reach its port too, so:
 * - the URL that is opened carries a token that works once and becomes a cookie that scripts cannot read and that no
 *   other site can make the browser send (HttpOnly, SameSite=Strict);
 * - Host must be our own address, or a name that somebody pointed at 127.0.0.1 would count as ours (DNS rebinding);
 * - Origin, where the browser sends one, must be our own page.
 */
export interface Doorkeeper {
  /** A new URL path that lets one browser in. */
  invite(): string;
  /** The cookie of whoever brings a token that has not been used; undefined otherwise. */
  admit(token: string): string | undefined;
  /** Host and Origin are ours. */
  isOurAddress(request: IncomingMessage): boolean;
  /** The request carries the cookie. */
  isKnown(request: IncomingMessage): boolean;
}

const cookieName = 'tirek';

export function makeDoorkeeper(port: () => number): Doorkeeper {
  const secret = randomBytes(32).toString('base64url');
  const invitations = new Set<string>();
  return {
    invite() {
      const token = randomBytes(24).toString('base64url');
      invitations.add(token);
      return `/?start=${token}`;
    },
    admit(token) {
      if (!invitations.delete(token)) return undefined;
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isOurAddress(request) {
      const host = `127.0.0.1:${port()}`;
      const {origin} = request.headers;
      return request.headers.host === host && (origin === undefined || origin === `http://${host}`);
    },
    isKnown(request) {
      const cookies = (request.headers.cookie ?? '').split(';').map(each => each.trim());
      return cookies.some(each => each.startsWith(`${cookieName}=`) && same(each.slice(cookieName.length + 1), secret));
    },
  };
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
