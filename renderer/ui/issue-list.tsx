import {Stack, Text as Words, Title, UnstyledButton} from '@mantine/core';
import {IconAlertTriangle, IconCircleCheck, IconInfoCircle} from '@tabler/icons-react';
import type {Text} from '../../domain/text.ts';
import type {PlanIssue} from '../../electron/contract/plan.ts';
import {useText} from '../lib/language.tsx';
import {issuesText} from '../text/issues.ts';
import './issue-list.css';

interface IssueListProps {
  readonly issues: readonly PlanIssue[];
  /** Whether what is typed is what was checked. */
  readonly isSaved: boolean;
  /** Over what stops the paper. */
  readonly title: Text;
  /** When nothing stops it. */
  readonly ready: Text;
  /** What a line is about where its words alone do not say it: the service type of a row. */
  readonly about?: (field: string) => Text | null;
  /** Goes to the field that a line is about. */
  readonly onGo: (field: string) => void;
}

/** What stands between the saved record and its paper, and what is only worth a look; each line goes to its field. */
export function IssueList({issues, isSaved, title, ready, about = () => null, onGo}: IssueListProps) {
  const {t} = useText();
  const stops = issues.filter(issue => issue.severity === 'stop');
  const warnings = issues.filter(issue => issue.severity === 'warn');
  return (
    <Stack gap="xs">
      {!isSaved && (
        <Words size="xs" c="dimmed">
          {t(issuesText.afterSave)}
        </Words>
      )}
      {stops.length === 0 && (
        <Words size="sm" c="var(--tone-good)">
          <IconCircleCheck size={16} className="issue-icon" aria-hidden /> {t(ready)}
        </Words>
      )}
      <Lines title={title} issues={stops} about={about} onGo={onGo} />
      <Lines title={issuesText.warnings} issues={warnings} about={about} onGo={onGo} />
    </Stack>
  );
}

function Lines({
  title,
  issues,
  about,
  onGo,
}: {
  title: Text;
  issues: readonly PlanIssue[];
  about: (field: string) => Text | null;
  onGo: (field: string) => void;
}) {
  const {t} = useText();
  if (issues.length === 0) return null;
  return (
    <div>
      <Title order={2} size="h6" mb={4}>
        {t(title)}
      </Title>
      <ul className="issues">
        {issues.map(issue => (
          <li key={`${issue.field} ${issue.say.ru}`}>
            <UnstyledButton className="issue" onClick={() => onGo(issue.field)}>
              {issue.severity === 'stop' ? (
                <IconAlertTriangle size={14} className="issue-icon issue-stop" aria-hidden />
              ) : (
                <IconInfoCircle size={14} className="issue-icon" aria-hidden />
              )}
              <span>
                <About of={about(issue.field)} />
                {t(issue.say)}
                {issue.paragraph !== null && (
                  <Words span size="xs" c="dimmed" display="block">
                    {t(issuesText.paragraph(issue.paragraph))}
                  </Words>
                )}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

function About({of}: {of: Text | null}) {
  const {t} = useText();
  return (
    of && (
      <Words span size="xs" c="dimmed" display="block">
        {t(of)}
      </Words>
    )
  );
}
