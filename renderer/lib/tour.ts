import {ask, newCommandId} from './wire.ts';

/**
 * Opens the tour; at the door and in the help there is nothing but the wire. Who is signed in is let out first: real data are
 * not open meanwhile. What is typed must have been written before.
 */
export async function beginTour(isOpen: boolean): Promise<void> {
  if (isOpen) await ask({area: 'session', call: 'lock', input: {}, commandId: newCommandId()});
  await ask({area: 'session', call: 'beginTour', input: {}, commandId: newCommandId()});
}
