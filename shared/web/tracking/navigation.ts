declare global {
  interface Document {
    prerendering?: boolean;
  }
}

/** Calls `arrived` for the page itself, and each time a script or the person may have moved to another. */
export function watchNavigation(arrived: () => void): void {
  // Later, because scripts set the title after the address.
  const later = () => setTimeout(arrived);
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    history[method] = function (...values) {
      original.apply(this, values);
      later();
    };
  }
  addEventListener('popstate', later);
  // A page that the browser prepares in advance may never be seen.
  if (document.prerendering) document.addEventListener('prerenderingchange', arrived);
  else arrived();
}

/** Calls `leaving` when the page is hidden or left, which may be the last thing it does. */
export function watchLeaving(leaving: () => void): void {
  addEventListener('pagehide', leaving);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) leaving();
  });
}
