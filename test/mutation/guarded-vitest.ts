import {describe as unguarded, test} from 'vitest';

// What a test imports as vitest while it judges: a group that cannot be gathered fails alone, not with all that is beside it.
export {afterAll, afterEach, beforeAll, beforeEach, expect, inject, it, test, vi} from 'vitest';

type Callable = (...args: unknown[]) => unknown;

export const describe = guarded(unguarded as unknown as Callable) as unknown as typeof unguarded;

/** Holds for `describe.each(rows)` as well, which answers with another function. */
function guarded(callable: Callable): Callable {
  return new Proxy(callable, {
    apply(target, self, args: unknown[]) {
      const made: unknown = Reflect.apply(target, self, args.map(caught));
      return isCallable(made) ? guarded(made) : made;
    },
    get(target, key, self) {
      const inner: unknown = Reflect.get(target, key, self);
      return isCallable(inner) ? guarded(inner) : inner;
    },
  });
}

function caught(argument: unknown): unknown {
  if (!isCallable(argument)) return argument;
  return async (...args: unknown[]) => {
    try {
      await argument(...args);
    } catch (error) {
      test('is gathered', () => {
        throw error;
      });
    }
  };
}

function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}
