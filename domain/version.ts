import {must} from './assert.ts';

/** Versions of the program: `1.4.0`, three whole numbers. */
export const versionShape = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/;

/** Below 0: the first one is older. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [numbersOf(one), numbersOf(other)];
  const at = first.findIndex((number, index) => number !== second[index]);
  return at === -1 ? 0 : must(first[at]) - must(second[at]);
}

/**
 * The oldest version that a version must be able to replace: two before it, reckoned by the middle number. Undefined where the
 * first number has just changed: then whoever publishes says it.
 */
export function oldestReplaced(version: string): string | undefined {
  const [major, minor] = numbersOf(version);
  if (minor >= 2) return `${major}.${minor - 2}.0`;
  return major === 0 ? '0.0.0' : undefined;
}

function numbersOf(version: string): [number, number, number] {
  const [major, minor, patch] = version.split('.').map(Number);
  return [must(major), must(minor), must(patch)];
}
