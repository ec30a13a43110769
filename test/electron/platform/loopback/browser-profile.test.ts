import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {prepareProfile} from '../../../../electron/platform/loopback/browser-profile.ts';

let profile: string;

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'tirek-profile-'));
});

afterEach(() => rmSync(profile, {recursive: true, force: true}));

function preferences(): unknown {
  return JSON.parse(readFileSync(join(profile, 'Default', 'Preferences'), 'utf8'));
}

const keepsNothing = {
  credentials_enable_service: false,
  profile: {password_manager_enabled: false},
  autofill: {enabled: false, profile_enabled: false},
};

test('a fresh profile keeps neither passwords nor what is typed', () => {
  prepareProfile(profile);
  expect(preferences()).toMatchObject(keepsNothing);
});

test('what the browser has written stays, but for that', () => {
  mkdirSync(join(profile, 'Default'));
  const written = {credentials_enable_service: true, profile: {name: 'Тірек'}, zoom: 1.25};
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(written));
  prepareProfile(profile);
  expect(preferences()).toMatchObject({...keepsNothing, profile: {name: 'Тірек', ...keepsNothing.profile}, zoom: 1.25});
});

test.each(['', '{"cut', '[1]'])('preferences that cannot be read are made anew: %s', text => {
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), text);
  prepareProfile(profile);
  expect(preferences()).toMatchObject(keepsNothing);
});

test('where nothing can be written, the window opens all the same', () => {
  writeFileSync(join(profile, 'Default'), 'a file in place of the folder');
  expect(() => prepareProfile(profile)).not.toThrow();
});
