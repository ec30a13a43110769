/** `12345` → `12 345`: in neither language may the browser do it, it knows no Kazakh. */
export function formatCount(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0');
}
