/** The tracker once it has loaded; undefined when the API fails or a blocker stops it. */
export const loadedTracker = () => (Array.isArray(window.kansrijk) ? undefined : window.kansrijk);

/** Tracks something that happened on the page, even before the tracker has loaded. */
export function track(name: string, props: Record<string, string>): void {
  window.kansrijk ||= [];
  window.kansrijk.push(['track', name, props]);
}
