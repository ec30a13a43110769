const key = 'tirek.last-account';

/** Who came in last on this computer, so that only the password is typed. The names are on the screen anyway. */
export function lastAccount(accounts: readonly string[]): string {
  const remembered = window.localStorage.getItem(key);
  return accounts.find(name => name === remembered) ?? accounts[0] ?? '';
}

export function rememberAccount(name: string): void {
  window.localStorage.setItem(key, name);
}
