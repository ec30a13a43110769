import {BaseSequencer, type TestSpecification} from 'vitest/node';

/** Those that take longer than all others, longest first: on two cores one that begins last is waited for alone. */
const long = [
  'test/walk/year.e2e.ts',
  'test/renderer/exchange.e2e.ts',
  'test/electron/actions.e2e.ts',
  'test/renderer/every-screen.e2e.ts',
  'test/electron/interrupted.e2e.ts',
  'test/faults/power.e2e.ts',
];

/** A machine that has not run the tests before begins with the largest files otherwise, and those of the walks are small. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({moduleId}: TestSpecification): number => {
      const found = long.findIndex(each => moduleId.endsWith(each));
      return found === -1 ? long.length : found;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
