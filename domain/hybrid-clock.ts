import {assert, must} from './assert.ts';

/**
 * Hybrid logical clock (Kulkarni et al., 2014): stamps that follow the wall clock where it can be trusted and still
 * never go back, so that the later of two edits that knew of each other always has the greater stamp.
 *
 * A stamp is `<milliseconds, 12 hex digits>-<counter, 4 hex digits>-<node, 8 or more hex digits>`; stamps of nodes whose
 * names are equally long sort as strings. A wrong wall clock never throws and never blocks: it only makes the counter run.
 */
export interface HybridClock {
  readonly milliseconds: number;
  readonly counter: number;
}

export const newClock: HybridClock = {milliseconds: 0, counter: 0};

const greatestCounter = 0xffff;

/**
 * The end of the year 9999. A wall clock or a partner beyond it is broken, and is not followed: that leaves room
 * enough below 48 bits for the counter to run over into for ever.
 */
const greatestWallTime = 253_402_300_799_999;

const shape = /^([0-9a-f]{12})-([0-9a-f]{4})-([0-9a-f]{8,})$/u;

/** The next stamp of this node. Greater than every stamp that this clock has made or received. */
export function stamp(clock: HybridClock, nowMs: number, node: string): {clock: HybridClock; stamp: string} {
  const next = ticked(clock, nowMs);
  const parts = [hex(next.milliseconds, 12), hex(next.counter, 4), node];
  const made = parts.join('-');
  assert(isStamp(made), 'a node is named by 8 or more hex digits');
  return {clock: next, stamp: made};
}

/** The clock after a stamp of another node has been seen: what this node writes from now on is later than that. */
export function receive(clock: HybridClock, seen: string, nowMs: number): HybridClock {
  const theirs = readStamp(seen);
  if (theirs.milliseconds > greatestWallTime) return ticked(clock, nowMs);
  return ticked(isLater(theirs, clock) ? theirs : clock, nowMs);
}

/** Whether a text has the shape of a stamp; to be asked at the border, before `receive`. */
export function isStamp(candidate: string): boolean {
  return shape.test(candidate);
}

/** How far the stamp's clock was ahead of this wall clock, in milliseconds; negative when behind. To warn, not to refuse. */
export function aheadOf(nowMs: number, seen: string): number {
  return readStamp(seen).milliseconds - nowMs;
}

function ticked(clock: HybridClock, nowMs: number): HybridClock {
  const wall = wallTime(nowMs);
  if (wall > clock.milliseconds) return {milliseconds: wall, counter: 0};
  if (clock.counter < greatestCounter) return {milliseconds: clock.milliseconds, counter: clock.counter + 1};
  return {milliseconds: clock.milliseconds + 1, counter: 0};
}

function wallTime(nowMs: number): number {
  return Number.isFinite(nowMs) && nowMs <= greatestWallTime ? Math.max(0, Math.floor(nowMs)) : 0;
}

function readStamp(seen: string): HybridClock {
  const parts = must(shape.exec(seen), 'a stamp is checked at the border');
  return {milliseconds: Number.parseInt(must(parts[1]), 16), counter: Number.parseInt(must(parts[2]), 16)};
}

function isLater(left: HybridClock, right: HybridClock): boolean {
  return (
    left.milliseconds > right.milliseconds || (left.milliseconds === right.milliseconds && left.counter > right.counter)
  );
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0');
}
