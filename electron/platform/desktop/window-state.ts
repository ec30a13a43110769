import {readFileSync, writeFileSync} from 'node:fs';
import {z} from 'zod';

const windowState = z.object({
  bounds: z.object({x: z.int().optional(), y: z.int().optional(), width: z.int(), height: z.int()}),
  maximized: z.boolean(),
});
type WindowState = z.output<typeof windowState>;

/** Where the window was; on a first start, or where nothing can be read, a size that fits the screen. */
export function readWindowState(file: string, area: {width: number; height: number}): WindowState {
  try {
    return windowState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {
      bounds: {width: Math.min(1366, area.width), height: Math.min(768, area.height)},
      maximized: area.width <= 1366,
    };
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // A full or read-only disk: the next window opens in its first place. No reason to keep this one from closing.
  }
}
