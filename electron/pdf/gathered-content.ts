import pdfDocumentModule, {type Page} from 'pdfmake/js/PDFDocument.js';

/**
 * pdfkit makes a buffer of every command that it draws, some thousands a paper. A page's commands are gathered as text
 * here and become one buffer when the page is finished.
 */
export function gatherContent(): void {
  const documents = pdfDocumentModule.default.prototype;
  const {flushPages} = documents;
  const gathered = new WeakMap<Page, string>();
  documents.addContent = function gather(command) {
    const before = gathered.get(this.page);
    gathered.set(this.page, before === undefined ? command : `${before}\n${command}`);
    return this;
  };
  documents.flushPages = function flushGathered() {
    for (const page of this['_pageBuffer']) {
      const content = gathered.get(page);
      if (content !== undefined) page.write(content);
      gathered.delete(page);
    }
    flushPages.call(this);
  };
}
