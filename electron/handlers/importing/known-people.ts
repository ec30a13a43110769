import {checkIin} from '../../../domain/iin.ts';
import {fullName} from '../../../domain/person.ts';
import {fold} from '../../../domain/search-key.ts';
import type {Likened} from '../../../domain/duplicates.ts';
import type {RowProblem} from '../../../domain/importing/problems.ts';

interface Known {
  readonly bornOn: string | null;
  readonly iin: string | null;
  /** Null: a row of the file itself. */
  readonly id: string | null;
}

/** Whoever is in the program or stands further up in the file, found by number and by name. */
export class KnownPeople {
  readonly #byIin = new Map<string, Known>();
  readonly #byName = new Map<string, Known[]>();

  constructor(people: readonly (Likened & {readonly id: string})[]) {
    for (const each of people) this.#put(each, each.id);
  }

  /** From here on it is known. */
  add(person: Likened): void {
    this.#put(person, null);
  }

  /**
   * Whether it is somebody who is known. Of one name and one day of birth they are one person, unless two valid numbers say
   * otherwise; of one name alone they may be.
   */
  find(person: Likened): RowProblem | null {
    const numbered = person.iin === null ? undefined : this.#byIin.get(person.iin);
    if (numbered !== undefined) return numbered.id === null ? 'twice-in-file' : 'already-there';
    const namesakes = (this.#byName.get(keyOf(person)) ?? []).filter(each => !areTwo(each, person));
    const same = namesakes.find(each => each.bornOn === person.bornOn);
    if (same !== undefined) return same.id === null ? 'twice-in-file' : 'already-there';
    return namesakes.some(each => each.bornOn === null || person.bornOn === null) ? 'namesake' : null;
  }

  /** Those whom a row can mean; the number decides, and where there is none, the name with the day of birth. */
  meant(person: Likened): string[] {
    const numbered = person.iin === null ? undefined : this.#byIin.get(person.iin);
    if (numbered?.id) return [numbered.id];
    return (this.#byName.get(keyOf(person)) ?? [])
      .filter(each => !areTwo(each, person))
      .filter(each => person.bornOn === null || each.bornOn === null || each.bornOn === person.bornOn)
      .flatMap(({id}) => id ?? []);
  }

  #put(person: Likened, id: string | null): void {
    const known = {bornOn: person.bornOn, iin: person.iin, id};
    if (person.iin !== null) this.#byIin.set(person.iin, known);
    const key = keyOf(person);
    const others = this.#byName.get(key);
    if (others === undefined) this.#byName.set(key, [known]);
    else others.push(known);
  }
}

/** Kazakh and Russian spelling are one. */
function keyOf(person: Likened): string {
  return fold(fullName(person));
}

function areTwo(one: {readonly iin: string | null}, other: {readonly iin: string | null}): boolean {
  const isValid = (iin: string | null): boolean => iin !== null && checkIin(iin).kind === 'ok';
  return one.iin !== other.iin && isValid(one.iin) && isValid(other.iin);
}
