import {must} from '../../domain/assert.ts';
import {hasLostForce, type Edition, type Form} from '../core/edition.ts';
import {appendix2} from './308-2022/appendix-2.ts';
import {appendix3} from './308-2022/appendix-3.ts';
import {appendix4} from './308-2022/appendix-4.ts';
import {appendix5} from './308-2022/appendix-5.ts';
import lock from './lock.json' with {type: 'json'};

/** Every edition that was ever released: a paper names its own and is printed by it for ever. */
export const editions: readonly Edition[] = [appendix2, appendix3, appendix4, appendix5];

/** By id, for a frozen paper; undefined when this version of the program does not know it. */
export function editionById(id: string): Edition | undefined {
  return editions.find(edition => edition.id === id);
}

/** The locked hash of what an edition asks for; a frozen paper carries it beside the edition's id. */
export function lockedShape(id: string): string {
  const locked: Readonly<Record<string, {shape: string} | undefined>> = lock;
  return must(locked[id], `edition ${id} is not in the lock file`).shape;
}

/**
 * The edition for a new paper of this date: the one in force, else the last that was. The print then says that the form has
 * lost force. One that comes into force later is never taken.
 */
export function editionFor(form: Form, date: string, among: readonly Edition[] = editions): Edition {
  const ofForm = among.filter(edition => edition.form === form);
  const begun = ofForm.filter(({inForce}) => date >= (inForce.from ?? inForce.notBefore));
  const inForce = begun.findLast(edition => !hasLostForce(edition, date));
  return inForce ?? begun.at(-1) ?? must(ofForm[0], `no edition of ${form}`);
}
