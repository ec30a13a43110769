import {canMount} from './small-disk.ts';

/** What a machine may lack for a test: `test.skipIf(lacks.linux())`. Says so at the run: no test is left out in silence. */
export const lacks = {
  linux: () => isLacking(process.platform !== 'linux', 'a Linux'),
  smallDisk: () => isLacking(!canMount, 'small disks, which only the administrator of a Linux mounts'),
  postgreSql: () =>
    isLacking(process.env.TEST_DATABASE_URL === undefined, 'a PostgreSQL: TEST_DATABASE_URL names none'),
  /** Neither the administrator nor Windows keeps to the rights of a folder. */
  rightsOfFolders: () =>
    isLacking(process.getuid?.() === 0 || process.platform === 'win32', 'a user whom a read-only folder stops'),
};

function isLacking(lacking: boolean, what: string): boolean {
  if (lacking) process.stderr.write(`SKIPPED: tests that need ${what}\n`);
  return lacking;
}
