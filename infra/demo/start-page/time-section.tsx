import type { Texts } from './texts.ts';

/** The buttons that make something happen. Their forms are sent by the page's script. */
export function TimeSection({ texts }: { texts: Texts }) {
  return (
    <section aria-labelledby="time">
      <h2 id="time">{texts.time}</h2>
      <p class="hint">{texts.timeHint}</p>
      <div class="buttons">
        <Button url="/_local/clock" days={1} label={texts.aDay} says={texts.moving} />
        <Button url="/_local/clock" days={7} label={texts.aWeek} says={texts.moving} />
      </div>
      <progress id="progress" aria-label={texts.moving.progress} hidden />
    </section>
  );
}

/** Brings sample data. */
export function SampleButton({ texts }: { texts: Texts }) {
  return (
    <div class="buttons sample">
      <Button url="/_local/sample" label={texts.sample} says={texts.sampling} isQuiet />
      <span class="hint">{texts.sampleHint}</span>
    </div>
  );
}

interface ButtonProps {
  url: string;
  /** How far it moves time. */
  days?: number;
  label: string;
  says: { doing: string; done: string; failed: string };
  isQuiet?: boolean;
}

function Button({ url, days, label, says, isQuiet = false }: ButtonProps) {
  return (
    <form
      data-url={url}
      data-body={days === undefined ? '' : JSON.stringify({ advance: `${days}d` })}
      data-days={days}
      data-doing={says.doing}
      data-done={says.done}
      data-failed={says.failed}
    >
      <button type="submit" class={isQuiet ? 'outlined' : 'filled'}>
        {label}
      </button>
    </form>
  );
}
