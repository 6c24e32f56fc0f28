/** Refreshes the live part of the page and moves time. The page is readable without it. */
export const SCRIPT = `
const live = document.getElementById('live');
const status = document.getElementById('status');
const progress = document.getElementById('progress');
const { failed } = live.dataset;
let shown = live.innerHTML;
let fading;
async function refresh() {
  if (document.hidden) return;
  try {
    const response = await fetch('/_local/live?lang=' + document.documentElement.lang);
    if (!response.ok) throw new Error(response.status);
    const html = await response.text();
    if (html !== shown && !live.contains(document.activeElement)) live.innerHTML = shown = html;
    if (status.textContent === failed) status.textContent = '';
  } catch { status.textContent = failed; }
}
async function moment() {
  const response = await fetch('/_local/clock');
  return Date.parse((await response.json()).now);
}
async function follow(days) {
  const began = await moment();
  progress.max = days * 86400000;
  progress.value = 0;
  progress.hidden = false;
  const timer = setInterval(() => moment().then((now) => { progress.value = now - began; }, () => {}), 250);
  return () => { clearInterval(timer); progress.hidden = true; };
}
async function post({ url, body, days, doing, done, failed }) {
  const buttons = document.querySelectorAll('button');
  buttons.forEach((button) => { button.disabled = true; });
  status.textContent = doing;
  try {
    const stop = days ? await follow(Number(days)) : () => {};
    const response = await fetch(url, { method: 'POST', body }).finally(stop);
    status.textContent = response.ok ? done : failed;
    clearTimeout(fading);
    if (response.ok) fading = setTimeout(() => { status.textContent = ''; }, 8000);
  } catch { status.textContent = failed; }
  buttons.forEach((button) => { button.disabled = false; });
  await refresh();
}
for (const form of document.querySelectorAll('form[data-url]'))
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    post(form.dataset);
  });
setInterval(refresh, 3000);
document.addEventListener('visibilitychange', refresh);
`;
