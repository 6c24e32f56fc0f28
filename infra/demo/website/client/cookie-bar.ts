import { loadedTracker } from './tracker.ts';

/** Asks for consent until the visitor decides, and again when they open the settings. */
export function startCookieBar(): void {
  const tracker = loadedTracker();
  const bar = document.querySelector<HTMLElement>('[data-cookie-bar]');
  const settings = document.querySelector<HTMLElement>('[data-cookie-settings]');
  if (!tracker || !bar || !settings) return;

  const note = bar.querySelector<HTMLElement>('[data-gpc]');
  if (note) note.hidden = !navigator.globalPrivacyControl;
  bar.hidden = tracker.consent() !== undefined;
  settings.hidden = false;
  settings.addEventListener('click', () => {
    bar.hidden = false;
    bar.focus();
  });

  for (const button of bar.querySelectorAll<HTMLElement>('[data-consent]')) {
    button.addEventListener('click', () => {
      tracker.consent(button.dataset.consent as 'granted' | 'denied');
      bar.hidden = true;
      document.getElementById('content')?.focus({ preventScroll: true });
    });
  }
}
