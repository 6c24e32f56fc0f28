/** The tracker once it has loaded; undefined when the API does not answer or a blocker holds it back. */
export const loadedTracker = () => (Array.isArray(window.kansrijk) ? undefined : window.kansrijk);

/** Tells of something that happened on the page, also before the tracker has loaded. */
export function track(name: string, props: Record<string, string>): void {
  window.kansrijk ||= [];
  window.kansrijk.push(['track', name, props]);
}
