/** A slider for the threshold, which shows how many leads sales would call. */
export function startThreshold(): void {
  const screen = document.querySelector<HTMLElement>('.threshold');
  const slider = screen?.querySelector('input');
  const output = screen?.querySelector('output');
  if (!screen || !slider || !output) return;
  const scores = (screen.dataset.scores ?? '').split(' ').map(Number);
  const bars = scores.map((score) => {
    const bar = document.createElement('i');
    bar.style.height = `${score}%`;
    return bar;
  });
  screen.querySelector('.bars')?.append(...bars);

  function show(threshold: number): void {
    const ready = scores.filter((score) => score >= threshold).length;
    bars.forEach((bar, number) => {
      bar.classList.toggle('ready', (scores[number] ?? 0) >= threshold);
    });
    if (output) {
      output.textContent = (output.dataset.text ?? '')
        .replace('{threshold}', String(threshold))
        .replace('{ready}', String(ready))
        .replace('{all}', String(scores.length));
    }
  }

  slider.addEventListener('input', () => show(slider.valueAsNumber));
  show(slider.valueAsNumber);
}
