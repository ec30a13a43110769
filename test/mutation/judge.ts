import {afterEach, beforeEach, describe, inject, test} from 'vitest';

/**
 * The tests of one source, once for each of its mutants: each time they import it anew, with the number of the mutant behind
 * the name. The first that fails spares the others.
 */

declare module 'vitest' {
  interface ProvidedContext {
    readonly mutants: readonly string[];
    readonly tests: readonly string[];
  }
}

for (const mutant of inject('mutants')) {
  describe(mutant, async () => {
    let isNoticed = false;
    beforeEach(context => {
      if (isNoticed) context.skip();
    });
    afterEach(context => {
      isNoticed ||= context.task.result?.state === 'fail';
    });
    for (const file of inject('tests')) {
      try {
        await import(/* @vite-ignore */ `${file}?mutant=${mutant}`);
      } catch (error) {
        test('is read', () => {
          throw error;
        });
      }
    }
  });
}
