/** One page of a list. */
export interface Page<Item> {
  /** the place of its first item in the whole list, from 0 */
  readonly from: number;
  readonly items: readonly Item[];
}

/**
 * A list cut into pages of whole items.
 * @param room characters on one page, line ends counted; an item that is longer has a page of its own
 * @param lengthOf characters that an item takes
 * @returns at least one page
 */
export function pagesOf<Item>(
  items: readonly Item[],
  room: number,
  lengthOf: (item: Item) => number,
): readonly Page<Item>[] {
  const pages: { from: number; items: Item[]; length: number }[] = [];
  items.forEach((item, from) => {
    const page = pages.at(-1);
    const length = lengthOf(item) + 1;
    if (page === undefined || page.length + length > room) pages.push({ from, items: [item], length });
    else {
      page.items.push(item);
      page.length += length;
    }
  });
  return pages.length === 0 ? [{ from: 0, items: [] }] : pages;
}

/** The page that was asked for, from 0; the last one where there are fewer. */
export function pageAt<Item>(
  pages: readonly Page<Item>[],
  asked: number,
): Page<Item> & { readonly index: number; readonly count: number } {
  const index = Math.min(asked, pages.length - 1);
  return { ...(pages[index] ?? { from: 0, items: [] }), index, count: pages.length };
}

/** "1 to 17 of 28 references."; empty where one page has all. */
export function pageNote<Item>(
  { from, items, count }: ReturnType<typeof pageAt<Item>>,
  total: number,
  things: string,
): readonly string[] {
  return count > 1 ? [`${from + 1} to ${from + items.length} of ${total} ${things}.`] : [];
}
