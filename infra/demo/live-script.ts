/**
 * Defines `refresh`, which shows the newest content of the element with `data-live`, by loading the page anew. What somebody
 * is in with the keyboard stays as it is. The page is complete without it.
 */
export const LIVE_SCRIPT = `
const live = document.querySelector('[data-live]');
const status = document.getElementById('status');
const { failed } = live.dataset;
async function refresh() {
  if (document.hidden) return;
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!response.ok) throw new Error(response.status);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const newest = page.querySelector('[data-live]').innerHTML;
    if (newest !== live.innerHTML && !live.contains(document.activeElement)) live.innerHTML = newest;
    if (status.textContent === failed) status.textContent = '';
  } catch { status.textContent = failed; }
}
setInterval(refresh, 3000);
document.addEventListener('visibilitychange', refresh);
`;
