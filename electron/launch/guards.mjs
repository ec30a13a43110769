import {join} from 'node:path';

const bin = (...path) => join('node_modules', ...path);

/** What is checked without running the program. Each is one command for Node. */
export const guards = [
  {name: 'types', command: [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']},
  {name: 'types of the pure folders', command: [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.pure.json']},
  {name: 'types of the screen', command: [bin('typescript', 'bin', 'tsc'), '-p', 'renderer']},
  {name: 'types of the tests', command: [bin('typescript', 'bin', 'tsc'), '-p', 'test']},
  {name: 'lint', command: [bin('oxlint', 'bin', 'oxlint')]},
  {name: 'format', command: [bin('oxfmt', 'bin', 'oxfmt'), '--check']},
  {name: 'dead code', command: [bin('knip', 'bin', 'knip.js')]},
];
