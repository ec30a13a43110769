import type {RecipientCategory} from '../../domain/vocabulary.ts';

/** Appendix 3 asks for the parents of children with disability only (paragraph 2 part 1 1) and 2) of the Rules). */
export function isChildWithDisability(category: RecipientCategory | null): boolean {
  return category === 'child-psychoneurological' || category === 'child-musculoskeletal';
}
