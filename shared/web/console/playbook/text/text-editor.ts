/// <reference lib="dom" />
import {
  autocompletion,
  type CompletionContext,
  closeBrackets,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { KnownNames } from '../kit/part-form.ts';
import { checkWhileTyping } from './check-while-typing.ts';
import { type SettingNames, suggestionsIn, variablesIn } from './complete.ts';
import { explanationOf } from './explain.ts';
import { look } from './look.ts';
import { mailLanguage } from './mail-language.ts';

/**
 * Makes an editor of the field with a text of the playbook, which stays what the form sends. It stands in a shadow root,
 * whose styles are sheets of the document object: the policy of the pages allows no style elements.
 */
declare const SETTINGS_OF_PARTS: Readonly<Record<string, SettingNames>>;
const SETTINGS = SETTINGS_OF_PARTS;

function enhance(field: HTMLTextAreaElement): void {
  const { text: file = '', check = '', names = '{}' } = field.dataset;
  const host = document.createElement('div');
  host.className = 'text-editor';
  const root = host.attachShadow({ mode: 'open' });
  const isMail = file.endsWith('.md');
  const known = JSON.parse(names) as KnownNames;
  const settings = SETTINGS[file.replace(/\.yaml$/, '')] ?? {};
  const suggest = (before: string) => (isMail ? variablesIn(before) : suggestionsIn(before, known, settings));
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentUnit.of('  '),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        EditorView.lineWrapping,
        isMail ? mailLanguage : yaml(),
        ...look,
        ...(check === '' ? [] : [checkWhileTyping(check), lintGutter()]),
        autocompletion({ override: [(context) => completionsAt(context, suggest)] }),
        ...(isMail ? [] : [hover]),
        EditorState.readOnly.of(field.readOnly),
        keymap.of([
          ...completionKeymap,
          ...lintKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...defaultKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': field.dataset.label ?? '', tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) field.value = state.doc.toString();
        }),
      ],
    }),
  });
  field.hidden = true;
  field.after(host);
  const label = field.form?.querySelector<HTMLElement>(`label[for="${field.id}"]`);
  label?.addEventListener('click', () => view.focus());
  goTo(view);
  window.addEventListener('hashchange', () => goTo(view));
}

function completionsAt(
  context: CompletionContext,
  suggest: (before: string) => ReturnType<typeof suggestionsIn>,
) {
  const found = suggest(context.state.doc.sliceString(0, context.pos));
  if (found === undefined || (found.typed === 0 && !context.explicit && found.options[0]?.kind === 'setting'))
    return null;
  const options = found.options.map(({ name, kind }) => ({
    label: name,
    type: kind === 'setting' ? 'property' : 'constant',
    ...(kind === 'setting' && { apply: `${name}: ` }),
  }));
  return { from: context.pos - found.typed, options, validFor: /^[\p{L}\p{N}_-]*$/u };
}

/** What a setting does, where the pointer is on its name. */
const hover = hoverTooltip((view, at) => {
  const word = view.state.wordAt(at);
  const line = view.state.doc.lineAt(at);
  if (
    word === null ||
    view.state.doc.sliceString(word.to, word.to + 1) !== ':' ||
    line.text.trimStart().startsWith('#')
  )
    return null;
  const start = /[\w-]*$/.exec(line.text.slice(0, word.to - line.from))?.[0] ?? '';
  const words = explanationOf(view.state.doc.toString(), start);
  if (words === undefined) return null;
  return {
    pos: word.from,
    create: () => {
      const dom = document.createElement('p');
      dom.className = 'explanation';
      dom.textContent = words;
      return { dom };
    },
  };
});

/** A mistake's link leads to its line. */
function goTo(view: EditorView): void {
  const number = Number(/^#line-(\d+)$/.exec(location.hash)?.[1]);
  if (!(number >= 1)) return;
  const line = view.state.doc.line(Math.min(number, view.state.doc.lines));
  view.dispatch({
    selection: { anchor: line.from },
    effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
  });
  view.focus();
}

for (const field of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-text]')) enhance(field);
