import { track } from './tracker.ts';

/** Shows the steps of the demo one at a time, and tracks the completed ones. */
export function startDemo(): void {
  const demo = document.querySelector('[data-demo]');
  if (!demo) return;
  const panels = [...demo.querySelectorAll<HTMLElement>('.step')];
  const list = [...demo.querySelectorAll<HTMLElement>('.stepper li')];

  function show(current: number): void {
    panels.forEach((panel, number) => {
      panel.hidden = number !== current;
    });
    list.forEach((item, number) => {
      item.classList.toggle('done', number < current);
      if (number === current) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    });
  }

  panels.forEach((panel, number) => {
    const button = panel.querySelector('button');
    const { step } = panel.dataset;
    if (!button || !step) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      track('Demo Step Completed', { step });
      show(number + 1);
      panels[number + 1]?.querySelector('h2')?.focus();
    });
  });
  demo.classList.add('one-by-one');
  show(0);
}
