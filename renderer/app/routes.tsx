import {lazy, Suspense} from 'react';
import {Route, Switch} from 'wouter';
import {paperForms} from '../../electron/contract/paper.ts';
import {FilePage} from '../features/file/file-page.tsx';
import {JournalPage} from '../features/journal/journal-page.tsx';
import {NewEntryPage} from '../features/journal/new-entry-page.tsx';
import {RoundPage} from '../features/monitoring/round-page.tsx';
import {RoundsPage} from '../features/monitoring/rounds-page.tsx';
import {NewPlanPage} from '../features/plan/new-plan-page.tsx';
import {PlanPage} from '../features/plan/plan-page.tsx';
import {RecipientPage} from '../features/recipient/recipient-page.tsx';
import {PeoplePage} from '../features/search/people-page.tsx';
import {SettingsPage} from '../features/settings/settings-page.tsx';
import {TodayPage} from '../features/today/today-page.tsx';
import {useText} from '../lib/language.tsx';
import {paperForm, patterns} from '../lib/paths.ts';
import {frameText} from '../text/frame.ts';
import {EmptyState} from '../ui/empty-state.tsx';
import {Waiting} from '../ui/waiting.tsx';

// The pages that show PDF bring a large library along: it is fetched when the first paper is looked at.
const PaperPage = lazy(async () => ({default: (await import('../features/paper/paper-page.tsx')).PaperPage}));
const PapersPage = lazy(async () => ({default: (await import('../features/paper/papers-page.tsx')).PapersPage}));

/** Which page stands where. */
export function Routes() {
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path={patterns.today} component={TodayPage} />
        <Route path={patterns.newEntry} component={NewEntryPage} />
        <Route path={patterns.journal} component={JournalPage} />
        <Route path={patterns.people} component={PeoplePage} />
        <Route path={patterns.file}>
          {({recipientId}) => <FilePage key={recipientId} recipientId={recipientId} />}
        </Route>
        <Route path={patterns.newPlan}>
          {({recipientId}) => <NewPlanPage key={recipientId} recipientId={recipientId} />}
        </Route>
        <Route path={patterns.rounds}>
          {({recipientId, planId}) => <RoundsPage key={planId} recipientId={recipientId} planId={planId} />}
        </Route>
        <Route path={patterns.round}>
          {({recipientId, planId, roundId}) =>
            roundId === 'new' ? (
              <RoundsPage recipientId={recipientId} planId={planId} />
            ) : (
              <RoundPage key={roundId} recipientId={recipientId} planId={planId} roundId={roundId} />
            )
          }
        </Route>
        <Route path={patterns.plan}>
          {({recipientId, planId}) => <PlanPage key={planId} recipientId={recipientId} planId={planId} />}
        </Route>
        <Route path={patterns.recipient}>
          {({recipientId}) => <RecipientPage key={recipientId} recipientId={recipientId} />}
        </Route>
        <Route path={patterns.blankPaper}>
          {({form}) => {
            const known = paperForm(form, paperForms);
            return known ? <PaperPage source={{kind: 'blank', form: known}} /> : <NotFound />;
          }}
        </Route>
        <Route path={patterns.livingPaper}>
          {({form, subjectId}) => {
            const known = paperForm(form, paperForms);
            return known ? (
              <PaperPage key={subjectId} source={{kind: 'living', form: known, subjectId}} />
            ) : (
              <NotFound />
            );
          }}
        </Route>
        <Route path={patterns.frozenPaper}>
          {({paperId}) => <PaperPage key={paperId} source={{kind: 'frozen', paperId}} />}
        </Route>
        <Route path={patterns.papers} component={PapersPage} />
        <Route path={patterns.settings}>{({section}) => <SettingsPage section={section} />}</Route>
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  );
}

function NotFound() {
  const {t} = useText();
  return <EmptyState title={t(frameText.notFoundTitle)} what={t(frameText.notFoundWhat)} />;
}
