import type {ReactNode} from 'react';
import './allowed.css';

/** Fields that only some may write: everybody else sees them as they are, and the keyboard passes over them. */
export function Allowed({when, children}: {when: boolean; children: ReactNode}) {
  return (
    <fieldset disabled={!when} className="allowed">
      {children}
    </fieldset>
  );
}
