/** One page of a list. */
export interface Page {
  /** the place of its first item in the whole list, from 0 */
  readonly from: number;
  readonly items: readonly string[];
}

/**
 * A list cut into pages of whole items.
 * @param room characters on one page, line ends counted; an item that is longer has a page of its own
 * @returns at least one page
 */
export function pagesOf(items: readonly string[], room: number): readonly Page[] {
  const pages: { from: number; items: string[]; length: number }[] = [];
  items.forEach((item, from) => {
    const page = pages.at(-1);
    const length = item.length + 1;
    if (page === undefined || page.length + length > room) pages.push({ from, items: [item], length });
    else {
      page.items.push(item);
      page.length += length;
    }
  });
  return pages.length === 0 ? [{ from: 0, items: [] }] : pages;
}
