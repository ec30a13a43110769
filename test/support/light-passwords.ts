import {cost} from '../../electron/host/key-slot.ts';

/**
 * Loaded before every file of unit tests: a password is stretched there at the lowest cost, which saves minutes. The built
 * program, which the browser tests start, has no way to do so: `keys.e2e.ts` looks at what it has written.
 */
Object.assign(cost, {memoryKib: 64, passes: 1});
