import {homedir} from 'node:os';
import {join} from 'node:path';

/** Where the data lies when nobody says otherwise: the place that each system has for it. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Tirek');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Tirek');
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'Tirek');
}
