/**
 * Defines `refresh`, which shows the newest content of the elements with `data-live`, by loading the page anew. What somebody
 * is in with the keyboard stays as it is. The page is complete without it.
 */
export const LIVE_SCRIPT = `
const parts = document.querySelectorAll('[data-live]');
const status = document.getElementById('status');
const { failed } = parts[0].dataset;
async function refresh() {
  if (document.hidden) return;
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!response.ok) throw new Error(response.status);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const part of parts) {
      const newest = page.getElementById(part.id).innerHTML;
      if (newest !== part.innerHTML && !part.contains(document.activeElement)) part.innerHTML = newest;
    }
    if (status.textContent === failed) status.textContent = '';
  } catch { status.textContent = failed; }
}
setInterval(refresh, 3000);
document.addEventListener('visibilitychange', refresh);
`;
