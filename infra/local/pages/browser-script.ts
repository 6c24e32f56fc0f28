/** Keeps the live part of the page fresh and moves time; the page is readable without it. */
export const SCRIPT = `
const live = document.getElementById('live');
const status = document.getElementById('status');
const texts = document.body.dataset;
let shown = live.innerHTML;
let fading;
async function refresh() {
  if (document.hidden) return;
  try {
    const response = await fetch('/_local/live?lang=' + document.documentElement.lang);
    if (!response.ok) throw new Error(response.status);
    const html = await response.text();
    if (html !== shown && !live.contains(document.activeElement)) live.innerHTML = shown = html;
    if (status.textContent === texts.failed) status.textContent = '';
  } catch { status.textContent = texts.failed; }
}
async function post(form, doing, done, failed) {
  const buttons = document.querySelectorAll('button');
  buttons.forEach((button) => { button.disabled = true; });
  status.textContent = doing;
  const response = await fetch(form.dataset.url, { method: 'POST', body: form.dataset.body }).catch(() => ({}));
  status.textContent = response.ok ? done : failed;
  buttons.forEach((button) => { button.disabled = false; });
  clearTimeout(fading);
  if (response.ok) fading = setTimeout(() => { status.textContent = ''; }, 8000);
  await refresh();
}
for (const form of document.querySelectorAll('form[data-url]'))
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { doing, done, failed } = form.dataset;
    post(form, doing, done, failed);
  });
setInterval(refresh, 3000);
document.addEventListener('visibilitychange', refresh);
`;
