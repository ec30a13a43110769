import {registerHooks} from 'node:module';
import {assert} from '../../domain/assert.ts';

/**
 * The program without its cipher, beside the program as it is, in one process: whatever is imported with `?plain` is
 * another copy of our modules, whose database has no key. The product itself has no such way.
 */

const plain = '?plain';
const keying = /^\s*client\.(?:pragma\(`cipher|key\().*$/gm;

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const isOurs = resolved.url.startsWith('file:') && !resolved.url.includes('/node_modules/');
    const isAsked = context.parentURL?.endsWith(plain) === true && !resolved.url.endsWith(plain);
    return isOurs && isAsked ? {...resolved, url: `${resolved.url}${plain}`} : resolved;
  },
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith(`/db/client.ts${plain}`)) return loaded;
    const {source: given} = loaded;
    const source = typeof given === 'string' ? given : new TextDecoder().decode(given ?? undefined);
    assert(source.match(keying)?.length === 2, 'the cipher and the key, once each');
    return {...loaded, source: source.replaceAll(keying, '')};
  },
});

/** Another copy of the module, without the cipher. */
export async function importPlain<Module>(url: string): Promise<Module> {
  return import(`${url}${plain}`) as Promise<Module>;
}
