import {z} from 'zod';

/** Bytes cross the bridge as base64 text, the same on both hosts. */
export const bytes = z.base64();

export function encodeBytes(value: Uint8Array): string {
  return z.util.uint8ArrayToBase64(value);
}

export function decodeBytes(value: string): Uint8Array<ArrayBuffer> {
  return z.util.base64ToUint8Array(value);
}
