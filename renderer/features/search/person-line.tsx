import {Link} from 'wouter';
import {fullName} from '../../../domain/person.ts';
import type {RecipientHit} from '../../../electron/contract/recipient.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {describeHit} from './describe-hit.ts';
import classes from './search.module.css';

/** A person as a list shows one: a link to the card. */
export function PersonLine({person}: {person: RecipientHit}) {
  const {t} = useText();
  const name = fullName(person.name);
  return (
    <Link href={paths.recipient(person.recipientId)} className={classes.hit} data-line title={name}>
      <strong>{name}</strong>
      <span>{describeHit(person).map(t).join(' · ')}</span>
    </Link>
  );
}
