/** Scans and pictures that belong to a recipient: what they may be. */

export const attachmentTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** How the names of their files end. */
export const attachmentEndings: Readonly<Record<AttachmentType, 'jpg' | 'png' | 'pdf'>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
};

/** Bytes of one, at most: some two hundred pages of a scanner, and as base64 less than the hosts take in one request. */
export const largestAttachment = 20 * 1024 * 1024;

const signatures: Readonly<Record<AttachmentType, readonly number[]>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  // `%PDF-`
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
};

/** What the bytes themselves say, whatever the file is called; undefined: none of those that are kept. */
export function attachmentTypeOf(bytes: Uint8Array): AttachmentType | undefined {
  return attachmentTypes.find(type => signatures[type].every((byte, index) => bytes[index] === byte));
}
