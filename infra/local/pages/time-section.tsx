import type { Texts } from './texts.ts';

/** The buttons that make something happen. Their forms are sent by the page's script. */
export function TimeSection({ texts }: { texts: Texts }) {
  return (
    <section aria-labelledby="time">
      <h2 id="time">{texts.time}</h2>
      <p class="hint">{texts.timeHint}</p>
      <div class="buttons">
        <Button url="/_local/clock" body='{"advance":"1d"}' label={texts.aDay} says={texts.moving} />
        <Button url="/_local/clock" body='{"advance":"7d"}' label={texts.aWeek} says={texts.moving} />
      </div>
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
  body?: string;
  label: string;
  says: { doing: string; done: string; failed: string };
  isQuiet?: boolean;
}

function Button({ url, body = '', label, says, isQuiet = false }: ButtonProps) {
  return (
    <form
      data-url={url}
      data-body={body}
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
