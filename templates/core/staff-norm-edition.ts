import type {StaffNorms} from '../../domain/staff-norms/norm.ts';
import type {InForce, LegalBasis, Revision} from './edition.ts';
import type {Label} from './label.ts';

/**
 * What one legal act says of the minimum staff: a table to compute from, no form to fill, so no `Edition`. As plain and
 * as locked as one.
 */
export interface StaffNormEdition extends StaffNorms<Label> {
  readonly id: string;
  readonly basis: LegalBasis;
  readonly inForce: InForce;
  readonly revisions: readonly Revision[];
  readonly stamp: readonly Label[];
  readonly title: Label;
  readonly heads: {readonly number: Label; readonly post: Label; readonly recipients: Label};
}
