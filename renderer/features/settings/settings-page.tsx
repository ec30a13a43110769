import './settings.css';
import {Tabs} from '@mantine/core';
import type {ComponentType, ReactNode} from 'react';
import {useLocation} from 'wouter';
import {may, type Right} from '../../../domain/roles.ts';
import {useText} from '../../lib/language.tsx';
import {paths, settingsSections, type SettingsSection} from '../../lib/paths.ts';
import {useSessionState} from '../../lib/session.ts';
import {settingsText} from '../../text/settings.ts';
import {History} from '../../ui/history.tsx';
import {Page} from '../../ui/page.tsx';
import {AccountsSettings} from './accounts-settings.tsx';
import {AuditSettings} from './audit-settings.tsx';
import {BackupSettings} from './backup-settings.tsx';
import {CalendarSettings} from './calendar-settings.tsx';
import {FacilitySettings} from './facility-settings.tsx';
import {NumberingSettings} from './numbering-settings.tsx';
import {PersonalDataSettings} from './personal-data-settings.tsx';
import {PhraseSettings} from './phrase-settings.tsx';
import {StaffSettings} from './staff-settings.tsx';
import {TermsSettings} from './terms-settings.tsx';
import {ThisComputer} from './this-computer.tsx';
import {UpdateSettings} from './update-settings.tsx';

const sections = {
  'facility': FacilitySettings,
  'staff': StaffSettings,
  'calendar': CalendarSettings,
  'terms': TermsSettings,
  'numbering': NumberingSettings,
  'phrases': PhraseSettings,
  'accounts': AccountsSettings,
  'history': OrganisationHistory,
  'personal-data': PersonalDataSettings,
  'backup': BackupSettings,
  'audit': AuditSettings,
  'update': UpdateSettings,
  'this-computer': ThisComputer,
} satisfies Record<Exclude<SettingsSection, 'exchange'>, ComponentType>;

/** Parts that only some can do anything with; the others are for everybody. */
const rightFor: Partial<Record<SettingsSection, Right>> = {
  'facility': 'organisation',
  'numbering': 'organisation',
  'personal-data': 'file',
  'backup': 'backup',
  'update': 'update',
  'audit': 'audit',
};

/** The list at the left, in the order of `settingsSections`. */
const groups = [
  {name: 'work', sections: ['facility', 'staff', 'calendar', 'terms', 'numbering', 'phrases']},
  {name: 'safety', sections: ['accounts', 'personal-data', 'history', 'audit']},
  {name: 'computer', sections: ['exchange', 'backup', 'update', 'this-computer']},
] as const satisfies readonly {
  readonly name: keyof typeof settingsText.groups;
  readonly sections: readonly SettingsSection[];
}[];

/** `exchange` is a part of its own, which the frame hands in. */
export function SettingsPage({section, exchange}: {section: string | undefined; exchange: ReactNode}) {
  const {t} = useText();
  const [, navigate] = useLocation();
  const role = useSessionState()?.account?.role;
  const open = settingsSections.filter(name => {
    const right = rightFor[name];
    return right === undefined || (role !== undefined && may(role, right));
  });
  const shown = open.find(name => name === section) ?? open[0] ?? 'accounts';
  const Content = shown === 'exchange' ? null : sections[shown];
  return (
    <Page title={t(settingsText.title)}>
      <Tabs
        orientation="vertical"
        value={shown}
        onChange={chosen => {
          const name = settingsSections.find(each => each === chosen);
          if (name) navigate(paths.settings(name));
        }}
        classNames={{root: 'settings', list: 'settings-list', tab: 'settings-tab', panel: 'settings-panel'}}
      >
        <Tabs.List aria-label={t(settingsText.title)}>
          {groups.flatMap(group => {
            const names = group.sections.filter(name => open.includes(name));
            if (names.length === 0) return [];
            return [
              // A list of tabs holds tabs alone for those who hear it.
              <div key={group.name} className="settings-group" aria-hidden>
                {t(settingsText.groups[group.name])}
              </div>,
              ...names.map(name => (
                <Tabs.Tab key={name} value={name}>
                  {t(settingsText.sections[name])}
                </Tabs.Tab>
              )),
            ];
          })}
        </Tabs.List>
        <Tabs.Panel value={shown}>{Content === null ? exchange : <Content />}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function OrganisationHistory() {
  return <History of="organisation" />;
}
