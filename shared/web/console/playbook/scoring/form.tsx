import { AddButton, AddNamed, MoreInText } from '../kit/entries.tsx';
import { FlagInput, ListInput, NumberInput } from '../kit/inputs.tsx';
import { groupAt, listAt, type PartForm } from '../kit/part-form.ts';
import { BandScale } from './band-scale.tsx';
import { RuleRow } from './rule-row.tsx';
import { ScoreFields } from './score-fields.tsx';
import { scoringWords } from './words.ts';

const KINDS = ['page', 'form', 'open', 'click', 'track', 'unsubscribe', 'fit'] as const;

/** The points system: the bands as a scale, and what earns points as a table. */
export function ScoringForm({ form }: { form: PartForm }) {
  const words = scoringWords[form.language];
  const rules = listAt(form, ['rules']);
  return (
    <>
      <section class="card">
        <h2>{words.bands}</h2>
        <p>{words.bandsIntro}</p>
        <BandScale bands={groupAt(form, ['bands'])} cap={groupAt(form, []).cap} language={form.language} />
        <div class="row">
          {(['newsletter', 'guides', 'ads', 'call'] as const).map((band) => (
            <NumberInput form={form} at={['bands', band]} label={words.from[band]} />
          ))}
          <NumberInput form={form} at={['cap']} label={words.cap} hint={words.capHint} />
          <NumberInput form={form} at={['windowDays']} label={words.windowDays} hint={words.windowDaysHint} />
        </div>
        <MoreInText form={form} at={['bands']} />
      </section>
      <section class="card">
        <h2>{words.rules}</h2>
        <p>{words.rulesIntro}</p>
        <div class="wide">
          <table class="cards points">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.where}</th>
                <th scope="col">{words.points}</th>
                <th scope="col">
                  <span class="away">{words.order}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rules.map((_, index) => (
                <RuleRow form={form} at={['rules', index]} place={{ index, of: rules.length }} />
              ))}
            </tbody>
          </table>
        </div>
        <p class="buttons">
          {KINDS.map((kind) => (
            <AddButton at={['rules']} what={kind}>
              {words.add[kind]}
            </AddButton>
          ))}
        </p>
      </section>
      <section class="card">
        <h2>{words.scores}</h2>
        <p class="soft">{words.scoresIntro}</p>
        {Object.keys(groupAt(form, ['scores'])).map((score) => (
          <ScoreFields form={form} score={score} />
        ))}
        <AddNamed
          form={form}
          at={['scores']}
          what="score"
          label={words.scoreKey}
          hint={words.scoreKeyHint}
          button={words.addScore}
        />
      </section>
      <section class="card">
        <details>
          <summary>{words.samePage}</summary>
          <p class="soft">{words.samePageIntro}</p>
          <ListInput
            form={form}
            at={['samePage', 'languages']}
            label={words.languages}
            hint={words.languagesHint}
          />
          <ListInput
            form={form}
            at={['samePage', 'indexFiles']}
            label={words.indexFiles}
            hint={words.indexFilesHint}
          />
          <ListInput
            form={form}
            at={['samePage', 'endings']}
            label={words.endings}
            hint={words.endingsHint}
          />
          <FlagInput form={form} at={['samePage', 'ignoreCase']} label={words.ignoreCase} />
        </details>
      </section>
      <MoreInText form={form} at={[]} />
    </>
  );
}
