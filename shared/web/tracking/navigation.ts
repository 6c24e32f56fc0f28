declare global {
  interface Document {
    prerendering?: boolean;
  }
}

/** Calls `arrived` for this page, and each time a script or the visitor may have moved to another. */
export function watchNavigation(arrived: () => void): void {
  // Scripts set the title after the address.
  const later = () => setTimeout(arrived);
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    history[method] = (...values) => {
      original.apply(history, values);
      later();
    };
  }
  addEventListener('popstate', later);
  arrived();
}

/**
 * Does this once somebody sees the page: a browser prerenders pages, and opens others in tabs that nobody looks at.
 * @param isOwn what a page does by itself counts in such a tab too
 */
export function whenShown(work: () => void, isOwn?: boolean): void {
  const event = document.prerendering
    ? 'prerenderingchange'
    : document.hidden && !isOwn && 'visibilitychange';
  if (event) document.addEventListener(event, () => whenShown(work, isOwn), { once: true });
  else work();
}
