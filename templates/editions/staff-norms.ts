import type {StaffNormEdition} from '../core/staff-norm-edition.ts';
import {appendix1} from './308-2022/appendix-1/appendix-1.ts';

/** Every table of minimum staff that was ever released, the newest last; a calculation names its own. */
export const staffNormEditions: readonly StaffNormEdition[] = [appendix1];
