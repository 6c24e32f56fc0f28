import type { RunningTwin } from '../../local/running-twin.ts';
import type { StartPageWords } from './words/en.ts';

/** What runs on this machine, and what does not. */
export function WiringSections({ wiring, words }: { wiring: RunningTwin['wiring']; words: StartPageWords }) {
  const lists = [
    [words.tables, wiring.tables],
    [words.queues, wiring.queues],
    [words.buses, wiring.buses],
    [words.rules, wiring.rules],
    [words.schedules, wiring.schedules],
  ] as const;
  return (
    <section aria-labelledby="runs">
      <h2 id="runs">{words.runs}</h2>
      <details open>
        <summary>
          {words.functions} ({wiring.functions.length})
        </summary>
        <dl class="functions">
          {wiring.functions.map(({ name, does, triggers }) => (
            <div>
              <dt>
                <code>{name}</code> <Does text={words.does[name]} original={does} />
              </dt>
              {triggers.size === 0 && <dd>{words.notTriggered}</dd>}
              {[...triggers].map(([kind, by]) => (
                <dd>
                  {words.triggers[kind]} <code>{by.join(', ')}</code>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </details>
      {lists.map(([title, names]) => (
        <details>
          <summary>
            {title} ({names.length})
          </summary>
          <ul class="names">
            {names.length === 0 && <li class="quiet">{words.none}</li>}
            {names.map((name) => (
              <li>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <details>
        <summary>
          {words.notRun} ({wiring.inert.reduce((sum, { count }) => sum + count, 0)})
        </summary>
        <dl class="functions" lang="en">
          {wiring.inert.map(({ type, count, reason }) => (
            <div>
              <dt>
                <code>{type}</code> × {count}
              </dt>
              <dd>{reason}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

/** What a function does, in the template's English if this language has no words for it. */
function Does({ text, original }: { text: string | undefined; original: string }) {
  return text ? <span>{text}</span> : <span lang="en">{original}</span>;
}
