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
    history[method] = function (...values) {
      original.apply(this, values);
      later();
    };
  }
  addEventListener('popstate', later);
  // A prerendered page may never be shown.
  if (document.prerendering) document.addEventListener('prerenderingchange', arrived);
  else arrived();
}

/** Calls `leaving` when the page is hidden or left, which may be its last chance to run. */
export function watchLeaving(leaving: () => void): void {
  addEventListener('pagehide', leaving);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) leaving();
  });
}
