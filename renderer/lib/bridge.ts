import {z} from 'zod';
import {contract} from '../../electron/contract/contract.ts';
import {makeClient, type Client} from '../../electron/contract/kernel.ts';
import {newCommandId, send} from './wire.ts';

// The page's policy forbids making code from text; zod would try, and the try is reported as a violation.
z.config({jitless: true});

/** Rejects with `CallError`, or with `ConnectionLost`. */
export const client: Client<typeof contract> = makeClient(contract, send, newCommandId);
