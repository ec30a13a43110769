import {Button} from '@mantine/core';
import {useLocation} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {RecipientView} from '../../../electron/contract/recipient.ts';
import {fieldName} from '../../../templates/core/edition.ts';
import {appendix3} from '../../../templates/editions/308-2022/appendix-3.ts';
import {isChildWithDisability} from '../../lib/child.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {fileText} from '../../text/file.ts';
import {Section} from '../../ui/section.tsx';

const {fields} = appendix3;

/** What the cover takes from the person, typed once there; nothing of it is typed here again. */
export function FilePerson({person}: {person: RecipientView}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const admittedOn = person.placements[0]?.admitted?.on ?? null;
  const parents = person.relatives.map(relative =>
    [
      fullName(relative.name),
      relative.bornOn === null ? '' : formatDate(relative.bornOn),
      relative.absenceReason ?? '',
      relative.proof ?? '',
    ]
      .filter(part => part !== '')
      .join(', '),
  );
  const facts: readonly (readonly [string, string | null])[] = [
    [t(fieldName(fields.born)), person.bornOn === null ? null : formatDate(person.bornOn)],
    [t(fields.admittedOn.label), admittedOn === null ? null : formatDate(admittedOn)],
    [t(fields.ethnicity.label), person.ethnicity],
    [t(fields.socialStatus.label), person.socialStatus],
    [t(fields.diagnosis.label), person.diagnosis],
    [t(fields.address.label), person.address],
    ...(isChildWithDisability(person.category)
      ? [[t(fieldName(fields.parents)), parents.length === 0 ? null : parents.join('; ')] as const]
      : []),
  ];
  return (
    <Section
      title={t(fileText.fromPerson)}
      actions={
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => navigate(paths.recipient(person.id), {state: {tab: 'person'}})}
        >
          {t(fileText.editPerson)}
        </Button>
      }
    >
      <dl className="file-facts">
        {facts.map(([label, fact]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{fact ?? t(fileText.notGiven)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
