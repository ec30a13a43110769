import {z} from 'zod';
import {compareVersions, versionShape} from '../../domain/version.ts';

/**
 * The head of an update file, which its publisher has signed. It is read before anything else of the file is, by a PC and by the
 * registry that hands it on; only the PC has to believe it, and believes the signature alone.
 */

/** How a program stands on a PC: what the file holds is put in the place of just that. */
export const packagings = ['nsis', 'appimage', 'deb', 'folder'] as const;
export type Packaging = (typeof packagings)[number];
export const systems = ['win32', 'linux'] as const;
export const architectures = ['x64', 'arm64'] as const;

const version = z.string().regex(versionShape);
const words = z.string().trim().min(1).max(1_000);

/** Below the folder of the program, in parts that no system reads as a way out of it. */
const path = z
  .string()
  .max(400)
  .regex(/^[^/\\:*?"<>|]+(\/[^/\\:*?"<>|]+)*$/)
  .refine(value => !value.split('/').some(part => part === '.' || part === '..'));

export const updatePart = z.object({
  path,
  size: z.int().min(0).max(1_000_000_000),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  executable: z.boolean(),
});
export type UpdatePart = z.output<typeof updatePart>;

/** Not strict: a newer publisher may add to it, and says so by `format` where it changes what is here. */
export const updateHeader = z.object({
  format: z.literal(1),
  version,
  /** The oldest version that it replaces. */
  oldest: version,
  /** Of the database that it works with. */
  schema: z.int().min(1).max(9_999),
  system: z.enum(systems),
  architecture: z.enum(architectures),
  packaging: z.enum(packagings),
  madeAt: z.iso.datetime(),
  /** What is new, in the words of people. */
  news: z.object({kk: words, ru: words}),
  parts: z.array(updatePart).min(1).max(5_000),
});
export type UpdateHeader = z.output<typeof updateHeader>;

/** Bytes of a head at most, and of all parts together. */
export const largestHead = 2 * 1024 * 1024;
export const largestUpdate = 2_000_000_000;

export function updateSize({parts}: Pick<UpdateHeader, 'parts'>): number {
  return parts.reduce((sum, {size}) => sum + size, 0);
}

/** The program that is here. */
export interface Installed {
  readonly version: string;
  readonly system: string;
  readonly architecture: string;
  readonly packaging: Packaging;
}

/**
 * Why a file that is good in itself is not for this program; null: it is.
 * - other-system: for another kind of computer.     - other-packaging: for a program that was put on the PC in another way.
 * - same, older: this version, or one before it.    - too-far: a version between has to be put in first.
 */
export const unfitness = ['other-system', 'other-packaging', 'same', 'older', 'too-far'] as const;
export type Unfitness = (typeof unfitness)[number];

export function whyUnfit(header: UpdateHeader, installed: Installed): Unfitness | null {
  if (header.system !== installed.system || header.architecture !== installed.architecture) return 'other-system';
  if (header.packaging !== installed.packaging) return 'other-packaging';
  const order = compareVersions(header.version, installed.version);
  if (order === 0) return 'same';
  if (order < 0) return 'older';
  return compareVersions(installed.version, header.oldest) < 0 ? 'too-far' : null;
}

/** What the registry says of a file that it can hand out. */
export const announcedUpdate = z.strictObject({
  name: z.string().regex(/^[\w.-]{1,120}\.tirek-update$/),
  /** Of the whole file. */
  size: z
    .int()
    .min(1)
    .max(largestUpdate + largestHead + 1_024),
  version,
  system: z.enum(systems),
  architecture: z.enum(architectures),
  packaging: z.enum(packagings),
});
export type AnnouncedUpdate = z.output<typeof announcedUpdate>;
export const announcedUpdates = z.strictObject({updates: z.array(announcedUpdate).max(100)});
