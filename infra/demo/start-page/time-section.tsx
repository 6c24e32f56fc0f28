import type { StartPageWords } from './words/en.ts';

/** The buttons that move time. The page's script submits their forms. */
export function TimeSection({ words }: { words: StartPageWords }) {
  return (
    <section aria-labelledby="time">
      <h2 id="time">{words.time}</h2>
      <p class="hint">{words.timeHint}</p>
      <div class="buttons">
        <Button url="/_local/clock" days={1} label={words.aDay} says={words.moving} />
        <Button url="/_local/clock" days={7} label={words.aWeek} says={words.moving} />
      </div>
      <p class="hint">
        {words.simulate} <code>npm run simulate -- --leads 300 --weeks 8</code>
      </p>
      <progress id="progress" aria-label={words.moving.progress} hidden />
    </section>
  );
}

/** Adds the sample data. */
export function SampleButton({ words }: { words: StartPageWords }) {
  return (
    <div class="buttons sample">
      <Button url="/_local/sample" label={words.sample} says={words.sampling} isQuiet />
      <span class="hint">{words.sampleHint}</span>
    </div>
  );
}

interface ButtonProps {
  url: string;
  /** Days by which it moves time. */
  days?: number;
  label: string;
  says: { doing: string; done: string; failed: string };
  isQuiet?: boolean;
}

function Button({ url, days, label, says, isQuiet = false }: ButtonProps) {
  return (
    <form
      method="post"
      action={url}
      data-body={days === undefined ? '' : JSON.stringify({ advance: `${days}d` })}
      data-days={days}
      data-doing={says.doing}
      data-done={says.done}
      data-failed={says.failed}
    >
      {days !== undefined && <input type="hidden" name="advance" value={`${days}d`} />}
      <button type="submit" class={isQuiet ? 'outlined' : 'filled'}>
        {label}
      </button>
    </form>
  );
}
