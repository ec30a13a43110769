/** Prints the page of help that is open: a copy of it stands alone on the sheet while the system's dialogue is open. */
export function printArticle(): void {
  const article = document.querySelector('[data-help-article]');
  if (!article) return;
  const sheet = document.createElement('div');
  sheet.className = 'print-only';
  sheet.append(article.cloneNode(true));
  document.body.append(sheet);
  window.addEventListener('afterprint', () => sheet.remove(), {once: true});
  window.print();
}
