import {Stack, Text as Words, Title, UnstyledButton} from '@mantine/core';
import {IconAlertTriangle, IconCircleCheck, IconInfoCircle} from '@tabler/icons-react';
import type {PlanIssue} from '../../../electron/contract/plan.ts';
import {useText} from '../../lib/language.tsx';
import {planText} from '../../text/plan.ts';

/** What stands between the saved plan and its approval; each line goes to its field. */
export function PlanIssues({
  issues,
  isSaved,
  onGo,
}: {
  issues: readonly PlanIssue[];
  isSaved: boolean;
  onGo: (field: string) => void;
}) {
  const {t} = useText();
  const stops = issues.filter(issue => issue.severity === 'stop');
  const warnings = issues.filter(issue => issue.severity === 'warn');
  return (
    <Stack gap="xs">
      {!isSaved && (
        <Words size="xs" c="dimmed">
          {t(planText.issuesAfterSave)}
        </Words>
      )}
      {stops.length === 0 && (
        <Words size="sm" c="var(--tone-good)">
          <IconCircleCheck size={16} className="plan-issue-icon" aria-hidden /> {t(planText.noIssues)}
        </Words>
      )}
      <IssueList title={t(planText.issuesTitle)} issues={stops} onGo={onGo} />
      <IssueList title={t(planText.issuesWarnTitle)} issues={warnings} onGo={onGo} />
    </Stack>
  );
}

function IssueList({
  title,
  issues,
  onGo,
}: {
  title: string;
  issues: readonly PlanIssue[];
  onGo: (field: string) => void;
}) {
  const {t} = useText();
  if (issues.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      <Stack component="ul" gap={2} className="plan-issues">
        {issues.map((issue, index) => (
          <li key={`${issue.field} ${index}`}>
            <UnstyledButton className="plan-issue" onClick={() => onGo(issue.field)}>
              {issue.severity === 'stop' ? (
                <IconAlertTriangle size={14} className="plan-issue-icon plan-issue-stop" aria-hidden />
              ) : (
                <IconInfoCircle size={14} className="plan-issue-icon" aria-hidden />
              )}
              <span>
                {t(issue.say)}{' '}
                {issue.paragraph !== null && (
                  <Words span size="xs" c="dimmed">
                    {t(planText.paragraph(issue.paragraph))}
                  </Words>
                )}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </Stack>
    </div>
  );
}
