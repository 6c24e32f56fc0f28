import { LIVE_SCRIPT } from '../live-script.ts';

/** Refreshes the live parts of the page and moves time without leaving it. */
export const SCRIPT = `${LIVE_SCRIPT}
const progress = document.getElementById('progress');
let fading;
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
for (const form of document.querySelectorAll('form[data-doing]'))
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    post({ ...form.dataset, url: form.action });
  });
`;
